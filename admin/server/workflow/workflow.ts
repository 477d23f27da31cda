/**
 * The one place through which every action on an entry goes, whoever asks for it: the CMS, the
 * review pages, the schedule.
 */
import { personOf, type User } from '../accounts/accounts.ts';
import type { Audit } from '../accounts/audit.ts';
import {
  readChange,
  readQueueItem,
  type ChangeView,
  type QueueItem,
} from '../review/change-view.ts';
import { settleComment, takeOver, writeComment } from './comments.ts';
import type { CommentPlace, StepAction } from './draft-history.ts';
import {
  assertAllowed,
  assertSeen,
  isOneOf,
  reasonAgainstDraft,
  reasonFor,
  type Draft,
  type Drafts,
} from './drafts.ts';
import { confirmEmergency, readEmergencies, type Emergency } from './emergencies.ts';
import { Refusal } from '../http/errors.ts';
import { hanoiTime, parseMoment } from '../machine/hanoi.ts';
import { makeLifecycleDraft, type LifecycleAction } from './lifecycle.ts';
import type { Ease } from './eases.ts';
import type { LiveEntries, LiveEntry } from '../content/live-entries.ts';
import { mergeDraft, type Choice } from './merging.ts';
import type { Publisher } from './publish.ts';
import { actionBetween, actions, type Action, type Status } from './rules.ts';
import { farthestMoment } from './schedule.ts';

export type { ChangeView, QueueItem };

/** What an action says beside its name; each action takes what it needs. */
export interface ActionRequest {
  collection: string;
  slug: string;
  /** The commit that the person saw; refused when the change has moved since. */
  head?: string | undefined;
  /** Reason or comment. */
  note?: string | undefined;
  /** `schedule`: the moment, as a form (`2026-12-01T08:00`, in Hà Nội) or a record writes it. */
  at?: string | undefined;
  /** `rename`: the new slug. */
  newSlug?: string | undefined;
  /** `withdraw`: address of the page that takes its place. */
  successor?: string | undefined;
  /** `approve`, `schedule`: which of the five eases the text keeps. */
  eases?: readonly Ease[] | undefined;
  /** `comment`: the place that it is about. */
  place?: CommentPlace | undefined;
  /** `merge`: what stands in each place in question. */
  choices?: ReadonlyMap<string, Choice> | undefined;
  /** `settle`, `takeOver`: the commit of the comment; `confirm`: that of the emergency publication. */
  id?: string | undefined;
}

export interface ActionResult {
  /** What was done, for the person who did it. */
  message: string;
  /** Address of the page, after a publication. */
  url?: string;
}

interface Options {
  drafts: Drafts;
  live: LiveEntries;
  publisher: Publisher;
  /** Keeps what git forgets: who discarded a draft. */
  audit: Pick<Audit, 'record'>;
  now: () => Date;
  /** Called after a moment of publication was set, and after the site has changed. */
  onChange: () => void;
}

export class Workflow {
  readonly #drafts: Drafts;
  readonly #live: LiveEntries;
  readonly #publisher: Publisher;
  readonly #audit: Pick<Audit, 'record'>;
  readonly #now: () => Date;
  readonly #onChange: () => void;

  constructor({ drafts, live, publisher, audit, now, onChange }: Options) {
    this.#drafts = drafts;
    this.#live = live;
    this.#publisher = publisher;
    this.#audit = audit;
    this.#now = now;
    this.#onChange = onChange;
  }

