/** Which entry is open, and where Decap's own routing falls short. */
import { phrases } from './phrases.ts';

const entryAddress = /#\/collections\/([^/]+)\/entries\/([^?]+)/;

export interface OpenEntry {
  collection: string;
  slug: string;
}

/** The entry that an address of the CMS opens; `undefined` for a list and for a new entry. */
export function openEntry(url: string = window.location.href): OpenEntry | undefined {
  const [, collection, slug] = entryAddress.exec(url) ?? [];
  return collection && slug ? { collection, slug } : undefined;
}

const newForm = /#\/collections\/([^/]+)\/new/;

/** The form of an entry, or without a slug of a new one. */
export interface OpenForm {
  collection: string;
  slug?: string;
}

/** The form that an address of the CMS opens; `undefined` for a list. */
export function formAt(url: string): OpenForm | undefined {
  const [, collection] = newForm.exec(url) ?? [];
  return collection === undefined ? openEntry(url) : { collection };
}

let savedFirst: OpenEntry | undefined;

/** Notes what a new form becomes when it is saved. */
export function noteFirstSave(entry: OpenEntry): void {
  savedFirst = entry;
}

/**
 * Decap keeps the open form, and the text in it, when the address changes straight from one form to
 * another (a link, a bookmark, “add” for another type): saving would then write one entry's text into
 * the other. So Decap does not hear of such a change, and the page is loaded anew; not when a new form
 * is saved.
 */
export function reloadBetweenEntries(): void {
  window.addEventListener('hashchange', (event) => {
    const { oldURL, newURL } = event;
    const to = formAt(newURL);
    const from = formAt(oldURL);
    if (!to || !from) return;
    // A new form that was saved is the entry that it became.
    const same = from.slug === undefined && to.slug !== undefined ? savedFirst : from;
    if (same?.collection === to.collection && same.slug === to.slug) return;
    event.stopImmediatePropagation();
    const isUnsaved = document.querySelector('.save-state[data-unsaved]') !== null;
    if (isUnsaved && !window.confirm(phrases.editor.editor.onLeavePage)) {
      window.history.replaceState(null, '', oldURL);
      return;
    }
    reloadWithoutAsking();
  });
}

/** Loads the page anew, whatever stands in the form. */
export function reloadWithoutAsking(): void {
  window.addEventListener('beforeunload', (event) => event.stopImmediatePropagation(), {
    capture: true,
  });
  window.location.reload();
}

/** Beside the form stands the preview until an editor chooses otherwise: Decap would show the notes. */
export function showPreviewFirst(): void {
  const key = 'cms.right-pane';
  if (localStorage.getItem(key) === null) localStorage.setItem(key, 'preview');
}

/** A form that is begun the day after the page was opened would start with yesterday's date. */
export function reloadOnNewDay(today: () => string): void {
  const opened = today();
  window.addEventListener('hashchange', ({ oldURL, newURL }) => {
    if (formAt(oldURL) || !newForm.test(newURL) || today() === opened) return;
    reloadWithoutAsking();
  });
}
