/**
 * What builds have made, kept on disk under names that follow from what it was made of: what did not
 * change costs one file read, and several checkouts may share one folder.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { mkdir, readFile, rename, utimes, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** Below the project's root. */
export const cacheFolder = '.cache/made';

/** A name from everything that decides what is made: 32 hexadecimal digits. */
export function cacheKey(...parts: (string | Uint8Array)[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(String(part.length)).update('\0').update(part);
  return hash.digest('hex').slice(0, 32);
}

/**
 * The code in the files and folders named, for a key of what is made with it. Paths are from the
 * project's root, where a build runs: a bundled module stands elsewhere.
 */
export function codeOf(...paths: string[]): Buffer[] {
  return paths.flatMap((path) =>
    statSync(path).isDirectory()
      ? codeOf(
          ...readdirSync(path)
            .sort()
            .map((name) => join(path, name)),
        )
      : readFileSync(path),
  );
}

/** What is being made now: a picture and the archive that holds it may ask at the same time. */
const underWay = new Map<string, Promise<Buffer>>();

/** The file of this name, such as `<key>.png`; made and kept when it is not there. */
export function cached(
  name: string,
  make: () => Promise<Buffer>,
  folder = cacheFolder,
): Promise<Buffer> {
  const path = join(folder, name);
  const known = underWay.get(path);
  if (known) return known;
  const file = readOrMake(path, make).finally(() => underWay.delete(path));
  underWay.set(path, file);
  return file;
}

async function readOrMake(path: string, make: () => Promise<Buffer>): Promise<Buffer> {
  try {
    const bytes = await readFile(path);
    // Its day of use, by which `src/integrations/tidy-cache.ts` finds what nobody needs any more.
    await utimes(path, new Date(), new Date());
    return bytes;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  const bytes = await make();
  await mkdir(dirname(path), { recursive: true });
  // Two builds may run at once: a reader sees the whole file or none.
  const temporary = `${path}.${process.pid}.tmp`;
  await writeFile(temporary, bytes);
  await rename(temporary, path);
  return bytes;
}
