/** Drafts: finding them, moving them between states, discarding them. A step is one commit. */
import { personOf, type User } from './accounts.ts';
import { draftPrefix, draftRef, readDraftHistory, type DraftHistory } from './draft-history.ts';
import { Refusal } from './errors.ts';
import { entryPlace, isEntryKey, type EntryPlace } from './files.ts';
import { StaleRefError, type Git } from './git.ts';
import { createQueue, type Queue } from './queue.ts';
import { mainRef } from './repository.ts';
import { actionBetween, reasonAgainst, type Action, type Status } from './rules.ts';

export interface Draft extends DraftHistory, EntryPlace {
  ref: string;
}

/** One commit to be put on a draft. */
export interface Step {
  ref: string;
  /** Value of the reference before; `undefined` for a new draft. */
  from: string | undefined;
  parent: string;
  tree: string;
  status: Status;
  /** First line of the commit's message. */
  subject: string;
  /** What the person said about it. */
  note?: string | undefined;
}

const statusSubjects: Record<Status, string> = {
  draft: 'Đưa về bản nháp',
  pending_review: 'Chờ duyệt',
  pending_publish: 'Duyệt',
};

export class Drafts {
  readonly git: Git;
  /** Writes to drafts take turns: what was read before a write still holds when it is made. */
  readonly write: Queue = createQueue();

  constructor(git: Git) {
    this.git = git;
  }

  /** `<collection>/<slug>` of every draft. */
  async list(): Promise<string[]> {
    const keys = (await this.git.refs(draftPrefix)).map((ref) => ref.slice(draftPrefix.length));
    const found = await Promise.all(
      keys.map(async (key) => {
        const [collection = '', slug = ''] = key.split('/');
        const isDraft = isEntryKey(collection, slug) && (await this.find(collection, slug));
        return isDraft ? [key] : [];
      }),
    );
    return found.flat();
  }

  async find(collection: string, slug: string): Promise<Draft | undefined> {
    const place = entryPlace(collection, slug);
    const ref = draftRef(collection, slug);
    const head = await this.git.resolve(ref);
    const history = head && (await readDraftHistory(this.git, head));
    return history ? { ...place, ...history, ref } : undefined;
  }

  /** The draft; refuses with 404 when there is none. */
  async get(collection: string, slug: string): Promise<Draft> {
    const draft = await this.find(collection, slug);
    if (draft) return draft;
    throw new Refusal(404, 'no-draft', 'Mục này không có bản nháp.');
  }

  /** Moves a draft to another state; nothing happens when it is already there. */
  setStatus(
    user: User,
    collection: string,
    slug: string,
    status: Status,
    note?: string,
  ): Promise<void> {
    return this.write(async () => {
      const draft = await this.get(collection, slug);
      if (draft.status === status) return;
      assertAllowed(actionBetween(draft.status, status), draft, user);
      const { ref, head } = draft;
      const tree = await this.git.treeOf(head);
      const subject = `${statusSubjects[status]} ${collection}/${slug}`;
      await this.step(user, { ref, from: head, parent: head, tree, status, subject, note });
    });
  }

  /** Deletes a draft with all its steps; what is published stays. */
  discard(user: User, collection: string, slug: string): Promise<void> {
    return this.write(async () => {
      const draft = await this.get(collection, slug);
      assertAllowed('discard', draft, user);
      await this.git.updateRefs([{ ref: draft.ref, from: draft.head, to: undefined }]);
    });
  }

  /** Puts one commit on a draft; refuses with 409 when the draft has moved since it was read. */
  async step(user: User, step: Step): Promise<void> {
    // The note on one line: a line of its own could pass for another trailer.
    const note = step.note?.trim().replace(/\s+/g, ' ');
    const trailers = [
      `Workflow-Status: ${step.status}`,
      ...(note ? [`Workflow-Note: ${note}`] : []),
    ];
    const message = `${step.subject}\n\n${trailers.join('\n')}\n`;
    const to = await this.git.commit(step.tree, [step.parent], message, personOf(user));
    try {
      await this.git.updateRefs([{ ref: step.ref, from: step.from, to }]);
    } catch (error) {
      if (!(error instanceof StaleRefError)) throw error;
      throw new Refusal(
        409,
        'stale',
        'Mục này vừa được người khác thay đổi. Hãy tải lại trang rồi làm lại.',
      );
    }
  }

  /** The commit of `main`. */
  async main(): Promise<string> {
    const main = await this.git.resolve(mainRef);
    if (!main) throw new Error(`Kho ${this.git.dir} không có nhánh main.`);
    return main;
  }
}

/** Refuses with 403 and the reason what the rules do not allow. */
export function assertAllowed(action: Action, draft: DraftHistory, user: User): void {
  const { email } = personOf(user);
  const isAuthor = draft.authors.some((author) => author.email === email);
  const reason = reasonAgainst({ action, status: draft.status, role: user.role, isAuthor });
  if (reason) throw new Refusal(403, 'not-allowed', reason);
}
