/** Drafts: finding them, moving them between states, discarding them. A step is one commit. */
import { personOf, type User } from '../accounts/accounts.ts';
import { axesOf, changedEntries } from '../content/change-files.ts';
import {
  draftPrefix,
  draftRef,
  emptyBranch,
  historyOf,
  isUnchangedSince,
  readBranch,
  readOn,
  type DraftHistory,
  type CommentPlace,
  type ReadBranch,
  type Settlement,
  type StepAction,
} from './draft-history.ts';
import type { Ease } from './eases.ts';
import { Refusal } from '../http/errors.ts';
import { entryPlace, isEntryKey, type EntryPlace } from '../content/files.ts';
import { StaleRefError, type Git, type Person } from '../git/git.ts';
import { hanoiStamp } from '../machine/hanoi.ts';
import { createQueues } from '../machine/queue.ts';
import { mainRef } from '../git/repository.ts';
import {
  isWithinAxes,
  needsReason,
  reasonAgainst,
  type Action,
  type State,
  type Status,
} from './rules.ts';
import { commitMessage } from '../git/trailers.ts';

export interface Draft extends DraftHistory, EntryPlace {
  ref: string;
  /** Axes that the change touches; '' stands for entries of no axis. */
  axes: string[];
}

export interface DraftKey {
  /** Name of the content type. */
  collection: string;
  slug: string;
}

/** One commit to be put on a draft. */
export interface Step {
  ref: string;
  /** Value of the reference before; `undefined` for a new draft. */
  from: string | undefined;
  parent: string;
  /** The commit of the site with which the draft is brought together. */
  mergedWith?: string;
  tree: string;
  action: StepAction;
  /** None for a comment, which leaves the state alone. */
  status?: Status;
  /** First line of the commit's message. */
  subject: string;
  /** What the person said about it. */
  note?: string | undefined;
  publishAt?: Date | undefined;
  eases?: readonly Ease[] | undefined;
  place?: CommentPlace | undefined;
  settles?: Settlement;
}

/** A step that changes no content. */
export type Remark = Omit<Step, 'ref' | 'from' | 'parent' | 'tree'>;

/** What was read of a draft's branch beside a commit of `main`. */
interface Known {
  main: string;
  branch: ReadBranch;
  draft: Draft | undefined;
}

export class Drafts {
  readonly git: Git;
  /** Called after each step with its commit; what it does must not hold up who took the step. */
  onStep: (step: Step, id: string) => void = () => undefined;
  readonly #queues = createQueues();
  /** By reference. */
  readonly #known = new Map<string, Known>();
  /** What a commit of `main` has gained since an earlier one, by that one. */
  #gains = { main: '', since: new Map<string, Promise<readonly string[] | undefined>>() };

  constructor(git: Git) {
    this.git = git;
  }

  /** Writes to one draft take turns: what was read before a write still holds when it is made. */
  write<T>({ collection, slug }: DraftKey, task: () => Promise<T>): Promise<T> {
    return this.#queues(draftRef(collection, slug), task);
  }

  /** Every draft, in the order of their references. */
  async all(): Promise<Draft[]> {
    const heads = await this.#heads(draftPrefix);
    const found = await Promise.all(
      [...heads].map(async ([ref, head]) => {
        const [collection = '', slug = '', ...rest] = ref.slice(draftPrefix.length).split('/');
        const isKey = rest.length === 0 && isEntryKey(collection, slug);
        if (!isKey) return undefined;
        return this.#read(entryPlace(collection, slug), ref, head, heads.get(mainRef));
      }),
    );
    return found.filter((draft) => draft !== undefined);
  }

  async find(collection: string, slug: string): Promise<Draft | undefined> {
    const place = entryPlace(collection, slug);
    const ref = draftRef(place.type.name, slug);
    // `main` first: a publication in between takes the draft away, and then there is none.
    const main = await this.git.resolve(mainRef);
    const head = await this.git.resolve(ref);
    return this.#read(place, ref, head, main);
  }

