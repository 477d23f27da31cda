/**
 * Publications by one person alone. Each stays on the list until a second approver has confirmed
 * it, which is an empty commit on `main` that names it.
 */
import { personOf, type User } from '../accounts/accounts.ts';
import { axesOf, changedEntries } from '../content/change-files.ts';
import { isOneOf, type Drafts } from './drafts.ts';
import { Refusal } from '../http/errors.ts';
import type { Git, Person } from '../git/git.ts';
import { mainRef } from '../git/repository.ts';
import { isWithinAxes, reasonAgainst } from './rules.ts';
import {
  commitMessage,
  personText,
  readPerson,
  trailerField,
  trailerValues,
} from '../git/trailers.ts';

export interface Emergency {
  /** The commit on `main`. */
  id: string;
  /** `<collection>/<slug>`. */
  key: string;
  reason: string;
  at: Date;
  publisher: Person;
  authors: Person[];
  /** Axes that it touches; '' stands for entries of no axis. */
  axes: string[];
}

const fields = [
  '%H',
  '%P',
  '%s',
  '%cI',
  trailerField('Emergency-Reason'),
  trailerField('Published-by'),
  trailerField('Co-authored-by'),
  trailerField('Confirms'),
];

/** Emergency publications in the history of `main` that nobody has confirmed, newest first. */
export async function readEmergencies(git: Git, main: string): Promise<Emergency[]> {
  const records = await git.log(
    [main, '--extended-regexp', '--grep=^(Emergency-Reason|Confirms): '],
    fields,
  );
  const confirmed = new Set(records.flatMap((record) => trailerValues(record[7])));
  const open = records.filter(([id = '', parents = '', , , reason]) => {
    // A publication has two parents: the site before, and the draft.
    const isPublication = parents.includes(' ') && trailerValues(reason).length > 0;
    return isPublication && !confirmed.has(id);
  });
  return Promise.all(open.map((record) => readEmergency(git, record)));
}

async function readEmergency(git: Git, record: readonly string[]): Promise<Emergency> {
  const [id = '', parents = '', subject = '', date = '', reason, publisher, authors] = record;
  const [before = ''] = parents.split(' ');
  return {
    id,
    key: subject.slice(subject.lastIndexOf(' ') + 1),
    reason: trailerValues(reason)[0] ?? '',
    at: new Date(date),
    publisher: readPerson(trailerValues(publisher)[0] ?? ''),
    authors: trailerValues(authors).map(readPerson),
    axes: axesOf(await changedEntries(git, before, id)),
  };
}

/** Why the rules do not let somebody confirm; `undefined` when they do. */
export function reasonAgainstConfirming(emergency: Emergency, user: User): string | undefined {
  return reasonAgainst({
    action: 'confirm',
    state: 'unconfirmed',
    role: user.role,
    isAuthor: isOneOf([emergency.publisher, ...emergency.authors], user),
    isWithinAxes: isWithinAxes(user.axes, emergency.axes),
  });
}

/** Confirms an emergency publication. Changes `main`: to be called in the publisher's turn. */
export async function confirmEmergency(drafts: Drafts, user: User, id: string): Promise<void> {
  const { git } = drafts;
  const main = await drafts.main();
  const emergency = (await readEmergencies(git, main)).find((one) => one.id === id);
  if (!emergency) {
    const message = 'Không có bài đăng khẩn cấp nào như vậy đang chờ xác nhận.';
    throw new Refusal(404, 'no-emergency', message);
  }
  const reason = reasonAgainstConfirming(emergency, user);
  if (reason) throw new Refusal(403, 'not-allowed', reason);
  const message = commitMessage(`Xác nhận đăng khẩn cấp ${emergency.key}`, [
    ['Reviewed-by', personText(personOf(user))],
    ['Confirms', id],
  ]);
  const commit = await git.commit(await git.treeOf(main), [main], message, personOf(user));
  await git.updateRefs([{ ref: mainRef, from: main, to: commit }]);
}
