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
import { asInPreview, columnsIn, type Columns } from './finished-list.ts';
import { freshName } from './site-folder.ts';

/** What a thread is given. */
interface Job {
  /** The site's folder. */
  root: string;
  /** The folder of kept files. */
  cache: string;
  /** The list of what is to stand in the site (`finished-list.ts`), its bytes; absent where nothing is known. */
  files?: Uint8Array | undefined;
  isPreview: boolean;
  /** The list of what stands in `root` already (`finished-list.ts`); absent where nothing does. */
  list?: string | undefined;
}

/** What one name of a file in the site ends with, and the kept file that it is to be. */
type Name = [ending: string, kept: string];

/**
 * Gives files their names below `root`, and takes all others away; returns the paths of those of which a kept file is
 * gone: none of their names stand.
 */
export async function placeAhead(job: Job): Promise<Set<string>> {
  const worker = new Worker(new URL(import.meta.url), { workerData: job });
  const [missing] = (await once(worker, 'message')) as [string[]];
  return new Set(missing);
}

/** Takes the names of a file away, and folders that are empty then. */
export function removePlaced(root: string, path: string, endings: readonly string[]): void {
  for (const ending of endings) removeName(root, path + ending);
  removeIfEmpty(root, dirname(path));
}

function removeName(root: string, name: string): void {
  try {
    unlinkSync(join(root, name));
  } catch (error) {
    if (!isOneOf(error, 'ENOENT')) throw error;
  }
}

/** Removes a folder with nothing in it, and those above it that are empty then. */
function removeIfEmpty(root: string, inner: string): void {
  for (let folder = inner; folder !== '.'; folder = dirname(folder)) {
    try {
      rmdirSync(join(root, folder));
    } catch (error) {
      if (isOneOf(error, 'ENOTEMPTY', 'EEXIST')) return;
      // Removed with another file that was in it.
      if (!isOneOf(error, 'ENOENT')) throw error;
    }
  }
}

/** Brings what stands in the folder to what the list says; returns the paths of which a kept file is gone. */
function placeAll({ root, cache, list, ...job }: Job): string[] {
  const left = job.files ? columnsIn(job.files) : none;
  const files = job.isPreview ? asInPreview(left) : left;
  const former = list === undefined ? none : takeList(list, root);
  const { taken, lacking } = difference(former, files);
  const gone = [...taken, ...strays(root, former)];
  for (const name of gone) removeName(root, name);
  for (const folder of new Set(gone.map((name) => dirname(name)))) removeIfEmpty(root, folder);

  const made = new Set<string>();
  const give = (name: string, kept: string): boolean => {
    const folder = dirname(join(root, name));
    if (!made.has(folder)) mkdirSync(folder, { recursive: true });
    made.add(folder);
    return linkIfThere(join(cache, kept), join(root, name));
  };
  const missing: string[] = [];
  for (const [at, path] of files.paths.entries()) {
    const text = files.texts[at];
    const isWhole =
      (text === undefined || existsSync(join(cache, text))) &&
      (lacking.get(path) ?? []).every(([ending, kept]) => give(path + ending, kept));
    if (isWhole) continue;
    for (const ending of Object.keys(files.parts)) removeName(root, path + ending);
    missing.push(path);
  }
  return missing;
}

/**
 * What a list says that stands in a folder. It is gone before anything changes: a folder has no list that is not its own. Where
 * it is broken nobody knows what stands there, and the folder is emptied.
 */
function takeList(list: string, root: string): Columns {
  const bytes = readFileSync(list);
  rmSync(list);
  try {
    return columnsIn(bytes);
  } catch {
    for (const name of readdirSync(root)) {
      if (name !== freshName) rmSync(join(root, name), { recursive: true });
    }
    return none;
  }
}

const noPlaces = { values: [], places: new Uint32Array() };
const none: Columns = {
  ...{ made: '', others: [], growing: [], paths: [], parts: {}, texts: [] },
  ...{ editions: noPlaces, styles: noPlaces },
};

/** The names that must go from a site, and by path those that it lacks. A name in both lists is the same file. */
function difference(before: Columns, now: Columns) {
  const taken = [...before.others];
  const lacking = new Map<string, Name[]>();
  const places = new Map(before.paths.map((path, at) => [path, at]));
  const endings = Object.keys({ ...before.parts, ...now.parts });
  for (const [at, path] of now.paths.entries()) {
    const place = places.get(path);
    places.delete(path);
    for (const ending of endings) {
      const kept = now.parts[ending]?.[at];
      const had = place === undefined ? undefined : before.parts[ending]?.[place];
      if (kept === had) continue;
      if (had !== undefined) taken.push(path + ending);
      if (kept === undefined) continue;
      const names = lacking.get(path);
      if (names) names.push([ending, kept]);
      else lacking.set(path, [[ending, kept]]);
    }
  }
  for (const [path, place] of places) {
    for (const ending of endings) {
      if (before.parts[ending]?.[place] !== undefined) taken.push(path + ending);
    }
  }
  return { taken, lacking };
}

/** The names in a site's folders that grow which its list does not know. */
function strays(root: string, { growing, paths, parts }: Columns): string[] {
  const folders = new Set(growing);
  const known = new Set<string>();
  for (const [at, path] of paths.entries()) {
    if (!folders.has(dirname(path))) continue;
    for (const [ending, names] of Object.entries(parts)) {
      if (names[at] !== undefined) known.add(path + ending);
    }
  }
  return growing.flatMap((folder) =>
    readdirSync(join(root, folder), { withFileTypes: true })
      .filter((item) => !item.isDirectory() && !known.has(`${folder}/${item.name}`))
      .map((item) => `${folder}/${item.name}`),
  );
}

/** Gives a file a second name; `false` where it was removed, or something else has that name. */
function linkIfThere(from: string, to: string): boolean {
  try {
    linkOrCopy(from, to);
    return true;
  } catch (error) {
    if (isOneOf(error, 'ENOENT', 'EEXIST')) return false;
    throw error;
  }
}

function isOneOf(error: unknown, ...codes: string[]): boolean {
  return codes.includes((error as NodeJS.ErrnoException).code ?? '');
}

if (!isMainThread && (workerData as Partial<Job> | null)?.root) {
  parentPort!.postMessage(placeAll(workerData as Job));
}
