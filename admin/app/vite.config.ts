/** How the CMS is bundled: ES modules, no CDN, no inline script, no `eval`. */
import { fileURLToPath } from 'node:url';
import tailwindcss from '@tailwindcss/vite';
import { createLogger, type InlineConfig, type Logger, type Plugin } from 'vite';
import { designTokens } from '#src/styles/css.ts';
import { asHeard } from './decap/heard.ts';
import { inIdentity } from './decap/identity.ts';
import { withAddress } from './decap/kept-address.ts';
import { inVietnamese } from './decap/said.ts';

const here = fileURLToPath(new URL('.', import.meta.url));

/** Modules of packages that are replaced by files of ours; each of these says why. */
const replacements: Record<string, string> = {
  'decap-cms-app/dist/esm/extensions.js': 'decap/extensions.ts',
  'decap-cms-core/dist/esm/components/Collection/CollectionControls.js':
    'decap/collection-controls.tsx',
  'decap-cms-core/dist/esm/components/Collection/Entries/EntriesCollection.js':
    'decap/entries-collection.tsx',
  'decap-cms-core/dist/esm/components/Collection/Entries/EntriesSearch.js':
    'decap/entries-search.tsx',
  'decap-cms-core/dist/esm/components/Collection/Entries/EntryListing.js':
    'decap/entry-listing.tsx',
  'decap-cms-core/dist/esm/components/App/Header.js': 'decap/header.tsx',
  'decap-cms-core/dist/esm/components/Collection/Sidebar.js': 'decap/sidebar.tsx',
  'decap-cms-core/dist/esm/components/Editor/EditorToolbar.js': 'decap/toolbar.tsx',
  'decap-cms-core/dist/esm/components/UI/Notifications.js': 'decap/notifications.tsx',
  'decap-cms-core/dist/esm/components/Workflow/WorkflowCard.js': 'decap/card.tsx',
  'decap-cms-core/dist/esm/constants/configSchema.js': 'decap/config-schema.ts',
  'decap-cms-core/dist/esm/formats/toml.js': 'decap/toml.ts',
  'decap-cms-core/dist/esm/lib/imageTransformations.js': 'decap/image-processing.ts',
  'fuzzy/lib/fuzzy.js': 'decap/fuzzy.ts',
  'gray-matter/lib/engines.js': 'decap/gray-matter-engines.ts',
  'lodash/orderBy.js': 'decap/order-by.ts',
};

/**
 * Marks for React servers, which a browser does not need; and an `eval` that a hash library keeps
 * for Node: the page's security policy forbids it.
 */
const expectedLogs = new Set(['MODULE_LEVEL_DIRECTIVE', 'EVAL']);

/** Vite's configuration for a bundle written to `outDir` and served at `/admin/`. */
export function bundleConfig(outDir: string): InlineConfig {
  return {
    configFile: false,
    mode: 'production',
    // Also under a test runner, which would else ask for React's development build.
    oxc: { jsx: { runtime: 'automatic', development: false } },
    root: here,
    base: '/admin/',
    publicDir: false,
    logLevel: 'warn',
    customLogger: quietLogger(),
    define: { 'process.env.NODE_ENV': JSON.stringify('production') },
    resolve: {
      alias: { path: 'path-browserify' },
      dedupe: ['react', 'react-dom', '@emotion/react', '@emotion/styled', 'immutable', 'dayjs'],
    },
    plugins: [replaceModules(), dressDecap(), designTokens(), tailwindcss()],
    build: {
      outDir,
      emptyOutDir: true,
      target: 'es2022',
      chunkSizeWarningLimit: 4000,
      modulePreload: { polyfill: false },
      rolldownOptions: {
        onLog(level, log, report) {
          if (!expectedLogs.has(log.code ?? '')) report(level, log);
        },
      },
    },
  };
}

function replaceModules(): Plugin {
  return {
    name: 'replace-modules',
    enforce: 'pre',
    async resolveId(source, importer, options) {
      if (!importer?.includes('node_modules')) return null;
      const resolved = await this.resolve(source, importer, { ...options, skipSelf: true });
      const path = resolved?.id.split('/node_modules/').at(-1);
      const ours = path && replacements[path];
      return ours ? here + ours : null;
    },
  };
}

/** Packages whose words, looks and names are ours; a test holds that each change still finds its place. */
export const dressed = {
  decap: /\/node_modules\/decap-cms-[^/]+\/dist\/esm\/.*\.js$/,
  others:
    /\/node_modules\/(?:react-select\/dist\/.*\.esm|@dnd-kit\/core\/dist\/core\.esm|@mdxeditor\/editor\/dist\/plugins\/.*)\.js$/,
};

function dressDecap(): Plugin {
  return {
    name: 'dress-decap',
    transform: {
      filter: { id: [dressed.decap, dressed.others] },
      handler: (code, id) => ({
        code: withAddress(asHeard(inVietnamese(dressed.decap.test(id) ? inIdentity(code) : code))),
        map: null,
      }),
    },
  };
}

/**
 * Without the warnings on the site's fonts, which the site itself serves at `/fonts/`, and on what
 * the HEIC decoder would ask of Node.
 */
const expectedWarnings = ['/fonts/', 'libheif-js/libheif-wasm/libheif.js'];

function quietLogger(): Logger {
  const logger = createLogger('warn');
  for (const method of ['warn', 'warnOnce'] as const) {
    const report = logger[method].bind(logger);
    logger[method] = (message, options) => {
      if (!expectedWarnings.some((part) => message.includes(part))) report(message, options);
    };
  }
  return logger;
}
