/**
 * Astro as the bundler alone: the code of the pages is made and kept (`kept-code.ts`), no content is loaded and no
 * page is rendered. What its bundler holds is given back with its process.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { globSync } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { AstroIntegration } from 'astro';
import type { Plugin } from 'vite';
import { endsWithServer } from '../ends-with-server.ts';

const variable = 'BUILD_CODE_ONLY';

/** The site's address, when this process was started by `makeCode`. */
export const codeOnlySite = process.env[variable];

/** For Vite: the development server that Astro starts for types alone prepares no packages for browsers. */
const nothingPrepared: Plugin = {
  name: 'nothing-prepared',
  configResolved: ({ environments }) => {
    for (const { optimizeDeps } of Object.values(environments)) optimizeDeps.include = [];
  },
};

/** Astro integration: no page is rendered. */
export function noPages(): AstroIntegration {
  return {
    name: 'no-pages',
    hooks: {
      'astro:config:setup': ({ updateConfig }) => {
        updateConfig({ vite: { plugins: [nothingPrepared] } });
      },
      'astro:build:start': ({ setPrerenderer }) => {
        setPrerenderer((pages) => ({ ...pages, getStaticPaths: () => Promise.resolve([]) }));
      },
    },
  };
}

/**
 * Makes the code of the project in the working directory. `site` is the site's address. @throws when Astro cannot; it
 * has said why.
 */
export async function makeCode(site: string): Promise<void> {
  // What else is bundled would be public in the site's own folder.
  await mkdir('.cache', { recursive: true });
  // What is there was left by builds that were killed, and one of them may be writing its last file.
  for (const left of globSync(['.cache/code-only-*', '.cache/astro/code.*'])) {
    await rm(left, { recursive: true, maxRetries: 5 });
  }
  const outDir = await mkdtemp(join('.cache', 'code-only-'));
  try {
    const astro = spawn(
      process.execPath,
      [...endsWithServer, 'node_modules/astro/bin/astro.mjs', 'build', '--outDir', outDir],
      { env: { ...process.env, [variable]: site }, stdio: ['pipe', 'inherit', 'inherit'] },
    );
    const [code] = (await once(astro, 'exit')) as [number | null];
    if (code !== 0) throw new Error(`Astro không gói được mã của các trang (${code}).`);
  } finally {
    await rm(outDir, { recursive: true });
  }
}
