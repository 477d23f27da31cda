/** The browser part of the search page: everything shown follows from the state in the address. */
import { readForm, writeForm } from './form.ts';
import { withIndex } from './load-index.ts';
import { clear, prepare, show, showFailure, showRest, type Outcome } from './results.ts';
import { eachFacet, formatState, parseState, type SearchState } from './url-state.ts';
import { findView } from './view.ts';
import { searchWords } from './words.ts';

/** Milliseconds; long enough that a syllable is not searched letter by letter. */
const typingPause = 300;

const wideScreen = window.matchMedia('(min-width: 64rem)');

/** Wakes the search page in `root`. */
export function startSearch(root: ParentNode): void {
  const view = findView(root);
  let pause: number | undefined;
  let latest = 0;

  const search = (state: SearchState): Promise<Outcome> =>
    withIndex(async ({ find, lexicon }) => {
      const found = await find(state.q, { asTyped: state.asTyped });
      return prepare(view, state, found, lexicon);
    });

  /** Searches for this; of several searches under way only the latest is shown. */
  const run = async (state: SearchState): Promise<void> => {
    const turn = (latest += 1);
    const isLatest = () => turn === latest;
    if (state.q.trim() === '') {
      clear(view);
      return;
    }
    view.list.setAttribute('aria-busy', 'true');
    view.status.textContent = searchWords.searching;
    try {
      const outcome = await search(state);
      if (!isLatest()) return;
      show(view, outcome);
      await showRest(view, outcome, isLatest);
    } catch (error) {
      if (isLatest()) showFailure(view, error);
    } finally {
      if (isLatest()) view.list.setAttribute('aria-busy', 'false');
    }
  };

  const go = (how: 'pushState' | 'replaceState'): void => {
    window.clearTimeout(pause);
    const state = readForm(view);
    const query = formatState(state);
    if (query !== location.search) history[how](null, '', `${location.pathname}${query}`);
    void run(state);
  };
  const restore = (): void => {
    window.clearTimeout(pause);
    const state = parseState(location.search);
    writeForm(view, state);
    void run(state);
  };

  view.input.addEventListener('input', () => {
    window.clearTimeout(pause);
    pause = window.setTimeout(() => go('replaceState'), typingPause);
  });
  view.form.addEventListener('submit', (event) => {
    event.preventDefault();
    go('pushState');
  });
  view.facets.addEventListener('change', () => go('pushState'));
  view.meant.querySelector('a')!.addEventListener('click', (event) => {
    event.preventDefault();
    history.pushState(null, '', (event.currentTarget as HTMLAnchorElement).href);
    restore();
  });
  view.clear.addEventListener('click', () => {
    writeForm(view, { ...readForm(view), chosen: eachFacet(() => []) });
    go('pushState');
    view.input.focus();
  });
  window.addEventListener('popstate', restore);
  clear(view);
  // The script runs: if it fails later, it says so at once.
  view.failed.classList.remove('waiting');
  restore();
  // On a phone the filters stand folded between the search box and the results.
  view.facets.open = wideScreen.matches || location.search.includes('&');
}
