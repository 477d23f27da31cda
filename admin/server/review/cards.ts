/** A change as one card of a list. */
import { html, type Html } from '../pages/html.ts';
import type { QueueItem } from '../workflow/workflow.ts';
import type { Names } from './names.ts';
import { ageOf, changeAddress, kindOf, moment, namesOf, sentBack, stateOf } from './words.ts';

export interface CardContext {
  names: Names;
  now: Date;
}

/** Cards for a list of changes. */
export function cards(items: readonly QueueItem[], context: CardContext): Html {
  return html`<ul class="cards">
    ${items.map((item) => card(item, context))}
  </ul>`;
}

function card({ draft, title, waitingSince }: QueueItem, { names, now }: CardContext): Html {
  const since = waitingSince ?? draft.changedAt;
  const back = sentBack(draft);
  return html`<li class="${axisClass(draft.axes, names)}">
    <h3><a href="${changeAddress(draft)}">${title}</a></h3>
    <p>
      <span class="tag">${kindOf(draft, !names.has(draft.path))}</span>
      ${draft.type.words.one} · <strong>${stateOf(draft)}</strong>
    </p>
    <ul class="facts">
      <li>${axisNames(draft.axes, names)}</li>
      <li>Người viết: ${namesOf(draft.authors)}</li>
      ${draft.reviewer && html`<li>Người duyệt: ${draft.reviewer.name}</li>`}
      <li>
        ${waitingSince ? 'Chờ duyệt' : 'Bước gần nhất'} ${ageOf(since, now)}, ${moment(since)}
      </li>
    </ul>
    ${back?.note && html`<p class="said">${back.person.name}: ${back.note}</p>`}
    ${draft.scheduleFailure && html`<p class="said">${draft.scheduleFailure}</p>`}
  </li>`;
}

/** The class that lends the colours of an axis, when there is one. */
export function axisClass(slugs: readonly string[], { axes }: Names): string {
  const order = axes.find(({ slug }) => slug === slugs[0])?.order;
  return order ? `axis-${order}` : '';
}

export function axisNames(slugs: readonly string[], { titleOf }: Names): string {
  return slugs.map((slug) => (slug ? titleOf('axis', slug) : 'Không thuộc trục nào')).join(', ');
}
