import { readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { drawnFolder } from '../channels/pictures/drawn.ts';

/** Longer than a draft waits for review, in milliseconds. */
const keptFor = 30 * 24 * 60 * 60 * 1000;

/** Astro integration: after a build, removes drawn files that no build has used for a month. */
export function drawn(): AstroIntegration {
  let folder = '';
  return {
    name: 'drawn',
    hooks: {
      'astro:config:done': ({ config }) => {
        folder = join(fileURLToPath(config.root), drawnFolder);
      },
      'astro:build:done': () => {
        const oldest = Date.now() - keptFor;
        for (const name of readdirSync(folder)) {
          const path = join(folder, name);
          // A preview that is built at the same time renames its own.
          const status = statSync(path, { throwIfNoEntry: false });
          if (status && status.mtimeMs < oldest) rmSync(path, { force: true });
        }
      },
    },
  };
}
