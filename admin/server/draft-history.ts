/**
 * A draft is a branch `cms/<collection>/<slug>`; what is known about it is read from its commits:
 * who wrote, in which state it is, who approved.
 */
import type { Git, Person } from './git.ts';
import { mainRef } from './repository.ts';
import { statuses, type Status } from './rules.ts';

export const draftPrefix = 'refs/heads/cms/';

export interface DraftHistory {
  head: string;
  /** The commit of `main` on which the draft rests. */
  base: string;
  status: Status;
  /** Everybody who wrote content of the draft, in the order of their first commit. */
  authors: Person[];
  /** Who set the draft ready; present only while it is. */
  reviewer?: Person;
  changedAt: Date;
}

interface Step {
  sha: string;
  person: Person;
  date: Date;
  status: Status | undefined;
  changesContent: boolean;
}

const fields = [
  '%m',
  '%H',
  '%T',
  '%P',
  '%an',
  '%ae',
  '%cI',
  '%(trailers:key=Workflow-Status,valueonly,separator=%x02)',
];

/** The reference of an entry's draft. */
export function draftRef(collection: string, slug: string): string {
  return `${draftPrefix}${collection}/${slug}`;
}

/** The draft whose branch ends at `head`; `undefined` when `main` already holds all of it. */
export async function readDraftHistory(git: Git, head: string): Promise<DraftHistory | undefined> {
  const steps = await readSteps(git, head);
  const [newest] = steps;
  if (!newest) return undefined;
  const status = statusOf(steps);
  const authors = new Map<string, Person>();
  for (const { changesContent, person } of steps.toReversed()) {
    if (changesContent && !authors.has(person.email)) authors.set(person.email, person);
  }
  return {
    head,
    base: await git.mergeBase(mainRef, head),
    status,
    authors: [...authors.values()],
    ...(status === 'pending_publish' && { reviewer: newest.person }),
    changedAt: newest.date,
  };
}

/** The commits of a draft, newest first. */
async function readSteps(git: Git, head: string): Promise<Step[]> {
  const range = ['--first-parent', '--boundary', `${mainRef}..${head}`];
  const records = await git.log(range, fields);
  const trees = new Map(records.map(([, sha = '', tree = '']) => [sha, tree]));
  return records
    .filter(([mark]) => mark !== '-')
    .map(
      ([, sha = '', tree = '', parents = '', name = '', email = '', date = '', status = '']) => ({
        sha,
        person: { name, email },
        date: new Date(date),
        status: statuses.find((known) => known === status),
        changesContent: tree !== trees.get(parents.split(' ')[0] ?? ''),
      }),
    );
}

/**
 * The newest state that a commit names. Ready holds only as the very last step and only for content
 * that came before it: a commit from elsewhere on top of it, or inside it, has not been read.
 */
function statusOf(steps: readonly Step[]): Status {
  const index = steps.findIndex(({ status }) => status !== undefined);
  const step = steps[index];
  if (!step?.status) return 'draft';
  const isRead = index === 0 && !step.changesContent;
  return step.status === 'pending_publish' && !isRead ? 'pending_review' : step.status;
}
