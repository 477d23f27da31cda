/** Files of the cache get their names in a site by a thread of its own, while the build finds out which of them stay. */
import { once } from 'node:events';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmdirSync,
  rmSync,
  unlinkSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { linkOrCopy } from '../link-file.ts';
import { freshName } from './site-folder.ts';

/** A file of the site: its path, what its names end with → the file in the cache, and what must be there besides. */
export interface Placed {
  path: string;
  parts: Record<string, string>;
  needs?: string | undefined;
}

/** What a thread is given; paths of files in the cache are from `cache`. */
interface Job {
  root: string;
  cache: string;
  files: readonly Placed[];
  /** The list of what stands in `root` already (`finished-files.ts`); absent where nothing does. */
  list?: string | undefined;
}

/** Gives files their names below `root`, and removes all others; returns the paths of those that stand whole. */
export async function placeAhead(job: Job): Promise<Set<string>> {
  const worker = new Worker(new URL(import.meta.url), { workerData: job });
  const [placed] = (await once(worker, 'message')) as [string[]];
  return new Set(placed);
}

/** Takes the names of a file away, and folders that are empty then. */
export function removePlaced(root: string, { path, parts }: Placed): void {
  for (const ending of Object.keys(parts)) unlinkSync(join(root, path + ending));
  for (let folder = dirname(path); folder !== '.'; folder = dirname(folder)) {
    try {
      rmdirSync(join(root, folder));
    } catch (error) {
      if (['ENOTEMPTY', 'EEXIST'].includes((error as NodeJS.ErrnoException).code ?? '')) return;
      throw error;
    }
  }
}

/** Gives all files of a job their names; returns the paths of those that stand whole. */
function placeAll({ root, cache, files, list }: Job): string[] {
  const standing = list === undefined ? new Set<string>() : keepSame(root, files, list);
  const folders = new Set<string>();
  const give = (name: string, kept: string): boolean => {
    const folder = dirname(join(root, name));
    if (!folders.has(folder)) mkdirSync(folder, { recursive: true });
    folders.add(folder);
    return linkIfThere(join(cache, kept), join(root, name));
  };
  const isPlaced = ({ path, parts, needs }: Placed): boolean => {
    const own = Object.keys(parts).filter((ending) => standing.has(path + ending));
    const isWhole =
      (needs === undefined || existsSync(join(cache, needs))) &&
      Object.entries(parts).every(([ending, kept]) => {
        if (own.includes(ending)) return true;
        if (!give(path + ending, kept)) return false;
        own.push(ending);
        return true;
      });
    if (!isWhole) for (const ending of own) unlinkSync(join(root, path + ending));
    return isWhole;
  };
  return files.filter(isPlaced).map(({ path }) => path);
}

/** Gives a file a second name; `false` where it was removed, or something else has that name. */
function linkIfThere(from: string, to: string): boolean {
  try {
    linkOrCopy(from, to);
    return true;
  } catch (error) {
    if (['ENOENT', 'EEXIST'].includes((error as NodeJS.ErrnoException).code ?? '')) return false;
    throw error;
  }
}

/**
 * Takes everything out of a former site but files that `files` name at the same place; returns the names of these. The
 * list says what stood there when that site was finished; it is gone before anything changes.
 */
function keepSame(root: string, files: readonly Placed[], list: string): Set<string> {
  const before = JSON.parse(readFileSync(list, 'utf8')) as { files: Record<string, Placed> };
  rmSync(list);
  const had = namesOf(Object.entries(before.files).map(([path, file]) => ({ ...file, path })));
  const wanted = namesOf(files);
  const standing = new Set<string>();
  /** Returns whether the folder is empty then. */
  const clear = (folder: string): boolean => {
    let isEmpty = true;
    for (const item of readdirSync(join(root, folder), { withFileTypes: true })) {
      const name = folder + item.name;
      const kept = wanted.get(name);
      if (name === freshName) isEmpty = false;
      else if (item.isDirectory()) {
        if (clear(`${name}/`)) rmdirSync(join(root, name));
        else isEmpty = false;
      } else if (kept !== undefined && kept === had.get(name)) {
        standing.add(name);
        isEmpty = false;
      } else unlinkSync(join(root, name));
    }
    return isEmpty;
  };
  clear('');
  return standing;
}

/** Names in the site → files in the cache. */
function namesOf(files: readonly Placed[]): Map<string, string> {
  const names = new Map<string, string>();
  for (const { path, parts } of files) {
    for (const [ending, kept] of Object.entries(parts)) names.set(path + ending, kept);
  }
  return names;
}

if (!isMainThread && (workerData as Partial<Job> | null)?.files) {
  parentPort!.postMessage(placeAll(workerData as Job));
}
