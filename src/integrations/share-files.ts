/** Releases share the files that did not change: three of them cost little more than one. */
import { closeSync, openSync, readdirSync, readSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { linkFile } from '../link-file.ts';

const chunkBytes = 256 * 1024;

/**
 * Makes every file of `dir` that stands byte for byte in `previous`, at the same path, a second name
 * (hard link) of that one. What a reader is served stays the same at every moment, and so does the
 * time of change of an unchanged file, by which browsers know their copy again. Nothing may write
 * into a release afterwards.
 */
export function shareFiles(dir: string, previous: string): void {
  const folders = [''];
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    for (const entry of readdirSync(join(dir, folder), { withFileTypes: true })) {
      const path = join(folder, entry.name);
      const older = join(previous, path);
      if (entry.isFile()) share(join(dir, path), older);
      // A search index has thousands of files in a folder that is called otherwise each time.
      else if (entry.isDirectory() && statIfThere(older)) folders.push(path);
    }
  }
}

function share(file: string, older: string): void {
  if (!isSame(file, older)) return;
  const beside = `${file}.shared`;
  // Where the disk cannot, the copy stays.
  if (linkFile(older, beside)) renameSync(beside, file);
}

/** Whether two files hold the same bytes in different places of the disk. */
function isSame(file: string, older: string): boolean {
  const one = statSync(file);
  const other = statIfThere(older);
  if (!other?.isFile() || one.size !== other.size || one.ino === other.ino) return false;
  const open: number[] = [];
  try {
    for (const path of [file, older]) open.push(openSync(path, 'r'));
    const [bytes, olderBytes] = open.map(() => Buffer.alloc(Math.min(chunkBytes, one.size)));
    for (let at = 0; at < one.size;) {
      const read = readSync(open[0]!, bytes!, 0, bytes!.length, at);
      const readOlder = readSync(open[1]!, olderBytes!, 0, olderBytes!.length, at);
      if (read === 0 || read !== readOlder) return false;
      if (!bytes!.subarray(0, read).equals(olderBytes!.subarray(0, read))) return false;
      at += read;
    }
    return true;
  } finally {
    for (const handle of open) closeSync(handle);
  }
}

/** Nothing where there is no such path, also below what is a file now. */
function statIfThere(path: string) {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOTDIR') return undefined;
    throw error;
  }
}
