/** Releases share the files that did not change: three of them cost little more than one. */
import { open, readdir, rename, stat, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { linkFile } from '#src/link-file.ts';

/** Files compared at a time. */
const atOnce = 8;
const chunkBytes = 256 * 1024;

/**
 * Makes every file of `dir` that stands byte for byte in `previous`, at the same path, a second name
 * (hard link) of that one. What a reader is served stays the same at every moment, and so does the
 * time of change of an unchanged file, by which browsers know their copy again. Nothing may write
 * into a release afterwards.
 */
export async function shareFiles(dir: string, previous: string): Promise<void> {
  const entries = await readdir(dir, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .values();
  const work = async () => {
    for (const file of files) await share(file, join(previous, file.slice(dir.length)));
  };
  await Promise.all(Array.from({ length: atOnce }, work));
}

async function share(file: string, older: string): Promise<void> {
  if (!(await isSame(file, older))) return;
  const beside = `${file}.shared`;
  // Where the disk cannot, the copy stays.
  if (linkFile(older, beside)) await rename(beside, file);
}

/** Whether two files hold the same bytes in different places of the disk. */
async function isSame(file: string, older: string): Promise<boolean> {
  const [one, other] = await Promise.all([stat(file), stat(older).catch(() => undefined)]);
  if (!other?.isFile() || one.size !== other.size || one.ino === other.ino) return false;
  const handles: FileHandle[] = [];
  try {
    for (const path of [file, older]) handles.push(await open(path));
    const buffers = handles.map(() => Buffer.alloc(Math.min(chunkBytes, one.size)));
    for (let at = 0; at < one.size;) {
      const [read = 0, readOlder = 0] = await Promise.all(
        handles.map(async (handle, index) => {
          const buffer = buffers[index]!;
          return (await handle.read(buffer, 0, buffer.length, at)).bytesRead;
        }),
      );
      const [bytes, olderBytes] = buffers;
      if (read === 0 || read !== readOlder) return false;
      if (!bytes!.subarray(0, read).equals(olderBytes!.subarray(0, read))) return false;
      at += read;
    }
    return true;
  } finally {
    await Promise.all(handles.map((handle) => handle.close()));
  }
}
