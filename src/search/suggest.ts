/**
 * Offers entries while a query is typed: the combobox of the ARIA Authoring Practices with a list that
 * pops up. Enter without a choice sends the form, as ever. Runs when it is fetched: the box that has the
 * focus then, and every box that gets it later.
 */
import { withIndex, type Index } from './load-index.ts';
import { markWords } from './passage.ts';
import { nodes } from './view.ts';
import { searchWords } from './words.ts';

/** Milliseconds; shorter than on the search page, for less is shown. */
const typingPause = 150;
const most = 6;

interface Offer {
  address: string;
  item: HTMLElement;
}

const awake = new WeakSet<HTMLInputElement>();

document.addEventListener('focusin', wakeFocused);
wakeFocused();

/** Wakes the search box that has the focus; once is enough. */
function wakeFocused(): void {
  const input = document.activeElement;
  const isBox = input instanceof HTMLInputElement && input.matches('[data-suggest]');
  if (isBox && !awake.has(input)) wake(input);
}

function wake(input: HTMLInputElement): void {
  awake.add(input);
  const list = document.createElement('ul');
  list.id = `${input.id}-goi-y`;
  list.className = 'suggestions';
  list.setAttribute('role', 'listbox');
  list.setAttribute('aria-label', searchWords.suggestions);
  list.hidden = true;
  const status = document.createElement('p');
  status.className = 'suggestions-status';
  status.setAttribute('role', 'status');
  input.form!.append(list, status);
  input.setAttribute('role', 'combobox');
  input.setAttribute('aria-autocomplete', 'list');
  input.setAttribute('aria-controls', list.id);

  let offers: Offer[] = [];
  let chosen = -1;
  let pause: number | undefined;
  let latest = 0;

  const choose = (at: number): void => {
    offers[chosen]?.item.setAttribute('aria-selected', 'false');
    chosen = at;
    const offer = offers[chosen];
    offer?.item.setAttribute('aria-selected', 'true');
    offer?.item.scrollIntoView({ block: 'nearest' });
    if (offer) input.setAttribute('aria-activedescendant', offer.item.id);
    else input.removeAttribute('aria-activedescendant');
  };
  const show = (next: Offer[]): void => {
    choose(-1);
    offers = next;
    list.textContent = '';
    list.append(...offers.map(({ item }) => item));
    list.hidden = offers.length === 0;
    input.setAttribute('aria-expanded', String(offers.length > 0));
    status.textContent = offers.length > 0 ? searchWords.offered(offers.length) : '';
  };
  const close = (): void => {
    window.clearTimeout(pause);
    latest += 1;
    show([]);
  };
  const look = async (): Promise<void> => {
    const turn = (latest += 1);
    const query = input.value;
    const isAsked = query.trim() !== '';
    const found = isAsked ? await withIndex((index) => offersFor(index, query, list.id)) : [];
    if (turn === latest) show(found);
  };

  show([]);
  input.addEventListener('input', () => {
    window.clearTimeout(pause);
    pause = window.setTimeout(() => void look(), typingPause);
  });
  input.addEventListener('blur', close);
  input.addEventListener('keydown', (event) => {
    const offer = offers[chosen];
    if (event.key === 'Escape' && offers.length > 0) close();
    else if (event.key === 'ArrowDown' && offers.length > 0) choose(around(chosen + 1, offers));
    else if (event.key === 'ArrowUp' && offers.length > 0) choose(around(chosen - 1, offers));
    else if (event.key === 'Enter' && offer) location.assign(offer.address);
    else return;
    event.preventDefault();
  });
  // The box keeps the focus while an entry is pressed.
  list.addEventListener('mousedown', (event) => event.preventDefault());
  if (input.value !== '') void look();
}

/** One place before the first is none, as is one after the last; beyond none, the other end. */
function around(at: number, offers: readonly Offer[]): number {
  if (at < -1) return offers.length - 1;
  return at >= offers.length ? -1 : at;
}

async function offersFor(
  { find, lexicon }: Index,
  query: string,
  listId: string,
): Promise<Offer[]> {
  const pages = (await find(query)).pages.slice(0, most);
  const texts = await lexicon.texts(pages.map(({ page }) => page));
  return pages.map(({ page, reading }, at) => {
    const { address, title } = texts[at]!;
    const item = document.createElement('li');
    item.id = `${listId}-${at + 1}`;
    item.setAttribute('role', 'option');
    item.setAttribute('aria-selected', 'false');
    const name = document.createElement('span');
    name.append(...nodes(markWords(title, reading)));
    const labels = document.createElement('small');
    labels.textContent = lexicon.labels(page).join(' · ');
    item.append(name, labels);
    item.addEventListener('click', () => location.assign(address));
    return { address, item };
  });
}
