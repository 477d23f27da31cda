/** Writes the files of the search index; of a former site's index what is the same stays where it stands. */
import {
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { cacheKey, kept } from '../build-cache.ts';
import { linkOrCopy } from '../link-file.ts';
import { indexFolder } from '../search/index-format.ts';
import type { IndexFiles } from '../search/make-index.ts';
import type { FinishedFiles } from './finished-files.ts';

/** Writes an index to `root`, the folder of it that this build makes anew. */
export async function writeIndex(
  root: string,
  { core, folder, parts }: IndexFiles,
  finished: FinishedFiles,
): Promise<void> {
  const left = moveFormer(finished.takeFormer(indexFolder), join(root, folder));
  for (const [part, text] of parts) {
    const name = await writePart(text, join(root, folder, part), left);
    if (name !== undefined) finished.nameBytes(`${indexFolder}/${folder}/${part}`, name);
  }
  for (const part of left) unlinkSync(join(root, folder, part));
  writeFileSync(join(root, 'core.json'), core);
}

/** What the name of a file ends with, and those of its compressed copies. */
const endings = ['', '.br', '.gz'];

/**
 * Makes the folder of the index: that of the former one, when there is one, in its new place, with all that it holds,
 * whose names are returned. Nothing else of the former index stays.
 */
function moveFormer(former: string | undefined, folder: string): Set<string> {
  const [taken] =
    former === undefined
      ? []
      : readdirSync(former, { withFileTypes: true }).filter((item) => item.isDirectory());
  mkdirSync(taken ? dirname(folder) : folder, { recursive: true });
  if (taken) renameSync(join(former!, taken.name), folder);
  if (former !== undefined) rmSync(former, { recursive: true });
  return new Set(taken ? readdirSync(folder) : []);
}

/**
 * Writes a part of the index, and takes its names from those that are left of the former one. Returns a name that follows
 * from its bytes; none where it stands there already, with its copies.
 */
async function writePart(
  text: string,
  file: string,
  left: Set<string>,
): Promise<string | undefined> {
  const name = cacheKey(text);
  // Most texts are as they were: a second name costs less than a new file.
  const same = await kept(`${name}.json`, () => Promise.resolve(Buffer.from(text)));
  const part = basename(file);
  const isThere = left.has(part) && statSync(file).ino === statSync(same).ino;
  for (const ending of endings) {
    if (left.delete(part + ending) && !isThere) unlinkSync(file + ending);
  }
  if (isThere) return undefined;
  linkOrCopy(same, file);
  return name;
}
