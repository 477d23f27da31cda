/** Narrowing by axis and type: sets of page ids, so that counts are those of the pages found. */
import type { Engine, Hit } from './engine.ts';
import { toIndexed } from './text.ts';
import { facetNames, type FacetName, type SearchState } from './url-state.ts';

/** For each facet, the ids of the pages that have each value, by its slug. */
export type Members = Record<FacetName, Map<string, Set<string>>>;

/** A value of a facet: its slug in the address, its name on the pages and so in the index. */
export interface FacetValue {
  slug: string;
  label: string;
}

export type Facets = Record<FacetName, readonly FacetValue[]>;

/** Asks the index which pages have each value. */
export async function loadMembers(engine: Engine, facets: Facets): Promise<Members> {
  const entries = facetNames.map(async (name) => {
    const sets = facets[name].map(async ({ slug, label }) => {
      const filters = { [name]: toIndexed(label) };
      const { results } = await engine.search(null, { filters });
      return [slug, new Set(results.map(({ id }) => id))] as const;
    });
    return [name, new Map(await Promise.all(sets))] as const;
  });
  return Object.fromEntries(await Promise.all(entries)) as Members;
}

/** The pages with a chosen value in every facet that has one; `except` leaves one facet out. */
export function narrow(
  hits: readonly Hit[],
  chosen: SearchState['chosen'],
  members: Members,
  except?: FacetName,
): Hit[] {
  const active = facetNames.filter((name) => name !== except && chosen[name].length > 0);
  return hits.filter(({ id }) =>
    active.every((name) => chosen[name].some((value) => members[name].get(value)?.has(id))),
  );
}

/** How many pages choosing this value would show, given what is chosen in the other facet. */
export function countValue(
  hits: readonly Hit[],
  chosen: SearchState['chosen'],
  members: Members,
  name: FacetName,
  value: string,
): number {
  const others = narrow(hits, chosen, members, name);
  return others.filter(({ id }) => members[name].get(value)?.has(id)).length;
}
