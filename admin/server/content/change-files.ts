/** The entries that a change touches, and the axes that it is about. */
import { parse } from 'yaml';
import { locate, splitEntryFile } from '#src/schema/entry-file.ts';
import type { ContentType } from '#src/schema/index.ts';
import { isEntryPath } from './files.ts';
import type { Git } from '../git/git.ts';

/** An entry's file before and after a change; `undefined` where there is none. */
export interface ChangedFile {
  path: string;
  type: ContentType;
  slug: string;
  before: string | undefined;
  after: string | undefined;
}

/** The entries whose files differ between two commits, by path. */
export async function changedEntries(git: Git, from: string, to: string): Promise<ChangedFile[]> {
  const changes = (await git.changes(from, to)).filter(({ path }) => isEntryPath(path));
  const paths = changes.map(({ path }) => path);
  const [before, after] = await Promise.all([textsAt(git, from, paths), textsAt(git, to, paths)]);
  return changes.map(({ path }) => {
    const { type, slug } = locate(path)!;
    return { path, type, slug, before: before.get(path), after: after.get(path) };
  });
}

/** The texts of files in a commit or tree, by path; what is not there is left out. */
export async function textsAt(
  git: Git,
  treeish: string,
  paths: readonly string[],
): Promise<Map<string, string>> {
  const wanted = new Set(paths);
  const [only] = paths;
  if (only === undefined) return new Map();
  const below = paths.length === 1 ? only : 'content/';
  const files = (await git.files(treeish, below)).filter(({ path }) => wanted.has(path));
  const texts = await git.blobs(files.map(({ sha }) => sha));
  return new Map(files.map(({ path }, i) => [path, texts[i]!.toString()]));
}

/**
 * The axes that a change touches, before and after it; '' stands for an entry of no axis, about
 * which only somebody who is limited to no axis decides.
 */
export function axesOf(files: readonly ChangedFile[]): string[] {
  const axes = files.flatMap(({ type, slug, before, after }) =>
    [before, after].flatMap((text) => (text === undefined ? [] : axisOf(type, slug, text))),
  );
  return axes.length > 0 ? [...new Set(axes)] : [''];
}

/** The axis of an entry as its file says; '' when it has none. */
export function axisOf(type: ContentType, slug: string, text: string): string {
  return axisIn(type, slug, frontOf(type, text));
}

/** The same where the fields were read before. */
export function axisIn(
  type: ContentType,
  slug: string,
  data: Readonly<Record<string, unknown>>,
): string {
  if (type.name === 'axis') return slug;
  return typeof data['axis'] === 'string' ? data['axis'] : '';
}

/** The front matter of a file as it stands there; nothing when it cannot be read. */
export function frontOf(type: ContentType, text: string): Record<string, unknown> {
  const front = type.extension === 'yml' ? text : (splitEntryFile(text)?.front ?? '');
  try {
    const data: unknown = parse(front);
    return typeof data === 'object' && data !== null ? (data as Record<string, unknown>) : {};
  } catch {
    // What is wrong with the file is told by the checks.
    return {};
  }
}
