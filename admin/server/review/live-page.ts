/** `/admin/da-dang/`: what stands on the site, what is to be read again, and a search. */
import { allTypes } from '#src/schema/index.ts';
import { toSlug } from '#src/schema/slug.ts';
import { html, type Html } from '../pages/html.ts';
import type { LiveEntry } from '../content/live-entries.ts';
import { reviewsDue } from '../workflow/review-dates.ts';
import { axisClass, axisNames } from './cards.ts';
import { liveKit } from './kit-links.ts';
import type { Names } from './names.ts';
import { dayWords } from './words.ts';

export interface LiveFilter {
  /** What was typed; accents make no difference. */
  text: string;
  type: string;
  axis: string;
}

export interface LiveParts {
  entries: readonly LiveEntry[];
  names: Names;
  filter: LiveFilter;
  /** `YYYY-MM-DD` in Hà Nội. */
  today: string;
}

/** How many days before its review date an entry is listed. */
const daysAhead = 14;

/** So many entries are shown; a search finds the others. */
const shown = 100;

export function liveBody(parts: LiveParts): Html {
  const { filter, today } = parts;
  const found = parts.entries.filter((entry) => matches(entry, filter));
  const due = [...reviewsDue(found, today, daysAhead).values()]
    .flat()
    .sort((a, b) => a.daysLeft - b.daysLeft);
  return html`
    ${filterForm(parts)}
    ${
      due.length > 0 &&
      html`<h2>Đến hạn rà soát (${due.length})</h2>
        <ul class="cards">
          ${due
            .slice(0, shown)
            .map(({ entry, daysLeft }) =>
              card(entry, parts, html`<strong>${dueWords(daysLeft)}</strong>`),
            )}
        </ul>
        ${othersWords(due.length)}`
    }
    <h2>Mọi mục (${found.length})</h2>
    ${found.length === 0 && html`<p>Không có mục nào như vậy.</p>`}
    <ul class="cards">
      ${found.slice(0, shown).map((entry) => card(entry, parts))}
    </ul>
    ${othersWords(found.length)}
  `;
}

function othersWords(count: number): Html | false {
  return count > shown && html`<p>Còn ${count - shown} mục nữa: hãy tìm hoặc lọc bớt.</p>`;
}

function matches({ type, slug, title, axis }: LiveEntry, filter: LiveFilter): boolean {
  const wanted = toSlug(filter.text);
  return (
    (filter.type === '' || type.name === filter.type) &&
    (filter.axis === '' || axis === filter.axis) &&
    (wanted === '' || toSlug(title).includes(wanted) || slug.includes(wanted))
  );
}

function dueWords(daysLeft: number): string {
  if (daysLeft < 0) return `quá hạn rà soát ${-daysLeft} ngày`;
  return daysLeft === 0 ? 'rà soát hôm nay' : `rà soát trong ${daysLeft} ngày`;
}

function filterForm({ filter, names }: LiveParts): Html {
  const option = (value: string, words: string, chosen: string) =>
    html`<option value="${value}" ${value === chosen && html`selected`}>${words}</option>`;
  return html`<form class="filters" method="get" role="search">
    <label>Tìm theo tiêu đề <input type="search" name="tim" value="${filter.text}" /></label>
    <label>
      Loại
      <select name="loai">
        ${option('', 'Mọi loại', filter.type)}
        ${allTypes.map(({ name, words }) => option(name, words.many, filter.type))}
      </select>
    </label>
    <label>
      Trục nội dung
      <select name="truc">
        ${option('', 'Mọi trục', filter.axis)}
        ${names.axes.map(({ slug, title }) => option(slug, title, filter.axis))}
      </select>
    </label>
    <button>Lọc</button>
  </form>`;
}

function card(entry: LiveEntry, { names, today }: LiveParts, extra?: Html): Html {
  const { type, slug, title, axis, withdrawn, reviewDate } = entry;
  const kit = liveKit(entry, today);
  return html`<li class="${axisClass([axis], names)}">
    <h3><a href="/admin/da-dang/${type.name}/${slug}/">${title}</a></h3>
    <ul class="facts">
      <li>${type.words.one}</li>
      ${axis && html`<li>${axisNames([axis], names)}</li>`}
      ${withdrawn && html`<li><strong>đã gỡ ngày ${dayWords(withdrawn.on)}</strong></li>`}
      ${reviewDate && html`<li>Ngày rà soát ${dayWords(reviewDate)}</li>`}
      ${extra && html`<li>${extra}</li>`} ${kit && html`<li><a href="${kit}">Bộ chia sẻ</a></li>`}
    </ul>
  </li>`;
}
