import { readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { cacheFolder } from '../build-cache.ts';

/** Longer than a draft waits for review, in milliseconds. A file's day of use is its time of access. */
const keptFor = 30 * 24 * 60 * 60 * 1000;

/** Astro integration: after a build, removes from its cache what no build has used for a month. */
export function tidyCache(): AstroIntegration {
  let folder = '';
  return {
    name: 'tidy-cache',
    hooks: {
      'astro:config:done': ({ config }) => {
        folder = join(fileURLToPath(config.root), cacheFolder);
      },
      'astro:build:done': () => {
        const oldest = Date.now() - keptFor;
        for (const name of readdirSync(folder)) {
          const path = join(folder, name);
          // A preview that is built at the same time renames its own.
          const status = statSync(path, { throwIfNoEntry: false });
          if (status && status.atimeMs < oldest) rmSync(path, { force: true });
        }
      },
    },
  };
}
