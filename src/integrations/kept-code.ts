/**
 * The code of the pages as Astro bundled it, kept from one build to the next. It holds no content
 * (`src/load/site-content.ts`), so that a build of other content can do without Astro's start and the bundling, which
 * took half of the time and memory of an edit. Nothing else is imported here: Astro is started before the rest of the
 * program is read.
 */
import { cpSync, existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroConfig, AstroIntegration } from 'astro';
import { filesOf } from '../files-of.ts';
import { makeCode } from './code-only.ts';
import { madeOf } from './made-of.ts';

/** Below the project's root. */
export const cacheDir = '.cache/astro';
export const keptIn = join(cacheDir, 'code');

/** What is kept beside the code. */
export interface KeptCode {
  /** All that it was made of. */
  made: string;
  /** The module with the pages. */
  entry: string;
  /** Name of a route → its stylesheets, as Astro has them. */
  styles: [string, unknown][];
}

/** Astro integration: keeps the code of the pages, and the site's stylesheets and scripts. */
export function keepCode(): AstroIntegration {
  let config: AstroConfig;
  let pages: Map<string, { styles: unknown }>;
  return {
    name: 'keep-code',
    hooks: {
      'astro:config:done': (options) => {
        config = options.config;
      },
      'astro:build:setup': (options) => {
        pages = options.pages;
      },
      // The pages are rendered, and Astro has not yet removed their code.
      'astro:build:generated': ({ dir }) => {
        const root = fileURLToPath(config.root);
        const outDir = fileURLToPath(dir);
        const unfinished = join(root, `${keptIn}.${process.pid}`);
        const server = [outDir, join(root, '.astro')]
          .map((folder) => join(folder, '.prerender'))
          .find((folder) => existsSync(folder));
        if (server === undefined) return;
        cpSync(server, join(unfinished, 'server'), { recursive: true });
        const entry = filesOf(server).find((path) => path.startsWith('prerender-entry.'))!;
        // Copies of photos come later (`photos.ts`).
        cpSync(join(outDir, '_astro'), join(unfinished, 'site/_astro'), { recursive: true });
        const kept: KeptCode = {
          made: codeMade(config.site!),
          entry,
          styles: [...pages].map(([name, { styles }]) => [name, styles]),
        };
        writeFileSync(join(unfinished, 'kept.json'), JSON.stringify(kept));
        rmSync(join(root, keptIn), { recursive: true, force: true });
        renameSync(unfinished, join(root, keptIn));
      },
    },
  };
}

/**
 * The code of the project in the working directory: what is kept or, when the project is another one, made now.
 * `site` is the site's address.
 */
export async function codeOf(site: string): Promise<KeptCode> {
  if (!keptCode(site)) await makeCode(site);
  const kept = keptCode(site);
  if (!kept) throw new Error('Mã của các trang đổi trong lúc dựng. Hãy dựng lại.');
  return kept;
}

/** The code, when it was made of what the project is now. */
function keptCode(site: string): KeptCode | undefined {
  const file = join(keptIn, 'kept.json');
  if (!existsSync(file)) return undefined;
  const kept = JSON.parse(readFileSync(file, 'utf8')) as KeptCode;
  return kept.made === codeMade(site) ? kept : undefined;
}

/** A name for all that goes into a bundle. */
function codeMade(site: string): string {
  return `${madeOf()} ${site}`;
}
