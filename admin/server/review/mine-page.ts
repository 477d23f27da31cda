/** `/admin/cua-toi/`, which opens first: what waits for this person, where her texts stand, what to begin. */
import { types } from '#src/schema/index.ts';
import type { User } from '../accounts/accounts.ts';
import type { LiveEntry } from '../content/live-entries.ts';
import { isOneOf } from '../workflow/drafts.ts';
import { html, type Html } from '../pages/html.ts';
import type { KeptInfo } from '../workflow/kept.ts';
import { reviewsDue } from '../workflow/review-dates.ts';
import { isWithinAxes, type Action } from '../workflow/rules.ts';
import type { QueueItem } from '../workflow/workflow.ts';
import { cards, type CardContext } from './cards.ts';
import { dayWords, moment, sentBack } from './words.ts';

export interface MineParts extends CardContext {
  user: User;
  items: readonly QueueItem[];
  kept: readonly KeptInfo[];
  entries: readonly LiveEntry[];
  /** Publications in an emergency that this person may confirm. */
  toConfirm: number;
  /** What is wrong with the server, in words, for those who mend it. */
  problems: readonly string[];
  /** `YYYY-MM-DD` in Hà Nội. */
  today: string;
  reasonOf: (item: QueueItem, action: Action) => string | undefined;
}

/** So many are shown of each kind; the rest stand on the page of their kind. */
const shown = 5;

/** How many days before its review date an entry is named here. */
const daysAhead = 7;

export function mineBody(parts: MineParts): Html {
  const { user, items, kept, reasonOf, toConfirm, problems } = parts;
  const may = (item: QueueItem, action: Action) => reasonOf(item, action) === undefined;
  const mine = items.filter(({ draft }) => isOneOf(draft.authors, user));
  const back = mine.filter(({ draft }) => sentBack(draft));
  const toApprove = items.filter((item) => may(item, 'approve'));
  const toPublish = items.filter((item) => may(item, 'publish') && !item.draft.publishAt);
  const myKept = kept.filter(({ writer }) => isOneOf([writer], user));
  const due = dueFor(parts);
  const inState = (status: string) =>
    mine.filter(({ draft }) => draft.status === status && !sentBack(draft));
  const list = (id: string, title: string, found: readonly QueueItem[], all?: string) =>
    found.length > 0 &&
    html`<h2 id="${id}">${title} (${found.length})</h2>
      ${cards(all ? found.slice(0, shown) : found, parts)}
      ${all && found.length > shown && html`<p><a href="${all}">Xem cả ${found.length} mục</a></p>`}`;
  const waiting: [count: number, words: string, address: string][] = [
    [back.length, 'mục bị trả lại', '#tra-lai'],
    [toApprove.length, 'mục chờ bạn duyệt', '#cho-duyet'],
    [toPublish.length, 'mục chờ bạn đăng', '#cho-dang'],
    [toConfirm, 'bài đăng khẩn cấp chờ xác nhận', '/admin/duyet/'],
    [due.length, 'mục đến hạn rà soát', '#ra-soat'],
    [myKept.length, 'bản giữ hộ', '#ban-giu'],
  ];
  const some = waiting.filter(([count]) => count > 0);
  return html`
    ${problems.map((words) => html`<div class="problem" role="alert"><p>${words}</p></div>`)}
    ${
      some.length > 0
        ? html`<ul class="tabs">
            ${some.map(
              ([count, words, address]) =>
                html`<li>
                  <a href="${address}"><strong>${count}</strong> ${words}</a>
                </li>`,
            )}
          </ul>`
        : html`<p>Không có việc nào chờ bạn.</p>`
    }
    ${list('tra-lai', 'Bị trả lại, cần sửa', back)}
    ${list('cho-duyet', 'Chờ bạn duyệt', toApprove, '/admin/duyet/')}
    ${list('cho-dang', 'Chờ bạn đăng', toPublish, '/admin/duyet/')} ${begin()}
    ${list('nhap', 'Bản nháp của bạn', inState('draft'))}
    ${list('dang-cho', 'Của bạn, chờ duyệt', inState('pending_review'))}
    ${list('da-duyet', 'Của bạn, đã duyệt, chờ đăng', inState('pending_publish'))}
    ${due.length > 0 && dueList(due)} ${myKept.length > 0 && keptList(myKept, parts)}
  `;
}

/** What may be begun: the types whose entries editors add. */
function begin(): Html {
  const open = Object.values(types).filter(({ set }) => set === 'open');
  return html`<h2>Soạn mới</h2>
    <ul class="tabs">
      ${open.map(
        ({ name, words }) =>
          html`<li><a href="/admin/#/collections/${name}/new">${words.one}</a></li>`,
      )}
    </ul>`;
}

type Due = ReturnType<typeof dueFor>[number];

/** Entries to be read again, of the axes that the person decides on. */
function dueFor({ entries, today, user }: MineParts) {
  return [...reviewsDue(entries, today, daysAhead).values()]
    .flat()
    .filter(({ entry }) => isWithinAxes(user.axes, [entry.axis]))
    .sort((a, b) => a.daysLeft - b.daysLeft);
}

function dueList(due: readonly Due[]): Html {
  return html`<h2 id="ra-soat">Đến hạn rà soát (${due.length})</h2>
    <ul>
      ${due.slice(0, shown).map(
        ({ entry }) =>
          html`<li>
            <a href="/admin/da-dang/${entry.type.name}/${entry.slug}/">${entry.title}</a>
            <span class="small"
              >${entry.type.words.one}, ngày rà soát ${dayWords(entry.reviewDate ?? '')}</span
            >
          </li>`,
      )}
    </ul>
    <p><a href="/admin/da-dang/">Xem tất cả mục đang đăng</a></p>`;
}

function keptList(kept: readonly KeptInfo[], { items, names }: MineParts): Html {
  // What is not on the site yet is called as its draft.
  const titleOf = ({ collection, slug }: KeptInfo) =>
    items.find(({ draft }) => draft.type.name === collection && draft.slug === slug)?.title ??
    names.titleOf(collection, slug);
  return html`<h2 id="ban-giu">Bản giữ hộ (${kept.length})</h2>
    <p>Bản bạn viết mà chưa ghi được vì người khác vừa lưu trước.</p>
    <ul>
      ${kept.map(
        (one) =>
          html`<li><a href="/admin/ban-giu/${one.id}">${titleOf(one)}</a>, ${moment(one.at)}</li>`,
      )}
    </ul>`;
}
