/** What is searched, as it stands in the address: `?q=…&truc=…&loai=…`. */

/** The filters of the index: axis and type of page. A value is a slug. */
export const facetNames = ['truc', 'loai'] as const;
export type FacetName = (typeof facetNames)[number];

export interface SearchState {
  q: string;
  /** Chosen values of each facet; none chosen lets every page through. */
  chosen: Record<FacetName, string[]>;
}

/** Reads the query part of an address; what is missing is empty. */
export function parseState(query: string): SearchState {
  const params = new URLSearchParams(query);
  const values = (name: FacetName) => [...new Set(params.getAll(name).filter(Boolean))];
  return {
    q: (params.get('q') ?? '').normalize('NFC'),
    chosen: { truc: values('truc'), loai: values('loai') },
  };
}

/** The query part of an address, as a plain form sends it; empty when nothing is searched. */
export function formatState({ q, chosen }: SearchState): string {
  const params = new URLSearchParams();
  if (q.trim() !== '') params.append('q', q.trim());
  for (const name of facetNames) {
    for (const value of chosen[name]) params.append(name, value);
  }
  const text = params.toString();
  return text === '' ? '' : `?${text}`;
}
