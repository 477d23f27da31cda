import { readdirSync, rmSync, statSync, type Stats } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { cacheFolder } from '../build-cache.ts';

/** Longer than a draft waits for review, in milliseconds. */
const keptFor = 30 * 24 * 60 * 60 * 1000;

/** Astro integration: after a build, removes from its cache what no release holds and no build has used for a month. */
export function tidyCache(): AstroIntegration {
  let folder = '';
  return {
    name: 'tidy-cache',
    hooks: {
      'astro:config:done': ({ config }) => {
        folder = join(fileURLToPath(config.root), cacheFolder);
      },
      'astro:build:done': () => tidy(folder, Date.now()),
    },
  };
}

/** Removes from a cache's folder what has had no use for a month; `now` in milliseconds. */
export function tidy(folder: string, now: number): void {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    // A preview that is built at the same time renames its own.
    const status = statSync(path, { throwIfNoEntry: false });
    if (status && lastUse(status) < now - keptFor) rmSync(path, { force: true });
  }
}

/**
 * When a kept file was used last. One that a release holds is in use: placing it notes no day
 * (`finished-files.ts`). Of any other, its time of access is a build's note, and its inode changed when the last
 * release that held it went.
 */
function lastUse({ nlink, atimeMs, ctimeMs }: Stats): number {
  return nlink > 1 ? Infinity : Math.max(atimeMs, ctimeMs);
}
