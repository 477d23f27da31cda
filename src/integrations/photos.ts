import { createReadStream, mkdirSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { availableParallelism } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { kept } from '../build-cache.ts';
import { linkOrCopy } from '../link-file.ts';
import { makeCopy } from '../load/make-copy.ts';
import { findPhoto, originalBytes, shownPhotos, unreadable } from '../load/media.ts';
import { copiesOf, type Copy } from '../load/photo-copies.ts';

/** Each has one photo in memory, and threads of its own. */
const atATime = availableParallelism();

/**
 * Astro integration: photos of the library are no part of the bundle. When the pages are there, copies of the photos that
 * they show are made for the web, or linked where a build made them before. `astro dev` makes one when a browser asks.
 */
export function photos(): AstroIntegration {
  return {
    name: 'photos',
    hooks: {
      'astro:server:setup': ({ server }) => {
        server.middlewares.use((request, response, next) => {
          serve(request, response, next).catch(next);
        });
      },
      'astro:build:done': async ({ dir, logger }) => {
        const started = performance.now();
        const count = await placePhotos(fileURLToPath(dir));
        logger.info(`${count} files in ${Math.round(performance.now() - started)} ms`);
      },
    },
  };
}

/** Puts the copies of all photos that the site shows into its folder; returns how many. */
export async function placePhotos(outDir: string): Promise<number> {
  const copies = await shownCopies();
  const rest = copies.entries();
  const work = async () => {
    for (const [address, copy] of rest) {
      const file = join(outDir, address);
      mkdirSync(dirname(file), { recursive: true });
      linkOrCopy(await keptCopy(copy), file);
    }
  };
  await Promise.all(Array.from({ length: atATime }, work));
  return copies.size;
}

/** All copies of the photos that the site shows, by address. */
async function shownCopies(): Promise<ReadonlyMap<string, Copy>> {
  const copies = new Map<string, Copy>();
  for (const src of shownPhotos()) {
    const photo = await findPhoto(src);
    // Taken out of the library while `astro dev` runs.
    if (!photo) continue;
    const { avif, webp, single } = copiesOf(photo);
    for (const copy of [...avif, ...webp, single]) copies.set(copy.address, copy);
  }
  return copies;
}

/** Where a copy is kept; made now when it is not. */
function keptCopy({ src, width, format, kept: name }: Copy): Promise<string> {
  return kept(name, async () => {
    try {
      return await makeCopy(originalBytes(src), { width, format });
    } catch (cause) {
      throw unreadable(src, cause);
    }
  });
}

async function serve(
  { url = '' }: IncomingMessage,
  response: ServerResponse,
  next: () => void,
): Promise<void> {
  const copy = url.startsWith('/_astro/') ? (await shownCopies()).get(url) : undefined;
  if (!copy) {
    next();
    return;
  }
  response.setHeader('Content-Type', `image/${copy.format}`);
  createReadStream(await keptCopy(copy)).pipe(response);
}
