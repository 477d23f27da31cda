/** The files of a site that a place is sent, and what differs between two lists of files. */
import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { isRecipe } from '#src/model/downloads.ts';

/** Path (without the first slash) → MD5 in hexadecimal digits: what buckets say of a file, too. */
export type FileList = ReadonlyMap<string, string>;

/** A site as it is sent: the folder, its files and the bytes of each. */
export interface Site {
  dir: string;
  files: FileList;
  sizes: ReadonlyMap<string, number>;
}

/** Paths by what has to be done about them; each path stands in one list. */
export interface Difference {
  added: string[];
  changed: string[];
  same: string[];
  removed: string[];
}

/** What was done, or would be: files and bytes sent, files left as they are, files that went. */
export interface Sent {
  files: number;
  bytes: number;
  same: number;
  removed: number;
}

/** Files read at a time. */
const atOnce = 8;

/** Reads the finished site in `dir`; an error when there is none. */
export async function readSite(dir: string): Promise<Site> {
  if (!existsSync(join(dir, 'index.html'))) {
    throw new Error(
      `Không thấy trang nào trong ${dir} (thiếu index.html). Hãy chạy npm run build, hoặc chọn thư mục khác sau --from.`,
    );
  }
  // The CMS answers there only with a git host behind it; our own server has its CMS on itself.
  const hasCms = existsSync(join(dir, 'admin/backend.json'));
  const paths = (await pathsIn(dir)).filter(
    (path) => !isRecipe(path) && (hasCms || !path.startsWith('admin/')),
  );
  const files = new Map<string, string>();
  const sizes = new Map<string, number>();
  await eachOf(paths, async (path) => {
    sizes.set(path, (await stat(join(dir, path))).size);
    files.set(path, await md5Of(join(dir, path)));
  });
  return { dir, files, sizes };
}

/** The files below a folder with their sums. */
export async function listFiles(dir: string): Promise<FileList> {
  const files = new Map<string, string>();
  await eachOf(await pathsIn(dir), async (path) => {
    files.set(path, await md5Of(join(dir, path)));
  });
  return files;
}

/** What makes `before` into `after`. */
export function compareLists(before: FileList, after: FileList): Difference {
  const difference: Difference = { added: [], changed: [], same: [], removed: [] };
  for (const [path, sum] of after) {
    const was = before.get(path);
    difference[was === undefined ? 'added' : was === sum ? 'same' : 'changed'].push(path);
  }
  difference.removed = [...before.keys()].filter((path) => !after.has(path));
  return difference;
}

/** Says what a difference costs. */
export function sentOf({ sizes }: Site, difference: Difference): Sent {
  const put = [...difference.added, ...difference.changed];
  return {
    files: put.length,
    bytes: put.reduce((sum, path) => sum + sizes.get(path)!, 0),
    same: difference.same.length,
    removed: difference.removed.length,
  };
}

/** Runs `work` on each item, some at a time; the first error ends it. */
export async function eachOf<T>(
  items: Iterable<T>,
  work: (item: T) => Promise<void>,
): Promise<void> {
  const rest = [...items].values();
  const worker = async () => {
    for (const item of rest) await work(item);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}

async function pathsIn(dir: string): Promise<string[]> {
  const entries = await readdir(dir, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => relative(dir, join(parentPath, name)).replaceAll(sep, '/'))
    .sort();
}

async function md5Of(file: string): Promise<string> {
  const hash = createHash('md5');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
}
