import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { AstroIntegration } from 'astro';
import { cacheKey, kept } from '../build-cache.ts';
import { filesOf } from '../files-of.ts';
import { linkOrCopy } from '../link-file.ts';
import { isRecipe } from '../model/downloads.ts';
import { FinishedFiles } from './finished-files.ts';

const toBrotli = promisify(brotliCompress);
const toGzip = promisify(gzip);

const textual = /\.(?:html|css|js|mjs|json|svg|xml|txt|webmanifest)$/;

/** As many as Node has threads for it; each takes the memory of an encoder from the start. */
const atATime = 4;

/** Up to so many bytes a file goes in one packet with the answer's head, compressed or not. */
const worthwhile = 1400;

/**
 * Writes `.br` and `.gz` beside every text file of the build that readers ask for, once, so that no server compresses
 * while somebody waits. Files that already have their copies (the CMS bundle, which is cached with
 * them) are left alone. nginx as Debian has it knows gzip alone, browsers take Brotli wherever it is to be had.
 */
export function compress(finished: FinishedFiles): AstroIntegration {
  return {
    name: 'compress',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const started = performance.now();
        const count = await compressFolder(fileURLToPath(dir), finished);
        logger.info(`${count} files in ${Math.round(performance.now() - started)} ms`);
      },
    },
  };
}

/** Compresses the text files in a folder of the build that have no copies yet; returns their number. */
export async function compressFolder(
  root: string,
  finished = new FinishedFiles(),
): Promise<number> {
  const all = new Set(filesOf(root));
  const files = [...all].filter(
    (path) =>
      textual.test(path) &&
      // Only who serves the site reads them.
      !isRecipe(path) &&
      !finished.isPlaced(path) &&
      !all.has(`${path}.br`),
  );
  const rest = files.values();
  await Promise.all(
    Array.from({ length: atATime }, async () => {
      for (const path of rest) await compressFile(root, path, finished);
    }),
  );
  return files.length;
}

/**
 * Brotli's effort. The page of an entry (`bai-viet/<slug>/index.html`) is where readers come in: a
 * sixteenth less to send is worth ten times the work, 25 ms. Lists are many, and change often.
 */
function qualityOf(path: string): number {
  return /^[^/]+\/[^/]+\/index\.html$/.test(path) ? 11 : 9;
}

/** Writes `<path>.br` and `<path>.gz`, unless the file is small. */
async function compressFile(root: string, path: string, finished: FinishedFiles): Promise<void> {
  const file = join(root, path);
  const quality = qualityOf(path);
  const size = statSync(file).size;
  if (size < worthwhile) return;
  const bytes = () => readFileSync(file);
  const key = cacheKey(
    finished.nameOfBytes(path) ?? bytes(),
    `brotli ${quality} in its window, gzip 9`,
  );
  const brotli = {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: quality,
      [constants.BROTLI_PARAM_SIZE_HINT]: size,
      // No more of a window than the file fills: an encoder takes the memory of all of it, for a small file too.
      [constants.BROTLI_PARAM_LGWIN]: Math.min(22, Math.max(16, Math.ceil(Math.log2(size + 16)))),
    },
  };
  const [br, gz] = await Promise.all([
    kept(`${key}.br`, () => toBrotli(bytes(), brotli)),
    kept(`${key}.gz`, () => toGzip(bytes(), { level: 9 })),
  ]);
  linkOrCopy(br, `${file}.br`);
  linkOrCopy(gz, `${file}.gz`);
  finished.keep(path, '.br', br);
  finished.keep(path, '.gz', gz);
}
