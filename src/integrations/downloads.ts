import { glob, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { AstroIntegration } from 'astro';
import { makeDownload } from '../channels/downloads.ts';
import { missingDownloads } from '../channels/missing-downloads.ts';
import type { PosterInput } from '../channels/poster/input.ts';
import { keptPosterPdf } from '../channels/poster/poster.ts';
import { linkOrCopy } from '../link-file.ts';
import { downloadAt, recipes } from '../model/downloads.ts';
import type { FinishedFiles } from './finished-files.ts';

/**
 * Astro integration, the last of all, for archives hold files of the whole site: makes every poster and every archive in place of their recipes, for web servers
 * that only serve files. The editorial server makes them when somebody asks, and says so in
 * `SITE_DOWNLOADS`.
 */
export function downloads(finished: FinishedFiles): AstroIntegration {
  return {
    name: 'downloads',
    hooks: {
      'astro:build:done': async ({ logger }) => {
        if (process.env['SITE_DOWNLOADS'] === 'on-request') return;
        const started = performance.now();
        const count = await makeAll(finished.site);
        logger.info(`${count} files in ${Math.round(performance.now() - started)} ms`);
      },
    },
  };
}

/** Makes every download of the build in `root` in place of its recipes; returns their number. */
export async function makeAll(root: string): Promise<number> {
  const count = await makeMissing(root);
  for await (const recipe of glob([...recipes], { cwd: root })) await rm(join(root, recipe));
  return count;
}

/** Makes every download that the site in `root` has a recipe for and lacks; the recipes stay. */
export async function makeMissing(root: string): Promise<number> {
  const missing = await missingDownloads(root);
  for (const path of missing) {
    const download = downloadAt(path)!;
    if (download.kind === 'archive') await makeDownload(root, path);
    else {
      const input = JSON.parse(await readFile(join(root, download.recipe), 'utf8')) as PosterInput;
      place(await keptPosterPdf(input, download.sheet), join(root, path));
    }
  }
  return missing.length;
}

/** Gives a kept poster its place in a site, unless the server has made it there in the meantime. */
function place(kept: string, path: string): void {
  try {
    linkOrCopy(kept, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}