  /** Every change, what has waited longest for an approver first. */
  async queue(): Promise<QueueItem[]> {
    const items = await Promise.all(
      (await this.#drafts.all()).map((draft) => readQueueItem(this.#drafts.git, draft)),
    );
    const since = ({ waitingSince, draft }: QueueItem) =>
      (waitingSince ?? draft.changedAt).getTime();
    return items.sort((a, b) => since(a) - since(b));
  }

  /** One change with everything that an approver needs to decide; refuses with 404. */
  async change(collection: string, slug: string): Promise<ChangeView> {
    const draft = await this.#drafts.get(collection, slug);
    return readChange(this.#drafts.git, await this.#drafts.main(), draft);
  }

  /** Everything that stands on the site, withdrawn entries among them. */
  async live(): Promise<readonly LiveEntry[]> {
    return this.#live.at(await this.#drafts.main());
  }

  /** Emergency publications that no second approver has confirmed yet, newest first. */
  async emergencies(): Promise<Emergency[]> {
    return readEmergencies(this.#drafts.git, await this.#drafts.main());
  }

  /** For each action on a draft: why this person may not do it; `undefined` when she may. */
  reasonsAgainst(user: User, draft: Draft): Record<Action, string | undefined> {
    const reasons = actions.map((action) => [action, reasonAgainstDraft(action, draft, user)]);
    return Object.fromEntries(reasons) as Record<Action, string | undefined>;
  }

  /** Does what a person asked for, or refuses with the reason and leaves everything as it was. */
  async act(user: User, action: Action, request: ActionRequest): Promise<ActionResult> {
    const { collection, slug, head } = request;
    const note = reasonFor(action, request.note);
    switch (action) {
      case 'save':
        throw new Refusal(422, 'unknown-action', 'Hãy lưu trong trang soạn bài.');
      case 'submit':
        return this.#move(user, action, 'pending_review', { ...request, note });
      case 'takeBack':
      case 'sendBack':
        return this.#move(user, action, 'draft', { ...request, note });
      case 'approve':
        return this.#move(user, action, 'pending_publish', { ...request, note });
      case 'schedule':
        return this.#schedule(user, { ...request, note });
      case 'unschedule':
        return this.#unschedule(user, request);
      case 'comment':
        await writeComment(this.#drafts, user, request);
        return { message: 'Đã ghi góp ý.' };
      case 'settle':
        await settleComment(this.#drafts, user, { collection, slug, id: request.id ?? '' });
        return { message: 'Đã ghi lại việc xử lý góp ý.' };
      case 'takeOver':
        await takeOver(this.#drafts, user, { collection, slug, head, id: request.id ?? '' });
        return { message: 'Đã nhận sửa.' };
      case 'merge':
        await mergeDraft(this.#drafts, user, { ...request, choices: request.choices ?? new Map() });
        return { message: 'Đã gộp hai bản.' };
      case 'discard':
        return this.#discard(user, request);
      case 'publish': {
        const url = await this.#publisher.publish(user, { collection, slug, head });
        this.#onChange();
        return { message: 'Đã đăng.', url };
      }
      case 'emergency': {
        const reason = note!;
        const url = await this.#publisher.publishNow(user, { collection, slug, head, reason });
        this.#onChange();
        return { message: 'Đã đăng khẩn cấp. Cần một người duyệt khác xác nhận.', url };
      }
      case 'confirm':
        await this.#publisher.inTurn(() => confirmEmergency(this.#drafts, user, request.id ?? ''));
        return { message: 'Đã xác nhận bài đăng khẩn cấp.' };
      default:
        return this.#lifecycle(user, action, { ...request, note });
    }
  }

  /** Moves a change to a state, as the CMS asks for it; nothing happens when it is there. */
  async setStatus(user: User, status: Status, request: ActionRequest): Promise<void> {
    const draft = await this.#drafts.get(request.collection, request.slug);
    if (draft.status === status) return;
    const action = actionBetween(draft.status, status, isOneOf(draft.authors, user));
    if (action === 'sendBack' && !request.note?.trim()) {
      const message = `Trả lại thì phải ghi lý do. Hãy trả lại ở trang duyệt: /admin/duyet/${request.collection}/${request.slug}/`;
      throw new Refusal(422, 'needs-reason', message);
    }
    const note = reasonFor(action, request.note);
    await this.#move(user, action, status, { ...request, note });
  }

  #move(
    user: User,
    action: Action,
    status: Status,
    { collection, slug, head, note, eases }: ActionRequest,
  ): Promise<ActionResult> {
    const { step, subject, done } = moves[action as keyof typeof moves];
    return this.#drafts.write({ collection, slug }, async () => {
      const draft = await this.#drafts.get(collection, slug);
      assertSeen(draft, head);
      assertAllowed(action, draft, user);
      const text = `${subject} ${collection}/${slug}`;
      const remark = { action: step, status, subject: text, note, eases };
      await this.#drafts.remark(personOf(user), draft, remark);
      return { message: done };
    });
  }

  async #schedule(user: User, request: ActionRequest): Promise<ActionResult> {
    const { collection, slug, head, note, eases } = request;
    const publishAt = this.#readMoment(request.at ?? '');
    await this.#drafts.write({ collection, slug }, async () => {
      const draft = await this.#drafts.get(collection, slug);
      assertSeen(draft, head);
      assertAllowed('schedule', draft, user);
      await this.#drafts.remark(personOf(user), draft, {
        // Who only names another moment does not approve a second time.
        action: draft.publishAt ? 'reschedule' : 'schedule',
        status: 'pending_publish',
        subject: `${draft.publishAt ? 'Đổi giờ' : 'Hẹn giờ'} đăng ${collection}/${slug}`,
        note,
        eases,
        publishAt,
      });
    });
    this.#onChange();
    return { message: `Đã duyệt. Mục sẽ tự đăng lúc ${hanoiTime(publishAt)}.` };
  }

  /** The draft stays approved: somebody publishes it, or names another moment. */
  async #unschedule(user: User, { collection, slug, head }: ActionRequest): Promise<ActionResult> {
    await this.#drafts.write({ collection, slug }, async () => {
      const draft = await this.#drafts.get(collection, slug);
      assertSeen(draft, head);
      assertAllowed('unschedule', draft, user);
      if (!draft.publishAt) throw new Refusal(422, 'no-moment', 'Mục này không hẹn giờ đăng.');
      const subject = `Hủy hẹn giờ ${collection}/${slug}`;
      await this.#drafts.remark(personOf(user), draft, { action: 'unschedule', subject });
    });
    this.#onChange();
    return { message: 'Đã hủy hẹn giờ.' };
  }

  #readMoment(text: string): Date {
    const moment = parseMoment(text);
    const now = this.#now().getTime();
    if (moment && moment.getTime() > now && moment.getTime() <= now + farthestMoment) return moment;
    const message = 'Hãy chọn ngày giờ đăng sau lúc này và trong vòng một năm, theo giờ Hà Nội.';
    throw new Refusal(422, 'bad-moment', message);
  }

  async #discard(user: User, { collection, slug, head }: ActionRequest): Promise<ActionResult> {
    const discarded = await this.#drafts.discard(user, collection, slug, head);
    await this.#audit.record({
      at: this.#now(),
      login: user.login,
      kind: 'draft-discarded',
      detail: `${collection}/${slug} ${discarded}`,
    });
    return { message: 'Đã xóa bản nháp.' };
  }

  async #lifecycle(
    user: User,
    action: LifecycleAction,
    request: ActionRequest,
  ): Promise<ActionResult> {
    await makeLifecycleDraft(this.#drafts, user, { ...request, action, now: this.#now() });
    return { message: 'Đã ghi và gửi duyệt. Trang chưa thay đổi cho đến khi được duyệt và đăng.' };
  }
}

/** What a move between states writes on the draft, and what it tells the person. */
const moves = {
  submit: { step: 'submit', subject: 'Chờ duyệt', done: 'Đã gửi duyệt.' },
  takeBack: { step: 'take-back', subject: 'Rút lại', done: 'Đã rút lại.' },
  sendBack: { step: 'send-back', subject: 'Trả lại', done: 'Đã trả lại kèm lý do.' },
  approve: { step: 'approve', subject: 'Duyệt', done: 'Đã duyệt. Mục sẵn sàng để đăng.' },
} as const satisfies Partial<Record<Action, { step: StepAction; subject: string; done: string }>>;
