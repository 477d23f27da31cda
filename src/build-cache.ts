/**
 * What builds have made, kept on disk under names that follow from what it was made of: what did not
 * change is there, and several checkouts may share one folder. Nobody writes into a kept file: releases
 * hold it under names of their own.
 *
 * Here and in the steps of a build (`src/integrations/`) small files are read and written in place of
 * being waited for: a detour over Node's threads costs five to ten times as much, for each of 20,000.
 */
import { createHash } from 'node:crypto';
import {
  closeSync,
  copyFileSync,
  fstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  statSync,
  unlinkSync,
  utimesSync,
  writeFileSync,
  type Stats,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { linkFile, linkOrCopy } from './link-file.ts';

/** Below the project's root. */
export const cacheFolder = '.cache/made';

/** How often the day of use is noted, in milliseconds; `tidy-cache.ts` counts in longer times. */
export const notedEvery = 24 * 60 * 60 * 1000;

/** A name from everything that decides what is made: 32 hexadecimal digits. */
export function cacheKey(...parts: (string | Uint8Array)[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(String(part.length)).update('\0').update(part);
  return hash.digest('hex').slice(0, 32);
}

/** What is being made now: a picture and a page that shows it may ask at the same time. */
const underWay = new Map<string, Promise<string>>();

/** Where the file of this name lies, such as `<key>.png`; made and kept when it is not there. */
export function kept(
  name: string,
  make: () => Promise<Uint8Array>,
  folder = cacheFolder,
): Promise<string> {
  const path = join(folder, name);
  const known = underWay.get(path);
  if (known) return known;
  const file = findOrMake(path, make).finally(() => underWay.delete(path));
  underWay.set(path, file);
  return file;
}

/**
 * Keeps a file of the site under this name, which must follow from its bytes: it becomes a second name of the kept
 * one, and nobody may write into it afterwards.
 */
export function keptFile(name: string, file: string, folder = cacheFolder): string {
  const path = join(folder, name);
  mkdirSync(folder, { recursive: true });
  if (!takeName(file, path)) {
    unlinkSync(file);
    linkOrCopy(path, file);
  }
  return path;
}

/** What is in the file of this name; made and kept when it is not there. */
export async function cached(...file: Parameters<typeof kept>): Promise<Buffer> {
  const [name, , folder = cacheFolder] = file;
  return readIfThere(join(folder, name)) ?? readFileSync(await kept(...file));
}

/** Opened once: a build reads three files of each entry. */
function readIfThere(path: string): Buffer | undefined {
  let file: number;
  try {
    file = openSync(path, 'r');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    return undefined;
  }
  try {
    noteUse(path, fstatSync(file));
    return readFileSync(file);
  } finally {
    closeSync(file);
  }
}

/** Notes the day of use, for `tidy-cache.ts`. The time of change stays: browsers know their copy by it. */
function noteUse(path: string, { atimeMs, mtime }: Stats): void {
  if (Date.now() - atimeMs > notedEvery) utimesSync(path, new Date(), mtime);
}

async function findOrMake(path: string, make: () => Promise<Uint8Array>): Promise<string> {
  try {
    noteUse(path, statSync(path));
    return path;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  const bytes = await make();
  mkdirSync(dirname(path), { recursive: true });
  // Two builds may run at once: a reader sees the whole file or none.
  const temporary = `${path}.${process.pid}.tmp`;
  writeFileSync(temporary, bytes);
  takeName(temporary, path);
  unlinkSync(temporary);
  return path;
}

/**
 * Keeps a file under that name too; `false` where another build was first. Its file stays: it may be getting a further
 * name at this moment, which the system refuses for one that was replaced (`linkat` fails with ENOENT).
 */
function takeName(file: string, path: string): boolean {
  try {
    if (linkFile(file, path)) return true;
    const beside = `${path}.${process.pid}.copy`;
    copyFileSync(file, beside);
    renameSync(beside, path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    return false;
  }
}
