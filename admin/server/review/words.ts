/** How changes are spoken of on the review pages. */
import type { ContentType } from '#src/schema/index.ts';
import type { ChangeKind, HistoryStep } from '../workflow/draft-history.ts';
import type { Draft } from '../workflow/drafts.ts';
import { hanoiTime } from '../machine/hanoi.ts';
import { html, type Html } from '../pages/html.ts';
import { stateWords } from '../workflow/rules.ts';

const kindWords: Record<ChangeKind, string> = {
  edit: 'Sửa bài đã đăng',
  withdraw: 'Gỡ',
  restore: 'Khôi phục',
  rename: 'Đổi mã',
  delete: 'Xóa',
};

/** What the change does, in a word or two. */
export function kindOf({ kind }: Draft, isNew: boolean): string {
  return kind === 'edit' && isNew ? 'Mục mới' : kindWords[kind];
}

/** Where a change stands, as its reader would say it. */
export function stateOf(draft: Draft): string {
  if (draft.status === 'pending_publish' && draft.publishAt) {
    return `hẹn đăng lúc ${hanoiTime(draft.publishAt)}`;
  }
  return sentBack(draft) ? 'bị trả lại' : stateWords[draft.status];
}

/** The step that sent a change back, while nobody has taken it further. */
export function sentBack({ status, steps }: Draft): HistoryStep | undefined {
  const last = steps.findLast((step) => step.status !== undefined);
  return status === 'draft' && last?.action === 'send-back' ? last : undefined;
}

/** A moment in Hà Nội, for machines too. */
export function moment(at: Date): Html {
  return html`<time datetime="${at.toISOString()}">${hanoiTime(at)}</time>`;
}

/** How long ago, in the largest unit that says enough. */
export function ageOf(at: Date, now: Date): string {
  const minutes = Math.max(0, Math.floor((now.getTime() - at.getTime()) / 60_000));
  if (minutes < 1) return 'vừa xong';
  if (minutes < 60) return `${minutes} phút trước`;
  if (minutes < 48 * 60) return `${Math.floor(minutes / 60)} giờ trước`;
  return `${Math.floor(minutes / 60 / 24)} ngày trước`;
}

export function namesOf(people: readonly { name: string }[]): string {
  return people.map(({ name }) => name).join(', ');
}

/** `2026-12-01` as people in Việt Nam write it. */
export function dayWords(day: string): string {
  return day.split('-').reverse().join('/');
}

/** Address of a change's review page. */
export function changeAddress({ type, slug }: { type: Pick<ContentType, 'name'>; slug: string }) {
  return `/admin/duyet/${type.name}/${slug}/`;
}

/** Address of the page with every version of an entry. */
export function versionsAddress({ type, slug }: { type: Pick<ContentType, 'name'>; slug: string }) {
  return `/admin/lich-su/${type.name}/${slug}/`;
}

/** Where the entry is written: the CMS with this entry open. */
export function editorAddress({ type, slug }: { type: Pick<ContentType, 'name'>; slug: string }) {
  return `/admin/#/collections/${type.name}/entries/${slug}`;
}
