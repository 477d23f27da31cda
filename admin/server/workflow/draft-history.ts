/**
 * A draft is a branch `cms/<collection>/<slug>`; what is known about it is read from its commits:
 * who wrote, in which state it is, who approved, when it is to be published.
 */
import type { Git, Person } from '../git/git.ts';
import { parseMoment } from '../machine/hanoi.ts';
import { readEases, type Ease } from './eases.ts';
import { statuses, type Status } from './rules.ts';
import { readMessage, trailerField, trailerValues } from '../git/trailers.ts';

export const draftPrefix = 'refs/heads/cms/';

/** What a commit of a draft did, as its `Workflow-Action` says. */
export const stepActions = [
  'save',
  'submit',
  'take-back',
  'send-back',
  'approve',
  'schedule',
  'reschedule',
  'unschedule',
  'schedule-failed',
  'comment',
  'withdraw',
  'restore',
  'rename',
  'delete',
] as const;
export type StepAction = (typeof stepActions)[number];

export const stepWords: Record<StepAction, string> = {
  save: 'Lưu',
  submit: 'Gửi duyệt',
  'take-back': 'Rút lại',
  'send-back': 'Trả lại',
  approve: 'Duyệt',
  schedule: 'Duyệt và hẹn giờ đăng',
  reschedule: 'Đổi giờ đăng',
  unschedule: 'Hủy hẹn giờ',
  'schedule-failed': 'Chưa đăng được theo lịch',
  comment: 'Góp ý',
  withdraw: 'Đề nghị gỡ',
  restore: 'Đề nghị khôi phục',
  rename: 'Đề nghị đổi mã',
  delete: 'Đề nghị xóa',
};

/** What a change does to its entry; `edit` for everything that is written in the editor. */
export const changeKinds = ['edit', 'withdraw', 'restore', 'rename', 'delete'] as const;
export type ChangeKind = (typeof changeKinds)[number];

/** One step of a draft's history. */
export interface HistoryStep {
  /** The commit. */
  id: string;
  person: Person;
  at: Date;
  action: StepAction;
  /** State that the step names; none for comments. */
  status?: Status;
  note?: string;
  /** Moment of publication that a `schedule` or a `reschedule` names. */
  publishAt?: Date;
  /** Which of the five eases whoever approved found kept. */
  eases?: Ease[];
  /** The place in the text that a comment is about. */
  place?: CommentPlace;
  /** A comment which says that an earlier one is settled, or open again. */
  settles?: Settlement;
  changesContent: boolean;
}

/** Words of an entry, as they stood when somebody commented on them. */
export interface CommentPlace {
  /** Such as `title`, `keyPoints.0` or, for the third paragraph of the text, `body.2`. */
  field: string;
  quote: string;
  /** What should stand there instead. */
  suggestion?: string;
}

export interface Settlement {
  /** The commit of the earlier comment. */
  id: string;
  resolved: boolean;
}

export interface DraftHistory {
  head: string;
  /** The commit of `main` on which the draft rests. */
  base: string;
  status: Status;
  kind: ChangeKind;
  /** Everybody who wrote content of the draft, in the order of their first commit. */
  authors: Person[];
  /** Who set the draft ready; present only while it is. */
  reviewer?: Person;
  /** Moment at which a ready draft publishes by itself; gone once that was cancelled or has failed. */
  publishAt?: Date;
  /** Why the last scheduled publication did not happen, until somebody takes the next step. */
  scheduleFailure?: string;
  changedAt: Date;
  /** Oldest first. */
  steps: HistoryStep[];
}

/** The trailers that say what a step is. */
const trailerNames = [
  'Workflow-Status',
  'Workflow-Action',
  'Workflow-Note',
  'Publish-At',
  'Five-Eases',
  'Place',
  'Quote',
  'Suggestion',
  'Resolves',
  'Reopens',
] as const;

const fields = ['%m', '%H', '%T', '%P', '%an', '%ae', '%cI', ...trailerNames.map(trailerField)];

/** The reference of an entry's draft. */
export function draftRef(collection: string, slug: string): string {
  return `${draftPrefix}${collection}/${slug}`;
}

/** What a branch says of its draft. */
export interface ReadBranch {
  head: string;
  /** The commit of `main` on which it rests; none for a branch from elsewhere that has nothing in common with it. */
  base: string | undefined;
  /** Newest first. */
  steps: readonly HistoryStep[];
  /** Its commits that `main` does not hold: while `main` gains none of them, it says the same. */
  commits: ReadonlySet<string>;
}

/** The branch that ends at `head`, beside a commit of `main`. */
export async function readBranch(git: Git, main: string, head: string): Promise<ReadBranch> {
  const [read, bases] = await Promise.all([
    readSteps(git, main, head),
    git.attempt(['merge-base', main, head]),
  ]);
  const base = bases.code === 0 ? bases.stdout.toString().trim() : undefined;
  return { head, base, ...read };
}

/** The branch of which nothing is written yet. */
export function emptyBranch(main: string): ReadBranch {
  return { head: main, base: main, steps: [], commits: new Set() };
}

/** More steps at once than anybody takes between two readings. */
const mostNew = 20;

/**
 * The branch after the steps that this server has put on it since it was read, which asks for no
 * program: a save reads two commits, however long the branch is. `undefined` when `head` is reached
 * otherwise (a merge, a commit from elsewhere): `readBranch` reads any.
 */
