/** `/admin/duyet/`: what waits for this person, and what waits for others. */
import type { User } from '../accounts/accounts.ts';
import { reasonAgainstConfirming, type Emergency } from '../workflow/emergencies.ts';
import { html, type Html } from '../pages/html.ts';
import type { Action } from '../workflow/rules.ts';
import type { QueueItem } from '../workflow/workflow.ts';
import { cards, type CardContext } from './cards.ts';
import { moment, namesOf, sentBack } from './words.ts';

export interface QueueParts extends CardContext {
  user: User;
  items: readonly QueueItem[];
  emergencies: readonly Emergency[];
  /** What is wrong with the server, in words. */
  problems: readonly string[];
  /** Why this person may not do an action on a change. */
  reasonOf: (item: QueueItem, action: Action) => string | undefined;
  /** Slug of the axis that is looked at. */
  axis?: string | undefined;
}

export function queueBody(parts: QueueParts): Html {
  const { problems, emergencies, reasonOf } = parts;
  const items = parts.items.filter(({ draft }) => !parts.axis || draft.axes.includes(parts.axis));
  const inState = (...states: string[]) =>
    items.filter(({ draft }) => states.includes(draft.status));
  const may = (item: QueueItem, action: Action) => reasonOf(item, action) === undefined;
  const inReview = inState('pending_review');
  const ready = inState('pending_publish');
  const scheduled = ready.filter(({ draft }) => draft.publishAt);
  const unscheduled = ready.filter(({ draft }) => !draft.publishAt);
  const drafts = inState('draft');
  const list = (title: string, found: readonly QueueItem[], empty?: string) =>
    (found.length > 0 || empty) &&
    html`<h2>${title} (${found.length})</h2>
      ${found.length > 0 ? cards(found, parts) : html`<p>${empty}</p>`}`;
  const folded = (title: string, found: readonly QueueItem[]) =>
    found.length > 0 &&
    html`<details>
      <summary>${title} (${found.length})</summary>
      ${cards(found, parts)}
    </details>`;
  return html`
    ${problems.map((words) => html`<div class="problem" role="alert"><p>${words}</p></div>`)}
    ${emergencies.length > 0 && emergencyList(emergencies, parts)} ${axisLinks(parts)}
    ${list(
      'Chờ bạn duyệt',
      inReview.filter((item) => may(item, 'approve')),
      'Không có mục nào.',
    )}
    ${list(
      'Sẵn sàng, chờ bạn đăng',
      unscheduled.filter((item) => may(item, 'publish')),
    )}
    ${list('Hẹn giờ đăng', scheduled)}
    ${list('Chờ người khác duyệt hoặc đăng', [
      ...inReview.filter((item) => !may(item, 'approve')),
      ...unscheduled.filter((item) => !may(item, 'publish')),
    ])}
    ${folded(
      'Đã trả lại, chờ người viết sửa',
      drafts.filter(({ draft }) => sentBack(draft)),
    )}
    ${folded(
      'Bản nháp đang soạn',
      drafts.filter(({ draft }) => !sentBack(draft)),
    )}
  `;
}

function axisLinks({ names, items, axis }: QueueParts): Html {
  const link = (slug: string, words: string) =>
    html`<li>
      <a
        href="/admin/duyet/${slug && `?truc=${slug}`}"
        ${slug === (axis ?? '') && html`aria-current="true"`}
        >${words}</a
      >
    </li>`;
  const count = (slug: string) => items.filter(({ draft }) => draft.axes.includes(slug)).length;
  const shown = names.axes.filter(({ slug }) => count(slug) > 0 || slug === axis);
  return html`<nav aria-label="Lọc theo trục nội dung">
    <ul class="tabs">
      ${link('', `Tất cả (${items.length})`)}
      ${shown.map(({ slug, title }) => link(slug, `${title} (${count(slug)})`))}
    </ul>
  </nav>`;
}

function emergencyList(emergencies: readonly Emergency[], { user, names }: QueueParts): Html {
  return html`<h2>Đăng khẩn cấp, chờ xác nhận (${emergencies.length})</h2>
    <ul class="cards">
      ${emergencies.map((emergency) => {
        const { id, key, reason, at, publisher, authors } = emergency;
        const [collection = '', slug = ''] = key.split('/');
        const against = reasonAgainstConfirming(emergency, user);
        return html`<li>
          <h3>${names.titleOf(collection, slug)}</h3>
          <p>
            <span class="tag urgent">Khẩn cấp</span> ${publisher.name} đã đăng lúc ${moment(at)};
            người viết: ${namesOf(authors)}.
          </p>
          <p class="said">${reason}</p>
          <p><a href="/admin/da-dang/${collection}/${slug}/">Xem mục này</a></p>
          ${
            against
              ? html`<p class="small">${against}</p>`
              : html`<form method="post" action="/admin/duyet/xac-nhan/">
                  <input type="hidden" name="id" value="${id}" />
                  <input type="hidden" name="collection" value="${collection}" />
                  <input type="hidden" name="slug" value="${slug}" />
                  <button>Tôi đã đọc và xác nhận</button>
                </form>`
          }
        </li>`;
      })}
    </ul>`;
}
