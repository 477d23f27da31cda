/**
 * Merges two commits: git merges what it can line by line, and content files that collide there are
 * merged once more by field and by paragraph.
 */
import { textsAt } from './change-files.ts';
import { isEntryPath } from './files.ts';
import type { Git } from '../git/git.ts';
import { mergeEntry, type Collision } from './merge.ts';

/** A file that a person has to bring together; the fields where it is known which collide. */
export interface FileCollision {
  path: string;
  fields: string[];
}

/** Merges what `theirs` changed since the two parted into `ours`: a tree, or what collides. */
export async function mergeCommits(
  git: Git,
  ours: string,
  theirs: string,
): Promise<{ tree: string } | { collisions: FileCollision[] }> {
  const { tree, conflicts } = await git.mergeLines(ours, theirs);
  if (conflicts.length === 0) return { tree };
  const base = await git.mergeBase(ours, theirs);
  const changes = new Map<string, string>();
  const collisions: FileCollision[] = [];
  for (const path of new Set(conflicts)) {
    const texts = isEntryPath(path) ? await threeTexts(git, [base, ours, theirs], path) : undefined;
    const merged = texts ? mergeEntry(...texts) : { collisions: [] };
    if ('text' in merged) changes.set(path, await git.writeBlob(merged.text));
    else collisions.push({ path, fields: namesOf(merged.collisions) });
  }
  if (collisions.length > 0) return { collisions };
  return { tree: await git.writeTree(tree, changes) };
}

/** The fields of a file that collide; the text is one of them. */
function namesOf(collisions: readonly Collision[]): string[] {
  return [...new Set(collisions.map(({ field }) => field.split('.')[0]!))];
}

/** The file's text in each of three commits; `undefined` when one does not have it. */
async function threeTexts(
  git: Git,
  commits: readonly string[],
  path: string,
): Promise<[string, string, string] | undefined> {
  const texts = await Promise.all(
    commits.map(async (commit) => (await textsAt(git, commit, [path])).get(path)),
  );
  return texts.includes(undefined) ? undefined : (texts as [string, string, string]);
}
