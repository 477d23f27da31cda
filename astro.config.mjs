import mdx from '@astrojs/mdx';
import react from '@astrojs/react';
import tailwindcss from '@tailwindcss/vite';
import { defineConfig } from 'astro/config';
import { codeOnlySite, noPages } from './src/integrations/code-only.ts';
import { keepCode } from './src/integrations/kept-code.ts';
import { markdown } from './src/load/markdown.ts';
import { contentIsNoCode } from './src/load/site-content.ts';
import { designTokens } from './src/styles/css.ts';

/** The oldest browser that must work: Android's WebView of 2019, as Lightning CSS writes versions. */
const chrome78 = { chrome: 78 << 16 };

/** Astro builds the scripts of pages for the newest browsers, whatever `build.target` says. */
const scriptTarget = {
  name: 'script-target',
  configEnvironment: (name) => (name === 'client' ? { build: { target: 'chrome78' } } : undefined),
};

const { site, steps } =
  codeOnlySite === undefined ? await whole() : { site: codeOnlySite, steps: [noPages()] };

/** What there is beside the bundling, which takes no content: its modules take a second to read. */
async function whole() {
  const [{ admin }, { readKept }, { stepsOf }, { siteUrl }] = await Promise.all([
    import('./admin/integration.ts'),
    import('./src/checks/kept-reads.ts'),
    import('./src/integrations/steps.ts'),
    import('./src/load/site-url.ts'),
  ]);
  const site = siteUrl(new URL('./', import.meta.url));
  // What every file says is read once for all steps.
  return { site, steps: stepsOf(await readKept(import.meta.dirname), site, admin()).steps };
}

export default defineConfig({
  site,
  trailingSlash: 'always',
  // Not in node_modules, which the editorial server's builds share with the checkout and may only read.
  cacheDir: './.cache/astro',
  build: {
    format: 'directory',
    // While one page is written, the next is laid out.
    concurrency: 4,
    // One stylesheet for the whole site, fetched once; a page carries what its first view needs of it.
    inlineStylesheets: 'never',
  },
  // White space between inline elements is part of Vietnamese text.
  compressHTML: true,
  markdown,
  integrations: [mdx(), react(), keepCode(), ...steps],
  vite: {
    cacheDir: './.cache/vite',
    plugins: [scriptTarget, contentIsNoCode(), designTokens(), ...tailwindcss({ optimize: false })],
    // What a page fetches when the reader acts is built as Vite builds a worker: a file by its address.
    worker: { format: 'es' },
    css: { transformer: 'lightningcss', lightningcss: { targets: chrome78 } },
    build: {
      cssTarget: 'chrome78',
      cssMinify: 'lightningcss',
      // The content security policy allows no inline script.
      assetsInlineLimit: 0,
      rolldownOptions: {
        // Astro marks the modules of bodies with a directive of its own: nothing that we could mend.
        onLog: (level, log, report) => {
          if (log.code !== 'MODULE_LEVEL_DIRECTIVE') report(level, log);
        },
      },
    },
  },
});
