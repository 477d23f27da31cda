/** What is searched, as it stands in the address: `?q=…&truc=…&loai=…&xep=moi`. */

/** Axis, type of page, audience, year of publication. A value is a slug. */
export const facetNames = ['truc', 'loai', 'doi-tuong', 'nam'] as const;
export type FacetName = (typeof facetNames)[number];

export interface SearchState {
  q: string;
  /** Chosen values of each facet; none chosen lets every page through. */
  chosen: Record<FacetName, string[]>;
  /** The newest first, instead of the best. */
  newest: boolean;
  /** Every letter is meant as typed: no other spelling is tried. */
  asTyped: boolean;
}

/** A record with something for every facet. */
export function eachFacet<T>(make: (name: FacetName) => T): Record<FacetName, T> {
  return Object.fromEntries(facetNames.map((name) => [name, make(name)])) as Record<FacetName, T>;
}

/** Reads the query part of an address; what is missing is empty. */
export function parseState(query: string): SearchState {
  const params = new URLSearchParams(query);
  return {
    q: (params.get('q') ?? '').normalize('NFC'),
    chosen: eachFacet((name) => [...new Set(params.getAll(name).filter(Boolean))]),
    newest: params.get('xep') === 'moi',
    asTyped: params.get('chu') === 'dung',
  };
}

/** The query part of an address, as a plain form sends it; empty when nothing is searched. */
export function formatState({ q, chosen, newest, asTyped }: SearchState): string {
  const params = new URLSearchParams();
  if (q.trim() !== '') params.append('q', q.trim());
  for (const name of facetNames) {
    for (const value of chosen[name]) params.append(name, value);
  }
  if (newest) params.append('xep', 'moi');
  if (asTyped) params.append('chu', 'dung');
  const text = params.toString();
  return text === '' ? '' : `?${text}`;
}
