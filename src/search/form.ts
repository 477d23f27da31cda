/** The search form: its state, to and from the address. */
import type { Facets } from './facets.ts';
import { facetNames, type FacetName, type SearchState } from './url-state.ts';
import type { View } from './view.ts';

/** The checkboxes of a facet. */
export function boxes({ facets }: View, name: FacetName): HTMLInputElement[] {
  return [...facets.querySelectorAll<HTMLInputElement>(`input[name="${name}"]`)];
}

/** The values that the form offers. */
export function offered(view: View): Facets {
  const values = (name: FacetName) =>
    boxes(view, name).map((box) => ({ slug: box.value, label: labelOf(box) }));
  return { truc: values('truc'), loai: values('loai') };
}

/** The name beside a checkbox. */
export function labelOf(box: HTMLInputElement): string {
  return rowOf(box).querySelector('[data-label]')!.textContent.trim();
}

/** The row of a checkbox with its name and count. */
export function rowOf(box: HTMLInputElement): HTMLElement {
  return box.closest<HTMLElement>('[data-facet]')!;
}

/** What the form asks for now. */
export function readForm(view: View): SearchState {
  const checked = (name: FacetName) =>
    boxes(view, name)
      .filter((box) => box.checked)
      .map(({ value }) => value);
  return { q: view.input.value, chosen: { truc: checked('truc'), loai: checked('loai') } };
}

/** Makes the form ask for this. */
export function writeForm(view: View, { q, chosen }: SearchState): void {
  view.input.value = q;
  for (const name of facetNames) {
    for (const box of boxes(view, name)) box.checked = chosen[name].includes(box.value);
  }
}
