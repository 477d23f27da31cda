import { satteri } from '@astrojs/markdown-satteri';
import mdx from '@astrojs/mdx';
import react from '@astrojs/react';
import sitemap from '@astrojs/sitemap';
import tailwindcss from '@tailwindcss/vite';
import { defineConfig } from 'astro/config';
import { admin } from './admin/integration.ts';
import { readKept } from './src/checks/kept-reads.ts';
import { downloads } from './src/integrations/downloads.ts';
import { compress } from './src/integrations/compress.ts';
import { contentGate } from './src/integrations/content-gate.ts';
import { FinishedFiles, keepFinished } from './src/integrations/finished-files.ts';
import { firstView } from './src/integrations/first-view/first-view.ts';
import { madeFiles } from './src/integrations/made-files.ts';
import { recordings } from './src/integrations/recordings.ts';
import { search } from './src/integrations/search.ts';
import { sitemapPlan } from './src/integrations/sitemap-plan.ts';
import { tidyCache } from './src/integrations/tidy-cache.ts';
import { siteUrl } from './src/load/site-url.ts';
import { designTokens } from './src/styles/css.ts';

/** The oldest browser that must work: Android's WebView of 2019, as Lightning CSS writes versions. */
const chrome78 = { chrome: 78 << 16 };

/** Astro builds the scripts of pages for the newest browsers, whatever `build.target` says. */
const scriptTarget = {
  name: 'script-target',
  configEnvironment: (name) => (name === 'client' ? { build: { target: 'chrome78' } } : undefined),
};

/**
 * Astro renders every page anew when code that it reaches changes, and takes the pictures of the library for
 * code. Which of them a page shows is noted instead (`src/page-reads.ts`): a new picture changes no other page.
 */
const picturesAreContent = {
  name: 'pictures-are-content',
  transform: {
    filter: { id: /\/src\/load\/media\.ts$/ },
    handler: (code) => ({ code, map: null, meta: { astroIncremental: { kind: 'content-data' } } }),
  },
};

/**
 * A preview shows a draft's page to a few people: it needs no sitemap, search index, CMS or
 * compressed copies of its own. The variable names the draft's file
 * (`admin/server/preview/preview-builds.ts`).
 */
const isPreview = process.env.SITE_PREVIEW !== undefined;

const site = siteUrl(new URL('./', import.meta.url));

/** What every file of the content says, read once for all that ask. */
const content = await readKept(import.meta.dirname);

const finished = new FinishedFiles(isPreview ? 'preview' : 'site');

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
  // Which pages are the same as in the build before: `src/integrations/reused-pages.ts`.
  experimental: { incrementalBuild: true },
  markdown: {
    // No code is shown, so no highlighter is started.
    syntaxHighlight: false,
    // What is typed is what is read: “--” and “...” may be part of a number or a name, and every other
    // channel has them as they are.
    processor: satteri({ features: { smartPunctuation: false } }),
  },
  integrations: [
    contentGate(content),
    mdx(),
    react(),
    recordings(content),
    ...(isPreview ? [] : [sitemap(sitemapPlan(content, site)), search(finished)]),
    firstView(finished),
    madeFiles(finished),
    downloads(),
    ...(isPreview ? [] : [admin(), compress(finished), tidyCache()]),
    keepFinished(finished),
  ],
  vite: {
    cacheDir: './.cache/vite',
    plugins: [
      scriptTarget,
      picturesAreContent,
      designTokens(),
      ...tailwindcss({ optimize: false }),
    ],
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
