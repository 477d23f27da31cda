/** The form as Decap fills it. */
import { store } from 'decap-cms-core/dist/esm/redux/index.js';
import { formAt, type OpenForm } from '../navigation.ts';

/**
 * Resolves when Decap has filled the form, with the entry or with the first values of a new one: with
 * `false` when its editor has gone elsewhere before.
 */
export function whenFilled(form: OpenForm): Promise<boolean> {
  return new Promise((resolve) => {
    const look = () => {
      const left = !isSame(formAt(window.location.href), form);
      if (!left && !isFilled(form)) return;
      stop();
      window.removeEventListener('hashchange', look);
      resolve(!left);
    };
    const stop = store.subscribe(look);
    window.addEventListener('hashchange', look);
    look();
  });
}

function isFilled({ collection, slug }: OpenForm): boolean {
  const entry = store.getState().entryDraft.get('entry');
  if (entry?.get('collection') !== collection) return false;
  return slug === undefined ? entry.get('newRecord') === true : entry.get('slug') === slug;
}

function isSame(one: OpenForm | undefined, other: OpenForm): boolean {
  return one?.collection === other.collection && one.slug === other.slug;
}
