/** Shows what a search found. */
import type { Hit } from './engine.ts';
import { countValue, narrow } from './facets.ts';
import type { Found } from './find.ts';
import { boxes, labelOf, rowOf } from './form.ts';
import type { Index } from './load-index.ts';
import { facetNames, type SearchState } from './url-state.ts';
import { resultItem, type View } from './view.ts';
import { searchWords } from './words.ts';

const shownAtOnce = 10;

/** Everything that one search has to show; its first results are loaded. */
export interface Outcome {
  state: SearchState;
  found: Found;
  narrowed: Hit[];
  first: Element[];
  index: Index;
}

/** Narrows what was found and loads the first results. */
export async function prepare(
  view: View,
  state: SearchState,
  found: Found,
  index: Index,
): Promise<Outcome> {
  const narrowed = narrow(found.hits, state.chosen, index.members);
  return { state, found, narrowed, first: await load(view, narrowed, index, 0), index };
}

/** Empties the page of results and messages. */
export function clear({ list, status, facets, more, none, failed }: View): void {
  list.textContent = '';
  status.textContent = '';
  for (const part of [facets, more, none, failed]) part.hidden = true;
}

/** Says that this browser cannot search, with other ways to go on. */
export function showFailure(view: View, error: unknown): void {
  // eslint-disable-next-line no-console -- readers get another way; whoever looks into it, the reason
  console.error(error);
  clear(view);
  view.status.textContent = searchWords.stopped;
  view.failed.hidden = false;
}

export function show(view: View, outcome: Outcome): void {
  const { narrowed, first } = outcome;
  clear(view);
  view.list.append(...first);
  showFacets(view, outcome);
  view.none.hidden = narrowed.length > 0;
  offerMore(view, outcome, first.length);
  view.status.textContent = statusOf(outcome);
}

function statusOf({ state, found: { hits, near }, narrowed }: Outcome): string {
  const q = state.q.trim();
  if (hits.length === 0) return searchWords.none(q);
  if (narrowed.length === 0) return searchWords.noneChosen(q);
  return (near ? searchWords.near : searchWords.found)(narrowed.length, q);
}

function showFacets(view: View, { state, found: { hits }, index: { members } }: Outcome): void {
  const { chosen } = state;
  const anyChosen = facetNames.some((name) => chosen[name].length > 0);
  view.facets.hidden = hits.length === 0 && !anyChosen;
  view.clear.hidden = !anyChosen;
  for (const name of facetNames) {
    for (const box of boxes(view, name)) {
      const count = countValue(hits, chosen, members, name, box.value);
      const row = rowOf(box);
      row.hidden = count === 0 && !box.checked;
      row.querySelector('[data-count]')!.textContent = `(${count})`;
    }
    const rows = boxes(view, name).map(rowOf);
    rows[0]?.closest('fieldset')?.toggleAttribute(
      'hidden',
      rows.every(({ hidden }) => hidden),
    );
  }
}

/** The button for more adds the next results and moves the focus to the first of them. */
function offerMore(view: View, { narrowed, index }: Outcome, shown: number): void {
  const { more, list } = view;
  const next = async (from: number): Promise<void> => {
    const items = await load(view, narrowed, index, from);
    list.append(...items);
    more.hidden = from + items.length >= narrowed.length;
    more.onclick = () => run(from + items.length);
    items[0]?.querySelector('a')?.focus();
  };
  const run = (from: number) =>
    next(from).catch((error: unknown) => {
      showFailure(view, error);
    });
  more.hidden = shown >= narrowed.length;
  more.onclick = () => run(shown);
}

async function load(view: View, hits: Hit[], index: Index, from: number): Promise<Element[]> {
  const next = hits.slice(from, from + shownAtOnce);
  const pages = await Promise.all(next.map((hit) => hit.data()));
  return pages.map((page, at) => resultItem(view, page, labelsOf(view, next[at]!, index)));
}

/** Names of the type and the axes of a page, as the checkboxes have them. */
function labelsOf(view: View, { id }: Hit, { members }: Index): string[] {
  return (['loai', 'truc'] as const).flatMap((name) =>
    boxes(view, name)
      .filter(({ value }) => members[name].get(value)?.has(id))
      .map(labelOf),
  );
}
