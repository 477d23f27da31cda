/**
 * The content of a tree as the checks take it. Trees differ in a few files: what a file says by itself is
 * remembered by its path and its blob, so that a change is checked in the time that the change takes.
 */
import { readOne } from '#src/checks/content.ts';
import type { ReadResult } from '#src/schema/entry-file.ts';
import type { Git } from '../git/git.ts';
import type { TreeFile } from '../git/objects.ts';
import { isMediaPath } from './files.ts';

/** How many trees' files may be remembered at once; the one asked for stays in any case. */
const trees = 3;

const known = new WeakMap<Git, Map<string, ReadResult>>();

/** Everything below `content/` but files of the machine, whose names begin with a dot. */
export async function contentFiles(git: Git, tree: string): Promise<TreeFile[]> {
  return (await git.files(tree, 'content/')).filter(
    ({ path }) => !path.split('/').some((part) => part.startsWith('.')),
  );
}

/** Path → what the file says by itself. */
export async function readTree(git: Git, tree: string): Promise<Map<string, ReadResult>> {
  const files = await contentFiles(git, tree);
  const before = known.get(git) ?? new Map<string, ReadResult>();
  const keyOf = ({ sha, path }: TreeFile) => `${sha} ${path}`;
  const unread = files.filter((file) => !isMediaPath(file.path) && !before.has(keyOf(file)));
  const contents = await git.blobs(unread.map(({ sha }) => sha));
  const textOf = new Map(unread.map(({ path }, index) => [path, contents[index]!]));
  const results = new Map<string, ReadResult>();
  const now = new Map<string, ReadResult>();
  for (const file of files) {
    const { path } = file;
    const key = keyOf(file);
    const result = before.get(key) ?? readOne(path, () => textOf.get(path)!.toString());
    results.set(path, result);
    now.set(key, result);
  }
  const isFull = before.size > trees * files.length;
  known.set(git, isFull ? now : new Map([...before, ...now]));
  return results;
}
