/** Narrowing by what pages have: sets of page ids, so that counts are those of the pages found. */
import type { FoundPage } from './find.ts';
import type { Members } from './lexicon.ts';
import { facetNames, type FacetName, type SearchState } from './url-state.ts';

/** The pages with a chosen value in every facet that has one; `except` leaves one facet out. */
export function narrow(
  pages: readonly FoundPage[],
  chosen: SearchState['chosen'],
  members: Members,
  except?: FacetName,
): FoundPage[] {
  const active = facetNames.filter((name) => name !== except && chosen[name].length > 0);
  return pages.filter(({ page }) =>
    active.every((name) => chosen[name].some((value) => members[name].get(value)?.has(page))),
  );
}

/** How many pages choosing this value would show, given what is chosen in the other facets. */
export function countValue(
  pages: readonly FoundPage[],
  chosen: SearchState['chosen'],
  members: Members,
  name: FacetName,
  value: string,
): number {
  const others = narrow(pages, chosen, members, name);
  return others.filter(({ page }) => members[name].get(value)?.has(page)).length;
}