  /** The commits of `main` and of the references below a prefix, as they are at one moment. */
  async #heads(prefix: string): Promise<Map<string, string>> {
    const format = '--format=%(refname) %(objectname)';
    const output = await this.git.run(['for-each-ref', format, mainRef, prefix]);
    const lines = output.toString().split('\n').filter(Boolean);
    return new Map(lines.map((line) => line.split(' ') as [string, string]));
  }

  async #read(
    place: EntryPlace,
    ref: string,
    head: string | undefined,
    main: string | undefined,
  ): Promise<Draft | undefined> {
    if (head === undefined) {
      this.#known.delete(ref);
      return undefined;
    }
    if (main === undefined) throw this.#noMain();
    const last = this.#known.get(ref);
    const known = last && (await this.#holds(last, main)) ? last : undefined;
    if (known?.branch.head === head) {
      this.#known.set(ref, { ...known, main });
      return known.draft;
    }
    // Where `main` held all of it, what came since may be in `main` too.
    const from = known?.branch.commits.size ? known.branch : emptyBranch(main);
    const branch = (await readOn(this.git, from, head)) ?? (await readBranch(this.git, main, head));
    const history = historyOf(branch);
    const files = history && (await changedEntries(this.git, history.base, head));
    const draft = history && { ...place, ...history, ref, axes: axesOf(files ?? []) };
    this.#known.set(ref, { main, branch, draft });
    return draft;
  }

  /** Each publication moves `main`, and fifty drafts are not read anew for it: only what `main` gained counts. */
  async #holds(known: Known, main: string): Promise<boolean> {
    if (known.main === main) return true;
    if (this.#gains.main !== main) this.#gains = { main, since: new Map() };
    const { since } = this.#gains;
    const asked = since.get(known.main) ?? this.#gained(known.main, main);
    since.set(known.main, asked);
    const gained = await asked;
    return gained !== undefined && !gained.some((commit) => known.branch.commits.has(commit));
  }

  /** The commits of `main` since an earlier one; `undefined` when that one is no part of it. */
  async #gained(from: string, to: string): Promise<readonly string[] | undefined> {
    const sides = await this.git.attempt(['rev-list', '--left-right', `${from}...${to}`]);
    const lines = sides.stdout.toString().split('\n').filter(Boolean);
    const isPart = sides.code === 0 && lines.every((line) => line.startsWith('>'));
    return isPart ? lines.map((line) => line.slice(1)) : undefined;
  }

  /** The draft; refuses with 404 when there is none. */
  async get(collection: string, slug: string): Promise<Draft> {
    const draft = await this.find(collection, slug);
    if (draft) return draft;
    throw new Refusal(404, 'no-draft', 'Mục này không có bản nháp.');
  }

  /** Deletes a draft with all its steps and returns its last commit; what is published stays. */
  discard(user: User, collection: string, slug: string, head?: string): Promise<string> {
    return this.write({ collection, slug }, async () => {
      const draft = await this.get(collection, slug);
      assertSeen(draft, head);
      assertAllowed('discard', draft, user);
      await this.git.updateRefs([{ ref: draft.ref, from: draft.head, to: undefined }]);
      return draft.head;
    });
  }

  /** Puts a commit without content on a draft. */
  async remark(person: Person, draft: Draft, remark: Remark): Promise<string> {
    const { ref, head } = draft;
    const tree = await this.git.treeOf(head);
    return this.step(person, { ...remark, ref, from: head, parent: head, tree });
  }

  /**
   * Puts one commit on a draft and returns it; refuses with 409 when the draft has moved since it
   * was read.
   */
  async step(person: Person, step: Step): Promise<string> {
    const message = commitMessage(step.subject, [
      ['Workflow-Status', step.status],
      ['Workflow-Action', step.action],
      ['Workflow-Note', step.note],
      ['Publish-At', step.publishAt && hanoiStamp(step.publishAt)],
      ['Five-Eases', step.eases?.join(' ')],
      ['Place', step.place?.field],
      ['Quote', step.place?.quote],
      ['Suggestion', step.place?.suggestion],
      [step.settles?.resolved ? 'Resolves' : 'Reopens', step.settles?.id],
    ]);
    const parents = step.mergedWith ? [step.parent, step.mergedWith] : [step.parent];
    const to = await this.git.commit(step.tree, parents, message, person);
    try {
      await this.git.updateRefs([{ ref: step.ref, from: step.from, to }]);
    } catch (error) {
      throw error instanceof StaleRefError ? moved() : error;
    }
    this.onStep(step, to);
    return to;
  }

  /** The commit of `main`. */
  async main(): Promise<string> {
    const main = await this.git.resolve(mainRef);
    if (!main) throw this.#noMain();
    return main;
  }

  #noMain(): Error {
    return new Error(`Kho ${this.git.dir} không có nhánh main.`);
  }
}

/** Refuses with 409 when the draft is no longer what the person saw at the commit `head`. */
export function assertSeen(draft: DraftHistory, head: string | undefined): void {
  if (head !== undefined && !isUnchangedSince(draft.steps, head)) throw moved();
}

function moved(): Refusal {
  const message = 'Mục này vừa được người khác thay đổi. Hãy mở lại mục này, xem lại rồi làm lại.';
  return new Refusal(409, 'stale', message);
}

/** Why the rules do not let somebody act on a draft; `undefined` when they do. */
export function reasonAgainstDraft(action: Action, draft: Draft, user: User): string | undefined {
  return reasonAgainst({
    action,
    state: draft.status,
    role: user.role,
    isAuthor: isOneOf(draft.authors, user),
    isWithinAxes: isWithinAxes(user.axes, draft.axes),
  });
}

/** Refuses with 403 and the reason what the rules do not allow. */
export function assertAllowed(action: Action, draft: Draft, user: User): void {
  const reason = reasonAgainstDraft(action, draft, user);
  if (reason) throw new Refusal(403, 'not-allowed', reason);
}

/** The rules for an entry without a draft: nobody is its author yet, and its change is reviewed. */
export function assertAllowedLive(action: Action, state: State, user: User): void {
  const asked = { action, state, role: user.role, isAuthor: false, isWithinAxes: true };
  const reason = reasonAgainst(asked);
  if (reason) throw new Refusal(403, 'not-allowed', reason);
}

/** The written reason of an action; refuses with 422 when it needs one and there is none. */
export function reasonFor(action: Action, note: string | undefined): string | undefined {
  const text = note?.trim() || undefined;
  if (text === undefined && needsReason(action)) {
    throw new Refusal(422, 'needs-reason', 'Hãy ghi lý do, để người khác hiểu và lịch sử còn ghi.');
  }
  return text;
}

/** Whether the user is among the people that git names. */
export function isOneOf(people: readonly Person[], user: User): boolean {
  const { email } = personOf(user);
  return people.some((person) => person.email === email);
}