export async function readOn(
  git: Git,
  known: ReadBranch,
  head: string,
): Promise<ReadBranch | undefined> {
  const steps: HistoryStep[] = [];
  let at = head;
  while (at !== known.head) {
    const commit = steps.length < mostNew ? await git.ownCommit(at) : undefined;
    const [parent, ...merged] = commit?.parents ?? [];
    const trailers = commit && readMessage(commit.message);
    if (!trailers || parent === undefined || merged.length > 0) return undefined;
    const changesContent = commit.tree !== (await git.treeOf(parent));
    const values = trailerNames.map((name) => trailers.get(name));
    const { author: person, at: moment } = commit;
    steps.push({ ...stepOf(values, changesContent), id: at, person, at: moment });
    at = parent;
  }
  return {
    head,
    base: known.base,
    steps: [...steps, ...known.steps],
    commits: new Set([...known.commits, ...steps.map(({ id }) => id)]),
  };
}

/** What a branch says of its draft; `undefined` when `main` already holds all of it. */
export function historyOf({
  head,
  base,
  steps: newestFirst,
}: ReadBranch): DraftHistory | undefined {
  const [newest] = newestFirst;
  if (!newest || base === undefined) return undefined;
  const steps = newestFirst.toReversed();
  const { status, ready, isCancelled } = standing(newestFirst);
  const failure = newestFirst.find(({ action }) => action !== 'comment');
  const hasFailed = failure?.action === 'schedule-failed';
  return {
    head,
    base,
    status,
    kind: changeKinds.find((kind) => kind === steps[0]?.action) ?? 'edit',
    authors: authorsOf(steps),
    ...(ready && { reviewer: ready.person }),
    ...(ready?.publishAt && !hasFailed && !isCancelled && { publishAt: ready.publishAt }),
    ...(hasFailed && { scheduleFailure: failure.note ?? '' }),
    changedAt: newest.at,
    steps,
  };
}

/**
 * Whether a draft that now ends in `steps` is still what somebody saw when it ended at `head`:
 * comments that came since change nothing of it.
 */
export function isUnchangedSince(steps: readonly HistoryStep[], head: string): boolean {
  const seen = steps.findIndex(({ id }) => id === head);
  return seen >= 0 && steps.slice(seen + 1).every(isComment);
}

/** The steps of a draft, newest first, and all commits of its branch. */
async function readSteps(git: Git, main: string, head: string) {
  const records = await git.log(['--boundary', `${main}..${head}`], fields);
  const trees = new Map(records.map(([, sha = '', tree = '']) => [sha, tree]));
  const own = new Map(
    records.flatMap((record) => (record[0] === '-' ? [] : [[record[1]!, record] as const])),
  );
  const steps: HistoryStep[] = [];
  // What was merged into the draft is no step of it.
  for (let at = own.get(head); at; at = own.get(firstParent(at))) {
    steps.push(readStep(at, trees));
  }
  return { steps, commits: new Set(own.keys()) };
}

function firstParent([, , , parents = '']: readonly string[]): string {
  return parents.split(' ')[0]!;
}

function readStep(record: readonly string[], trees: ReadonlyMap<string, string>): HistoryStep {
  const [, id = '', tree = '', , name = '', email = '', date = '', ...trailers] = record;
  const values = trailers.map((field) => trailerValues(field)[0]);
  const changesContent = tree !== trees.get(firstParent(record));
  return { ...stepOf(values, changesContent), id, person: { name, email }, at: new Date(date) };
}

/** What a step's trailers say, in the order of `trailerNames`. */
function stepOf(
  values: readonly (string | undefined)[],
  changesContent: boolean,
): Omit<HistoryStep, 'id' | 'person' | 'at'> {
  const [statusText, actionText, note, moment, eases, field, quote, suggestion, resolves, reopens] =
    values;
  const status = statuses.find((known) => known === statusText);
  const action = stepActions.find((known) => known === actionText);
  const publishAt = moment === undefined ? undefined : parseMoment(moment);
  return {
    // A commit that an engineer made by hand names no action.
    action: action ?? (changesContent ? 'save' : 'comment'),
    ...(status && { status }),
    ...(note !== undefined && { note }),
    ...(publishAt && { publishAt }),
    ...(eases !== undefined && { eases: readEases(eases.split(' ')) }),
    ...(field &&
      quote && { place: { field, quote, ...(suggestion !== undefined && { suggestion }) } }),
    ...(resolves !== undefined && { settles: { id: resolves, resolved: true } }),
    ...(reopens !== undefined && { settles: { id: reopens, resolved: false } }),
    changesContent,
  };
}

function isComment({ status, changesContent }: HistoryStep): boolean {
  return status === undefined && !changesContent;
}

/**
 * The newest state that a commit names. Ready holds only when that commit and everything after it
 * leave the content alone: what came from elsewhere, on top of it or inside it, has not been read.
 */
function standing(newestFirst: readonly HistoryStep[]): {
  status: Status;
  ready?: HistoryStep;
  /** Its moment of publication was taken back; that it is approved holds. */
  isCancelled?: boolean;
} {
  const index = newestFirst.findIndex(({ status }) => status !== undefined);
  const step = newestFirst[index];
  if (!step?.status) return { status: 'draft' };
  if (step.status !== 'pending_publish') return { status: step.status };
  const isRead = newestFirst.slice(0, index + 1).every(({ changesContent }) => !changesContent);
  if (!isRead) return { status: 'pending_review' };
  const isCancelled = newestFirst.slice(0, index).some(({ action }) => action === 'unschedule');
  return { status: step.status, ready: step, isCancelled };
}

function authorsOf(steps: readonly HistoryStep[]): Person[] {
  const authors = new Map<string, Person>();
  for (const { changesContent, person } of steps) {
    if (changesContent && !authors.has(person.email)) authors.set(person.email, person);
  }
  return [...authors.values()];
}
