import { existsSync, readFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { AstroIntegration } from 'astro';
import { cacheKey, kept } from '../build-cache.ts';
import { linkOrCopy } from '../link-file.ts';

const toBrotli = promisify(brotliCompress);
const toGzip = promisify(gzip);

const textual = /\.(?:html|css|js|mjs|json|svg|xml|txt|webmanifest)$/;

/** As many as Node has threads for it; each takes the memory of an encoder from the start. */
const atATime = 4;

/** Below this many bytes a compressed copy saves nothing on the wire. */
const worthwhile = 1024;

/**
 * Writes `.br` and `.gz` beside every text file of the build, once, so that no server compresses
 * while somebody waits. Files that already have their copies (the CMS bundle, which is cached with
 * them) are left alone.
 */
export function compress(): AstroIntegration {
  return {
    name: 'compress',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const started = performance.now();
        const count = await compressFolder(fileURLToPath(dir));
        logger.info(`${count} files in ${Math.round(performance.now() - started)} ms`);
      },
    },
  };
}

/** Compresses the text files in a folder of the build that have no copies yet; returns their number. */
export async function compressFolder(root: string): Promise<number> {
  const listing = await readdir(root, { recursive: true, withFileTypes: true });
  const files = listing
    .filter((item) => item.isFile() && textual.test(item.name))
    .map((item) => join(item.parentPath, item.name))
    .filter((file) => !existsSync(`${file}.br`));
  const rest = files.values();
  await Promise.all(
    Array.from({ length: atATime }, async () => {
      for (const file of rest) await compressFile(file, qualityOf(relative(root, file)));
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

/** Writes `<file>.br` and `<file>.gz`, unless the file is small. */
async function compressFile(file: string, quality: number): Promise<void> {
  const bytes = readFileSync(file);
  if (bytes.length < worthwhile) return;
  const key = cacheKey(bytes, `brotli ${quality}, gzip 9`);
  const brotli = {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: quality,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    },
  };
  const [br, gz] = await Promise.all([
    kept(`${key}.br`, () => toBrotli(bytes, brotli)),
    kept(`${key}.gz`, () => toGzip(bytes, { level: 9 })),
  ]);
  linkOrCopy(br, `${file}.br`);
  linkOrCopy(gz, `${file}.gz`);
}
