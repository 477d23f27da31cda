/** The search form: its state, to and from the address. */
import { eachFacet, facetNames, type FacetName, type SearchState } from './url-state.ts';
import type { View } from './view.ts';

/** The checkboxes of a facet. */
export function boxes({ facets }: View, name: FacetName): HTMLInputElement[] {
  return [...facets.querySelectorAll<HTMLInputElement>(`input[name="${name}"]`)];
}

/** The row of a checkbox with its name and count. */
export function rowOf(box: HTMLInputElement): HTMLElement {
  return box.closest<HTMLElement>('[data-facet]')!;
}

/**
 * What the form asks for now. Whether letters are meant as typed is not in the form: it holds for the
 * words of one address only.
 */
export function readForm(view: View): SearchState {
  const chosen = eachFacet((name) =>
    boxes(view, name)
      .filter((box) => box.checked)
      .map(({ value }) => value),
  );
  return { q: view.input.value, chosen, newest: view.newest.checked, asTyped: false };
}

/** Makes the form ask for this. */
export function writeForm(view: View, { q, chosen, newest }: SearchState): void {
  view.input.value = q;
  view.newest.checked = newest;
  for (const name of facetNames) {
    for (const box of boxes(view, name)) box.checked = chosen[name].includes(box.value);
  }
}
