import { globSync, readdirSync, rmSync, statSync, writeFileSync, type Stats } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { cacheFolder } from '../build-cache.ts';

/** Longer than a draft waits for review, in milliseconds. */
const keptFor = 30 * 24 * 60 * 60 * 1000;

/**
 * Most that the cache may take beside what releases hold, in bytes of the disk: with ten thousand entries a day of edits
 * leaves hundreds of megabytes of pages that nobody asks for again.
 */
const mostLoose = 1024 ** 3;

/** It looks at every kept file, so not after each build; in milliseconds. */
const tidiedEvery = 24 * 60 * 60 * 1000;

/** What POSIX systems count a file's blocks in, whatever the disk's are. */
const blockBytes = 512;

/** Below `.cache/`: when the cache was tidied last, as the time of this file. */
const stamp = 'tidied';

/** Below `.cache/`, what earlier versions and builds that were killed left and nobody reads any more, as patterns. */
const dead = [
  'astro/assets',
  'astro/content.v8.*',
  'astro/dist',
  'astro/finished-files.json',
  'astro/incremental-build.json',
  'astro/page-reads.json',
];

/**
 * Astro integration: after a build, once a day, removes from its cache what no release holds and no build has used for
 * a month, or has used least when there is too much of it.
 */
export function tidyCache(): AstroIntegration {
  let folder = '';
  return {
    name: 'tidy-cache',
    hooks: {
      'astro:config:done': ({ config }) => {
        folder = fileURLToPath(new URL('.cache/', config.root));
      },
      'astro:build:done': () => tidyDaily(folder, Date.now()),
    },
  };
}

/** Tidies the folder of all caches, `.cache`, unless that was done within a day; `now` in milliseconds. */
export function tidyDaily(folder: string, now: number): void {
  const noted = join(folder, stamp);
  const before = statSync(noted, { throwIfNoEntry: false });
  if (before && before.mtimeMs > now - tidiedEvery) return;
  for (const name of globSync(dead, { cwd: folder })) {
    rmSync(join(folder, name), { recursive: true, force: true });
  }
  tidy(join(folder, basename(cacheFolder)), now);
  writeFileSync(noted, '');
}

/**
 * Removes from a cache's folder what has had no use for a month, and of the rest that no release holds what was used
 * longest ago, until that takes `most` bytes. `now` in milliseconds.
 */
export function tidy(folder: string, now: number, most = mostLoose): void {
  const loose: { path: string; used: number; bytes: number }[] = [];
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    // A preview that is built at the same time renames its own.
    const status = statSync(path, { throwIfNoEntry: false });
    if (!status || status.nlink > 1) continue;
    // Of this much the disk is rid: files take whole blocks.
    loose.push({ path, used: lastUse(status), bytes: status.blocks * blockBytes });
  }
  let taken = 0;
  for (const { path, used, bytes } of loose.sort((a, b) => b.used - a.used)) {
    taken += bytes;
    if (used < now - keptFor || taken > most) rmSync(path, { force: true });
  }
}

/**
 * When a kept file that no release holds was used last: its time of access is a build's note, and its inode changed
 * when the last release that held it went. One that a release holds is in use, and placing it notes no day
 * (`finished-files.ts`).
 */
function lastUse({ atimeMs, ctimeMs }: Stats): number {
  return Math.max(atimeMs, ctimeMs);
}
