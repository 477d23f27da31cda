/** Every version of an entry: as it stood on the site after each publication, and as its draft stood after each save. */
import { frontOf, textsAt } from './change-files.ts';
import type { EntryPlace } from './files.ts';
import { fileAt } from './entries.ts';
import { bodyPictures } from './body-lines.ts';
import { Refusal } from '../http/errors.ts';
import type { Git } from '../git/git.ts';
import { mainRef } from '../git/repository.ts';
import type { Draft } from '../workflow/drafts.ts';
import { pathOf } from '#src/schema/entry-file.ts';

export interface Version {
  /** The commit in which the entry stood so. */
  id: string;
  /** Path of its file then: an entry may have had another name. */
  path: string;
  at: Date;
  /** Who wrote it, or published it. */
  person: string;
  isPublished: boolean;
}

/** So many publications under one name are listed; older ones are in git. */
const mostRead = 100;

/** The versions of an entry, newest first. */
export async function versionsOf(
  git: Git,
  place: EntryPlace,
  draft: Draft | undefined,
): Promise<Version[]> {
  const { type, path } = place;
  const written = (draft?.steps ?? [])
    .filter(({ changesContent }) => changesContent)
    .map(({ id, at, person }) => ({ id, path, at, person: person.name, isPublished: false }));
  const [text] = (await textsAt(git, mainRef, [path])).values();
  const former = text === undefined ? [] : frontOf(type, text)['formerSlugs'];
  const earlier = Array.isArray(former) ? former.map((slug) => pathOf(type, String(slug))) : [];
  const published: Version[] = [];
  for (const one of [path, ...earlier]) {
    const range = ['--first-parent', `-${mostRead}`, mainRef, '--', one];
    const commits = await git.log(range, ['%H', '%cI', '%an']);
    const isThere = await Promise.all(
      commits.map(async ([id = '']) => (await fileAt(git, id, one)) !== undefined),
    );
    for (const [id = '', at = '', person = ''] of commits.filter((_, i) => isThere[i])) {
      published.push({ id, path: one, at: new Date(at), person, isPublished: true });
    }
  }
  return [...written.toReversed(), ...published];
}

/** The text of a version. */
export async function textOfVersion(git: Git, { id, path }: Version): Promise<string> {
  return (await textsAt(git, id, [path])).get(path) ?? '';
}

/** One of the versions; refuses (404) a commit that is none. */
export function versionAt(versions: readonly Version[], id: string): Version {
  const version = versions.find((one) => one.id === id);
  if (version) return version;
  throw new Refusal(404, 'no-version', 'Không có bản này. Hãy chọn một bản trong danh sách.');
}

/** The pictures that a version shows and that a later commit no longer has, by path. */
export async function picturesMissing(
  git: Git,
  { id }: Pick<Version, 'id' | 'path'>,
  text: string,
  later: string,
): Promise<Map<string, Buffer>> {
  const missing = new Map<string, Buffer>();
  for (const address of bodyPictures(text)) {
    const path = `content${address}`;
    const [was, is] = await Promise.all([fileAt(git, id, path), fileAt(git, later, path)]);
    if (was && !is) missing.set(path, (await git.blobs([was.sha]))[0]!);
  }
  return missing;
}
