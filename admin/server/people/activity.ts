/**
 * Everything that people did in a month: the steps of the workflow from git, and logins, refusals
 * and changes of accounts from the record.
 */
import { loginIn, type Account } from '../accounts/accounts.ts';
import { auditWords, type AuditEvent } from '../accounts/audit.ts';
import { draftPrefix, stepActions, stepWords } from '../workflow/draft-history.ts';
import { isEntryKey } from '../content/files.ts';
import type { Git } from '../git/git.ts';
import { hanoiDay } from '#src/time/hanoi.ts';
import { hanoiStamp } from '../machine/hanoi.ts';
import { mainRef } from '../git/repository.ts';
import { readPerson, trailerField, trailerValues } from '../git/trailers.ts';
import { csv } from '#src/text/csv.ts';

export interface Activity {
  at: Date;
  /** Name of the person. */
  name: string;
  login: string;
  address: string;
  /** What was done, in words. */
  action: string;
  /** `<collection>/<slug>`. */
  entry: string;
  reviewer: string;
  detail: string;
  /** The commit, for what git knows. */
  commit: string;
}

const fields = [
  '%H',
  '%an',
  '%ae',
  '%cI',
  '%s',
  trailerField('Workflow-Status'),
  trailerField('Workflow-Action'),
  trailerField('Workflow-Note'),
  trailerField('Reviewed-by'),
  trailerField('Emergency-Reason'),
  trailerField('Confirms'),
];

/** Months (`yyyy-mm`) from the first one to this one, the newest first. */
export function monthsSince(start: string | undefined, now: Date): string[] {
  const months: string[] = [];
  const last = hanoiDay(now).slice(0, 7);
  const first = start ?? last;
  let [year = 0, month = 0] = first.split('-').map(Number);
  for (let name = first; name <= last; name = `${year}-${String(month).padStart(2, '0')}`) {
    months.unshift(name);
    [year, month] = month === 12 ? [year + 1, 1] : [year, month + 1];
  }
  return months;
}

/** What git knows of a month, the oldest first: the commits of `main` and of the drafts. */
export async function readGitActivity(git: Git, month: string): Promise<Activity[]> {
  // Dates of commits need not be in order: git looks at all of them, this at the month of each.
  const start = new Date(`${month}-01T00:00:00+07:00`);
  const end = new Date(start.getTime() + 32 * 24 * 60 * 60 * 1000);
  const range = [
    `--since-as-filter=${start.toISOString()}`,
    `--until=${end.toISOString()}`,
    mainRef,
    `--glob=${draftPrefix}*`,
  ];
  return (await git.log(range, fields))
    .map(fromCommit)
    .filter(({ at }) => hanoiDay(at).startsWith(month))
    .reverse();
}

/** What git knows of everything that led to a commit, the oldest first. */
export async function readHistory(git: Git, commit: string): Promise<Activity[]> {
  return (await git.log([commit], fields)).map(fromCommit).reverse();
}

function fromCommit(record: readonly string[]): Activity {
  const [commit = '', name = '', email = '', date = '', subject = '', ...trailers] = record;
  const [status, action, note, reviewers, emergency, confirms] = trailers.map(trailerValues);
  const step = stepActions.find((known) => known === action?.[0]);
  const words = () => {
    if (emergency?.length) return 'Đăng khẩn cấp';
    if (confirms?.length) return 'Xác nhận bài đăng khẩn cấp';
    if (status?.[0] === 'published') return 'Đăng';
    return step && stepWords[step];
  };
  const known = words();
  return {
    at: new Date(date),
    name,
    login: loginIn(email) ?? '',
    address: '',
    action: known ?? 'Commit',
    entry: entryIn(subject),
    reviewer: (reviewers ?? []).map((text) => readPerson(text).name).join('; '),
    detail: emergency?.[0] ?? note?.[0] ?? confirms?.[0] ?? (known ? '' : subject),
    commit,
  };
}

/** The entry that a step's subject names. */
function entryIn(subject: string): string {
  const keys = subject.match(/[a-z]+\/[a-z0-9-]+/g) ?? [];
  return keys.find((key) => isEntryKey(...(key.split('/') as [string, string]))) ?? '';
}

/** What the record says, with people's names. */
export function fromAudit(
  { at, login = '', address = '', kind, detail = '' }: AuditEvent,
  accounts: readonly Pick<Account, 'login' | 'name'>[],
): Activity {
  const name = accounts.find((account) => account.login === login)?.name ?? '';
  const action = auditWords[kind];
  return { at, name, login, address, action, entry: '', reviewer: '', detail, commit: '' };
}

const columns: readonly [title: string, value: (activity: Activity) => string][] = [
  ['Thời điểm (giờ Hà Nội)', ({ at }) => hanoiStamp(at).slice(0, 19).replace('T', ' ')],
  ['Người', ({ name }) => name],
  ['Tên đăng nhập', ({ login }) => login],
  ['Địa chỉ mạng', ({ address }) => address],
  ['Việc', ({ action }) => action],
  ['Mục', ({ entry }) => entry],
  ['Người duyệt', ({ reviewer }) => reviewer],
  ['Chi tiết', ({ detail }) => detail],
  ['Commit', ({ commit }) => commit],
];

export function activityCsv(activities: readonly Activity[]): string {
  const rows = activities.map((activity) => columns.map(([, value]) => value(activity)));
  return csv([columns.map(([title]) => title), ...rows]);
}
