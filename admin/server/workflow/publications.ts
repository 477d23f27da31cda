/** Publications, as the history of `main` keeps them. */
import { axesOf, changedEntries } from '../content/change-files.ts';
import type { Git, Person } from '../git/git.ts';
import { readPerson, trailerField, trailerValues } from '../git/trailers.ts';
import { changeKinds, type ChangeKind } from './draft-history.ts';

/** What the first line of a publication's commit says of an entry. */
export const publicationWords: Record<ChangeKind, string> = {
  edit: 'Đăng',
  withdraw: 'Gỡ',
  restore: 'Khôi phục',
  rename: 'Đổi mã',
  delete: 'Xóa',
};

export interface Publication {
  /** The commit on `main`. */
  id: string;
  /** The commit of `main` before, and the last one of the draft. */
  before: string;
  head: string;
  collection: string;
  slug: string;
  kind: ChangeKind;
  at: Date;
  /** Who published it, or set the moment for it. */
  person: Person;
  authors: Person[];
  /** Axes that it touches; '' stands for entries of no axis. */
  axes: string[];
  /** By one person alone, to be confirmed. */
  isEmergency: boolean;
}

const fields = [
  '%H',
  '%P',
  '%s',
  '%cI',
  trailerField('Published-by'),
  trailerField('Co-authored-by'),
  trailerField('Emergency-Reason'),
];

/** The publications of a range of `main`, such as `<commit>..<commit>`, the oldest first. */
export async function readPublications(git: Git, range: string): Promise<Publication[]> {
  const records = await git.log(['--first-parent', '--merges', '--reverse', range], fields);
  const found = records.map((record) => readPublication(git, record));
  return (await Promise.all(found)).filter((one) => one !== undefined);
}

/** `undefined` for a merge that was no publication. */
async function readPublication(
  git: Git,
  record: readonly string[],
): Promise<Publication | undefined> {
  const [id = '', parents = '', subject = '', date = '', publisher, authors, reason] = record;
  const [before = '', head = ''] = parents.split(' ');
  const kind = changeKinds.find((one) => subject.startsWith(`${publicationWords[one]} `));
  const [collection, slug] = subject.slice(subject.lastIndexOf(' ') + 1).split('/');
  const [person] = trailerValues(publisher).map(readPerson);
  if (!kind || !collection || !slug || !person) return undefined;
  return {
    id,
    before,
    head,
    collection,
    slug,
    kind,
    at: new Date(date),
    person,
    authors: trailerValues(authors).map(readPerson),
    axes: axesOf(await changedEntries(git, before, id)),
    isEmergency: trailerValues(reason).length > 0,
  };
}
