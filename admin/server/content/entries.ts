/** Reading content files as Decap expects them: the text or the picture, its path, its version. */
import { posix } from 'node:path';
import { splitEntryFile } from '#src/schema/entry-file.ts';
import type { Git } from '../git/git.ts';
import type { TreeFile } from '../git/objects.ts';

export interface EntryText {
  /** `null` when there is no such file. */
  data: string | null;
  file: { path: string; label?: string; id: string | null };
  /** Name of the content in git; a save says on which version it rests. */
  version: string | null;
}

export interface ListedPicture {
  /** Name of the content in git. */
  id: string;
  path: string;
  name: string;
}

export interface Picture extends ListedPicture {
  content: string;
  encoding: 'base64';
}

/** The ordinary file at exactly `path`; links and folders do not count. */
export async function fileAt(
  git: Git,
  commit: string,
  path: string,
): Promise<TreeFile | undefined> {
  const files = await git.files(commit, path);
  return files.find((file) => file.path === path && isOrdinary(file));
}

/**
 * Entries with one extension directly in a folder, for a list: their fields without their bodies,
 * which are most of the bytes and come when an entry is opened.
 */
export async function readFolder(
  git: Git,
  commit: string,
  folder: string,
  extension: string,
): Promise<EntryText[]> {
  const files = (await git.files(commit, `${folder}/`)).filter(
    (file) =>
      isOrdinary(file) &&
      posix.dirname(file.path) === folder &&
      posix.extname(file.path) === `.${extension}`,
  );
  const texts = await git.blobs(files.map(({ sha }) => sha));
  return files.map((file, i) => entryText(file, withoutBody(texts[i]!)));
}

/** The entry at a path; without text when there is none. */
export async function readEntry(git: Git, commit: string, path: string): Promise<EntryText> {
  const file = await fileAt(git, commit, path);
  if (!file) return { data: null, file: { path, id: null }, version: null };
  const [text] = await git.blobs([file.sha]);
  return entryText(file, text!);
}

/** All pictures of a folder by name: none of them is read. */
export async function listPictures(
  git: Git,
  commit: string,
  folder: string,
): Promise<ListedPicture[]> {
  const files = (await git.files(commit, `${folder}/`)).filter(isOrdinary);
  return files.map(({ path, sha }) => ({ id: sha, path, name: posix.basename(path) }));
}

/** The picture at a path; `undefined` when there is none. */
export async function readPicture(
  git: Git,
  commit: string,
  path: string,
): Promise<Picture | undefined> {
  const file = await fileAt(git, commit, path);
  if (!file) return undefined;
  const [content] = await git.blobs([file.sha]);
  return picture(file, content!);
}

export function isOrdinary({ mode }: Pick<TreeFile, 'mode'>): boolean {
  return mode === '100644';
}

/** A file without front matter (data, or one that nobody can read) stays as it is. */
function withoutBody(text: Buffer): Buffer {
  const parts = splitEntryFile(text.toString());
  return parts ? Buffer.from(`---\n${parts.front}---\n`) : text;
}

function entryText({ path, sha }: TreeFile, text: Buffer): EntryText {
  return { data: text.toString(), file: { path, id: sha }, version: sha };
}

function picture({ path, sha }: TreeFile, content: Buffer): Picture {
  return {
    id: sha,
    content: content.toString('base64'),
    encoding: 'base64',
    path,
    name: posix.basename(path),
  };
}
