/** Shows what a search found: the first results as soon as they are there, then the screen's others. */
import { countValue, narrow } from './facets.ts';
import { shownAtOnce, type Found, type FoundPage } from './find.ts';
import { boxes, rowOf } from './form.ts';
import type { PageFile } from './index-format.ts';
import type { Lexicon } from './lexicon.ts';
import { passageOf } from './passage.ts';
import { facetNames, formatState, type SearchState } from './url-state.ts';
import { resultItem, type View } from './view.ts';
import { searchWords } from './words.ts';

/** Results that are shown before the reader asks for more. */
const onFirstScreen = 10;
/** Results that the button for more adds. */
const step = 10;

/** Everything that one search has to show; its first results are loaded. */
export interface Outcome {
  state: SearchState;
  found: Found;
  narrowed: FoundPage[];
  first: Element[];
  /** What was probably meant, as a page writes it; empty when the query was taken as typed. */
  meant: string;
  lexicon: Lexicon;
}

/** Narrows what was found, puts it in order and loads the first results. */
export async function prepare(
  view: View,
  state: SearchState,
  found: Found,
  lexicon: Lexicon,
): Promise<Outcome> {
  const narrowed = narrow(found.pages, state.chosen, lexicon.members);
  if (state.newest) narrowed.sort((a, b) => lexicon.day(b.page) - lexicon.day(a.page));
  const first = await load(view, narrowed.slice(0, shownAtOnce), lexicon);
  const meant = found.respelt ? await spelling(lexicon, found.pages[0]!) : '';
  return { state, found, narrowed, first, meant, lexicon };
}

/** The words looked for as the best page writes them. */
async function spelling(lexicon: Lexicon, { page, reading }: FoundPage): Promise<string> {
  const [text] = await lexicon.texts([page]);
  return passageOf(text!, reading).found.toLowerCase() || reading.join(' ');
}

/** Empties the page of results and messages. */
export function clear({ list, status, meant, facets, more, none, failed }: View): void {
  list.textContent = '';
  status.textContent = '';
  for (const part of [meant, facets, more, none, failed]) part.hidden = true;
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
  const { narrowed, first, found } = outcome;
  clear(view);
  view.list.append(...first);
  showFacets(view, outcome);
  showMeant(view, outcome);
  view.none.hidden = narrowed.length > 0 && !found.near && !found.respelt;
  view.status.textContent = statusOf(outcome);
}

function statusOf({ state, found: { pages, near }, narrowed, meant }: Outcome): string {
  const q = state.q.trim();
  if (pages.length === 0) return searchWords.none(q);
  if (narrowed.length === 0) return searchWords.noneChosen(q);
  if (meant !== '') return searchWords.foundMeant(narrowed.length);
  return (near ? searchWords.near : searchWords.found)(narrowed.length, q);
}

/** How the query was read, and the way back to what was typed. */
function showMeant({ meant: line }: View, { state, meant }: Outcome): void {
  line.hidden = meant === '';
  line.querySelector('strong')!.textContent = meant;
  line.querySelector('a')!.href = formatState({ ...state, asTyped: true });
}

function showFacets(view: View, { state, found: { pages }, lexicon: { members } }: Outcome): void {
  const { chosen } = state;
  const anyChosen = facetNames.some((name) => chosen[name].length > 0);
  view.facets.hidden = pages.length === 0 && !anyChosen;
  view.clear.hidden = !anyChosen;
  for (const name of facetNames) {
    for (const box of boxes(view, name)) {
      const count = countValue(pages, chosen, members, name, box.value);
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

/** Adds the others of the first screen, unless `isLatest` says that another search came between. */
export async function showRest(
  view: View,
  { narrowed, lexicon, first }: Outcome,
  isLatest: () => boolean,
): Promise<void> {
  let items: Element[] = [];
  try {
    items = await load(view, narrowed.slice(first.length, onFirstScreen), lexicon);
  } catch (error) {
    // eslint-disable-next-line no-console -- what is shown stays; the button for more tries again
    console.warn(error);
  }
  if (!isLatest()) return;
  view.list.append(...items);
  offerMore(view, narrowed, lexicon, first.length + items.length);
}

/** The button for more adds the next results and moves the focus to the first of them. */
function offerMore(
  view: View,
  narrowed: readonly FoundPage[],
  lexicon: Lexicon,
  shown: number,
): void {
  const { more, list } = view;
  const next = async (from: number): Promise<void> => {
    const items = await load(view, narrowed.slice(from, from + step), lexicon);
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

async function load(view: View, pages: readonly FoundPage[], lexicon: Lexicon): Promise<Element[]> {
  const texts: PageFile[] = await lexicon.texts(pages.map(({ page }) => page));
  return pages.map(({ page, reading }, at) =>
    resultItem(view, texts[at]!, reading, lexicon.labels(page)),
  );
}
