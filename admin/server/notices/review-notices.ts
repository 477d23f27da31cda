/** Entries whose review date has come: one notice a person, however many there are. */
import type { Account } from '../accounts/accounts.ts';
import type { LiveEntry } from '../content/live-entries.ts';
import type { Git, Person } from '../git/git.ts';
import { readPerson, trailerField, trailerValues } from '../git/trailers.ts';
import { isOneOf } from '../workflow/drafts.ts';
import { isWithinAxes } from '../workflow/rules.ts';
import type { Addressed } from './kinds.ts';
import { titleWords } from './words.ts';

export interface DueEntry {
  entry: LiveEntry;
  /** Who wrote what stands there now. */
  authors: readonly Person[];
}

/** So many are named; the rest are counted. */
const named = 3;

/** For the authors of the entries, and for approvers of their axes. */
export function reviewNotices(due: readonly DueEntry[], accounts: readonly Account[]): Addressed[] {
  return accounts.flatMap((account) => {
    const mine = due.filter(({ entry, authors }) => {
      const isApprover = account.role === 'approver' && isWithinAxes(account.axes, [entry.axis]);
      return isApprover || isOneOf(authors, account);
    });
    const [first] = mine;
    if (!first) return [];
    const names = mine.slice(0, named).map(({ entry }) => titleWords(entry.title));
    const more = mine.length > named ? ` và ${mine.length - named} mục nữa` : '';
    const { type, slug } = first.entry;
    const link =
      mine.length === 1 ? `/admin/da-dang/${type.name}/${slug}/` : '/admin/cua-toi/#ra-soat';
    const text = `Đến ngày rà soát: ${names.join(', ')}${more}.`;
    return [{ kind: 'review-date', text, link, to: [account.login] }];
  });
}

/** Who wrote the version of an entry that was published last; nobody when it came by no draft. */
export async function lastAuthors(git: Git, main: string, path: string): Promise<Person[]> {
  const range = ['--first-parent', '-1', main, '--', path];
  const [record] = await git.log(range, [trailerField('Co-authored-by')]);
  return trailerValues(record?.[0]).map(readPerson);
}
