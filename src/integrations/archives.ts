import { glob, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { packArchive, recipeOf } from '../channels/kit/archive.ts';

/**
 * Astro integration: packs the archive of every share kit in place of its recipe, for web servers that
 * only serve files. The editorial server packs them itself and says so in `SITE_ARCHIVES`.
 */
export function archives(): AstroIntegration {
  return {
    name: 'archives',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        if (process.env['SITE_ARCHIVES'] === 'on-request') return;
        const started = performance.now();
        const root = fileURLToPath(dir);
        let count = 0;
        for await (const recipe of glob(recipeOf('chia-se/*/*.zip'), { cwd: root })) {
          const zip = recipe.replace(/\.recipe\.json$/, '.zip');
          await writeFile(join(root, zip), (await packArchive(root, zip))!);
          await rm(join(root, recipe));
          count += 1;
        }
        logger.info(`${count} archives in ${Math.round(performance.now() - started)} ms`);
      },
    },
  };
}
