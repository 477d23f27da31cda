import { glob, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { makeDownload } from '../channels/downloads.ts';
import type { PosterInput } from '../channels/poster/input.ts';
import { keptPosterPdf } from '../channels/poster/poster.ts';
import { linkOrCopy } from '../link-file.ts';
import { downloadAt, madeFrom, recipes } from '../model/downloads.ts';

/**
 * Astro integration: makes every poster and every archive in place of their recipes, for web servers
 * that only serve files. The editorial server makes them when somebody asks, and says so in
 * `SITE_DOWNLOADS`.
 */
export function downloads(): AstroIntegration {
  return {
    name: 'downloads',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        if (process.env['SITE_DOWNLOADS'] === 'on-request') return;
        const started = performance.now();
        const count = await makeAll(fileURLToPath(dir));
        logger.info(`${count} files in ${Math.round(performance.now() - started)} ms`);
      },
    },
  };
}

/** Makes every download of the build in `root`, posters before the archives that hold them. */
export async function makeAll(root: string): Promise<number> {
  let count = 0;
  for (const pattern of recipes) {
    for await (const recipe of glob(pattern, { cwd: root })) {
      for (const path of madeFrom(recipe)) {
        const download = downloadAt(path)!;
        if (download.kind === 'archive') await makeDownload(root, path);
        else {
          const input = JSON.parse(await readFile(join(root, recipe), 'utf8')) as PosterInput;
          linkOrCopy(await keptPosterPdf(input, download.sheet), join(root, path));
        }
        count += 1;
      }
    }
  }
  for await (const recipe of glob([...recipes], { cwd: root })) await rm(join(root, recipe));
  return count;
}
