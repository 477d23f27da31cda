/** What happens to drafts and is worth telling: to whom, and in which words. */
import type { Account } from '../accounts/accounts.ts';
import type { QueueItem } from '../review/change-view.ts';
import { changeAddress } from '../review/words.ts';
import { isOneOf, type Draft } from '../workflow/drafts.ts';
import type { ChangeKind, HistoryStep } from '../workflow/draft-history.ts';
import type { Published } from '../workflow/publish.ts';
import { isWithinAxes, reasonAgainst, type Action, type State } from '../workflow/rules.ts';
import { hanoiTime } from '../machine/hanoi.ts';
import type { Person } from '../git/git.ts';
import type { Addressed } from './kinds.ts';
import { titleWords } from './words.ts';

/** Most steps are saves of a draft that waits for nobody. */
export function isWorthHearing({
  action,
  status,
}: Pick<HistoryStep, 'action' | 'status'>): boolean {
  return status !== 'draft' || action === 'send-back';
}

/** What a draft's step `id` is worth telling; nothing for most. Who took the step is never told. */
export function noticesOfStep(
  { draft, title }: Pick<QueueItem, 'draft' | 'title'>,
  id: string,
  accounts: readonly Account[],
): Addressed[] {
  const index = draft.steps.findIndex((step) => step.id === id);
  const step = draft.steps[index];
  if (!step) return [];
  const link = changeAddress(draft);
  const name = titleWords(title);
  const by = step.person.name;
  const tell = (kind: Addressed['kind'], text: string, people: readonly Person[]): Addressed[] => [
    { kind, text, link, source: id, to: loginsOf(people, step.person, accounts) },
  ];
  if (step.status === 'pending_review' && !wasInReview(draft, index)) {
    const to = thoseWho('approve', 'pending_review', draft, step.person, accounts);
    return [
      { kind: 'waiting', text: `${by} ${waitingWords(step)} ${name}.`, link, source: id, to },
    ];
  }
  switch (step.action) {
    case 'send-back':
      return tell('sent-back', `${by} đã trả lại ${name} kèm lý do.`, draft.authors);
    case 'approve':
      return tell('approved', `${by} đã duyệt ${name}.`, draft.authors);
    case 'schedule': {
      const moment = step.publishAt ? `, hẹn đăng lúc ${hanoiTime(step.publishAt)}` : '';
      return tell('approved', `${by} đã duyệt ${name}${moment}.`, draft.authors);
    }
    case 'schedule-failed': {
      const text = `${name} chưa đăng được theo lịch. Lý do ở trang duyệt.`;
      const reviewers = draft.reviewer ? [draft.reviewer] : [];
      return tell('schedule-failed', text, [...draft.authors, ...reviewers]);
    }
    case 'comment':
      // That a comment was settled, its writer sees in the text.
      if (step.settles) return [];
      return tell('comment', `${by} góp ý về ${name}.`, partiesOf(draft));
    default:
      return [];
  }
}

const publishedWords: Record<ChangeKind, string> = {
  edit: 'đã đăng',
  withdraw: 'đã gỡ',
  restore: 'đã khôi phục',
  rename: 'đã đổi mã',
  delete: 'đã xóa',
};

/** A publication, from the moment or from the history. */
interface Told extends Omit<Published, 'draft'> {
  draft: Pick<Draft, 'kind' | 'authors' | 'axes'>;
  title: string;
}

/** What a publication is worth telling: its authors, and in an emergency those who may confirm it. */
export function noticesOfPublication(
  { id, draft, title, person, url, isEmergency }: Told,
  accounts: readonly Account[],
): Addressed[] {
  const name = titleWords(title);
  const isGone = draft.kind === 'delete' || draft.kind === 'rename';
  const told: Addressed = {
    kind: 'published',
    text: `${person.name} ${publishedWords[draft.kind]} ${name}.`,
    link: isGone ? '/admin/da-dang/' : url,
    source: id,
    to: loginsOf(draft.authors, person, accounts),
  };
  if (!isEmergency) return [told];
  const text = `${person.name} đã đăng khẩn cấp ${name}, cần một người duyệt khác xác nhận.`;
  const to = thoseWho('confirm', 'unconfirmed', draft, person, accounts);
  return [told, { kind: 'waiting', text, link: '/admin/duyet/', source: id, to }];
}

/** Who may take an action in a state by the rules, without the one who brought the draft there. */
function thoseWho(
  action: Action,
  state: State,
  { authors, axes }: Pick<Draft, 'authors' | 'axes'>,
  doer: Person,
  accounts: readonly Account[],
): string[] {
  const may = accounts.filter((account) => {
    const isAuthor = isOneOf(authors, account);
    const withinAxes = isWithinAxes(account.axes, axes);
    const asked = { action, state, role: account.role, isAuthor, isWithinAxes: withinAxes };
    return reasonAgainst(asked) === undefined && !isOneOf([doer], account);
  });
  return may.map(({ login }) => login);
}

/** Whether the draft waited for an approver already before a step. */
function wasInReview({ steps }: Draft, index: number): boolean {
  const before = steps.slice(0, index).findLast(({ status }) => status !== undefined);
  return before?.status === 'pending_review';
}

function waitingWords({ action }: HistoryStep): string {
  const words: Partial<Record<HistoryStep['action'], string>> = {
    save: 'đã sửa sau khi duyệt, cần duyệt lại',
    withdraw: 'đề nghị gỡ',
    restore: 'đề nghị khôi phục',
    rename: 'đề nghị đổi mã',
    delete: 'đề nghị xóa',
  };
  return words[action] ?? 'đã gửi duyệt';
}

/** Who takes part in the talk about a draft: its authors, and who has commented on it. */
function partiesOf({ authors, steps }: Draft): Person[] {
  return [
    ...authors,
    ...steps.filter(({ action }) => action === 'comment').map(({ person }) => person),
  ];
}

/** Open accounts among the people, each once, without the one who did it. */
function loginsOf(people: readonly Person[], doer: Person, accounts: readonly Account[]): string[] {
  return accounts
    .filter((account) => isOneOf(people, account) && !isOneOf([doer], account))
    .map(({ login }) => login);
}
