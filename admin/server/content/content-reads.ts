/**
 * The content of a tree as the checks take it. Trees differ in a few files: what a file says by itself is
 * remembered by its path and its blob, so that a change is checked in the time that the change takes.
 */
import { readOne } from '#src/checks/content.ts';
import { readOneKept } from '#src/checks/kept-reads.ts';
import type { ReadResult } from '#src/schema/entry-file.ts';
import type { Git } from '../git/git.ts';
import type { TreeFile } from '../git/objects.ts';
import { createQueue, type Queue } from '../machine/queue.ts';
import { isMediaPath } from './files.ts';

/** How many trees' files may be remembered at once; the one asked for stays in any case. */
const trees = 3;
/** Files that are fetched together, between which others have a turn: 2 ms, or 100 where they must be parsed. */
const readAtOnce = 20;

/** Where builds keep what a file says by itself, under which name of their rules. */
export interface KeptReads {
  folder: string;
  rules: string;
}

interface Reads {
  kept: KeptReads | undefined;
  known: Map<string, ReadResult>;
  /** Who asks while all is read finds what was read. */
  inTurn: Queue;
}

const readsOf = new WeakMap<Git, Reads>();

/** From now on what is read of this repository's files is looked for, and kept, where builds keep it. */
export function shareReads(git: Git, kept: KeptReads): void {
  readsOf.set(git, { ...readsIn(git), kept });
}

function readsIn(git: Git): Reads {
  const reads = readsOf.get(git) ?? { kept: undefined, known: new Map(), inTurn: createQueue() };
  readsOf.set(git, reads);
  return reads;
}

/** Everything below `content/` but files of the machine, whose names begin with a dot. */
export async function contentFiles(git: Git, tree: string): Promise<TreeFile[]> {
  return (await git.files(tree, 'content/')).filter(
    ({ path }) => !path.split('/').some((part) => part.startsWith('.')),
  );
}

/** Path → what the file says by itself. */
export function readTree(git: Git, tree: string): Promise<Map<string, ReadResult>> {
  const reads = readsIn(git);
  return reads.inTurn(() => readInTurn(git, tree, reads));
}

async function readInTurn(git: Git, tree: string, reads: Reads): Promise<Map<string, ReadResult>> {
  const { kept, known: before } = reads;
  const files = await contentFiles(git, tree);
  const keyOf = ({ sha, path }: TreeFile) => `${sha} ${path}`;
  const unread = files.filter((file) => !isMediaPath(file.path) && !before.has(keyOf(file)));
  const fresh = new Map<string, ReadResult>();
  // Ten thousand files take seconds, and a minute where no build has read them: others are answered meanwhile.
  for (let at = 0; at < unread.length; at += readAtOnce) {
    const batch = unread.slice(at, at + readAtOnce);
    const contents = await git.blobs(batch.map(({ sha }) => sha));
    for (const [index, { path }] of batch.entries()) {
      const text = contents[index]!.toString();
      const result = kept
        ? await readOneKept(kept.rules, path, text, kept.folder)
        : readOne(path, () => text);
      fresh.set(path, result);
    }
  }
  const now = new Map<string, ReadResult>();
  const results = new Map<string, ReadResult>();
  for (const file of files) {
    const { path } = file;
    const result = before.get(keyOf(file)) ?? fresh.get(path) ?? readOne(path, () => '');
    results.set(path, result);
    now.set(keyOf(file), result);
  }
  const isFull = before.size > trees * files.length;
  reads.known = isFull ? now : new Map([...before, ...now]);
  return results;
}
