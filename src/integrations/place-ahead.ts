/** Files of the cache get their names in a site by a thread of its own, while the build finds out which of them stay. */
import { once } from 'node:events';
import { existsSync, mkdirSync, rmdirSync, unlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { linkOrCopy } from '../link-file.ts';

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
}

/** Gives files their names below `root`; returns the paths of those that stand whole. */
export async function placeAhead(job: Job): Promise<Set<string>> {
  const worker = new Worker(new URL(import.meta.url), { workerData: job });
  const [placed] = (await once(worker, 'message')) as [string[]];
  return new Set(placed);
}

/** Gives one file its names; `false`, and no name of it, when not all can be given. */
export function placeOne({ root, cache }: Omit<Job, 'files'>, { path, parts, needs }: Placed) {
  if (needs !== undefined && !existsSync(join(cache, needs))) return false;
  const file = join(root, path);
  const done: string[] = [];
  try {
    for (const [ending, name] of Object.entries(parts)) {
      linkOrCopy(join(cache, name), file + ending);
      done.push(file + ending);
    }
    return true;
  } catch (error) {
    for (const link of done) unlinkSync(link);
    // Removed from the cache, or something else stands in its place.
    if (['ENOENT', 'EEXIST'].includes((error as NodeJS.ErrnoException).code ?? '')) return false;
    throw error;
  }
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

if (!isMainThread && (workerData as Partial<Job> | null)?.files) {
  const job = workerData as Job;
  const made = new Set<string>();
  const placed = job.files.filter((file) => {
    const folder = dirname(join(job.root, file.path));
    if (!made.has(folder)) mkdirSync(folder, { recursive: true });
    made.add(folder);
    return placeOne(job, file);
  });
  parentPort!.postMessage(placed.map(({ path }) => path));
}
