/** `/admin/cua-toi/`: what I have written and where it stands, and what waits for me. */
import type { User } from '../accounts/accounts.ts';
import { isOneOf } from '../workflow/drafts.ts';
import { html, type Html } from '../pages/html.ts';
import type { KeptInfo } from '../workflow/kept.ts';
import type { Action } from '../workflow/rules.ts';
import type { QueueItem } from '../workflow/workflow.ts';
import { cards, type CardContext } from './cards.ts';
import { moment, sentBack } from './words.ts';

export interface MineParts extends CardContext {
  user: User;
  items: readonly QueueItem[];
  kept: readonly KeptInfo[];
  reasonOf: (item: QueueItem, action: Action) => string | undefined;
}

export function mineBody(parts: MineParts): Html {
  const { user, items, kept, reasonOf, names } = parts;
  const may = (item: QueueItem, action: Action) => reasonOf(item, action) === undefined;
  const mine = items.filter(({ draft }) => isOneOf(draft.authors, user));
  const waiting = items.filter(
    (item) => may(item, 'approve') || (may(item, 'publish') && !item.draft.publishAt),
  );
  const myKept = kept.filter(({ writer }) => isOneOf([writer], user));
  const list = (title: string, found: readonly QueueItem[]) =>
    found.length > 0 &&
    html`<h2>${title} (${found.length})</h2>
      ${cards(found, parts)}`;
  const inState = (status: string) =>
    mine.filter(({ draft }) => draft.status === status && !sentBack(draft));
  return html`
    ${
      waiting.length > 0 &&
      html`<p class="notice">
        Có ${waiting.length} mục chờ bạn duyệt hoặc đăng. <a href="/admin/duyet/">Mở trang duyệt</a>
      </p>`
    }
    ${
      mine.length === 0 &&
      html`<p>Bạn chưa có thay đổi nào đang làm dở. <a href="/admin/">Soạn bài mới</a></p>`
    }
    ${list(
      'Bị trả lại, cần sửa',
      mine.filter(({ draft }) => sentBack(draft)),
    )}
    ${list('Bản nháp', inState('draft'))} ${list('Chờ duyệt', inState('pending_review'))}
    ${list('Đã duyệt, chờ đăng', inState('pending_publish'))}
    ${
      myKept.length > 0 &&
      html`<h2>Bản giữ hộ (${myKept.length})</h2>
        <p>Bản bạn viết mà chưa ghi được vì người khác vừa lưu trước.</p>
        <ul>
          ${myKept.map(
            ({ id, collection, slug, at }) =>
              html`<li>
                <a href="/admin/ban-giu/${id}">${names.titleOf(collection, slug)}</a>, ${moment(at)}
              </li>`,
          )}
        </ul>`
    }
  `;
}
