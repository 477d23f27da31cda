/**
 * Lists in pages of twenty, newest first: all of a type, and the same seen by axis, audience, unit,
 * campaign, source and month. Which ways to look there are follows from the type's fields.
 */
import { namedBy } from '#src/load/backlinks.ts';
import { commonOf, type AnyEntry } from '#src/load/entry.ts';
import { audiences } from '#src/schema/audience.ts';
import { listTypes, types, type PageTypeName } from '#src/schema/index.ts';
import { monthWords } from '#src/text/dates.ts';
import { words } from '#src/text/vi.ts';
import { newestFirst } from './newest.ts';
import type { NamedPath } from './page-info.ts';
import { nameOf, sectionOf } from './sections.ts';

/** Entries on one page of a list. */
export const pageLength = 20;

/** The types whose pages gather the entries that point at them, with the part of a list's address. */
const hubs = { axis: 'truc', unit: 'don-vi', campaign: 'chien-dich', document: 'van-ban' } as const;

export type Hub = keyof typeof hubs;

export type FacetName = Hub | 'audience' | 'month';

const segments: Record<FacetName, string> = { ...hubs, audience: 'danh-cho', month: 'thang' };

/** The facets in the order in which readers are offered them. */
const facetNames = Object.keys(segments) as FacetName[];

/** Whether a type's pages gather the entries that point at them. */
export function isHub(type: PageTypeName): type is Hub {
  return Object.hasOwn(hubs, type);
}

/** One way to look at a list, such as the questions of one axis. */
export interface Facet extends NamedPath {
  facet: FacetName;
  key: string;
  count: number;
}

/** One page of a type's list. */
export interface ListPage extends Paged<AnyEntry> {
  type: PageTypeName;
  /** Absent on the list of all. */
  facet?: Facet;
}

/** Names of the entries that facets are called after. */
type Names = ReadonlyMap<string, string>;

/** The names of all entries, by type and slug. */
export function namesOf(entries: readonly AnyEntry[]): Names {
  return new Map(entries.map((entry) => [`${entry.type}/${entry.slug}`, nameOf(entry)]));
}

/** Path of a list by what it gathers, such as the questions of an axis. */
export function facetPath(type: PageTypeName, facet: FacetName, key: string): string {
  return `${sectionOf(type).path}${segments[facet]}/${key}/`;
}

/** Path of a page of a list whose first page stands at `first`. */
export function pagePath(first: string, page: number): string {
  return page === 1 ? first : `${first}trang/${page}/`;
}

/** All pages of a type's list, those of its facets included, and these facets: they are the same on each page. */
export interface TypeList {
  /** A list without an entry has one. */
  pages: ListPage[];
  /** Those that have an entry, each facet's in the order of its own list. */
  facets: Facet[];
}

/** A type's list. */
export function listOf(type: PageTypeName, entries: readonly AnyEntry[], names: Names): TypeList {
  const groups = groupsOf(type, entries, names);
  const all = inPages(entries, sectionOf(type).path);
  const seen = groups.flatMap(({ facet, members }) =>
    inPages(members, facet.path).map((page) => ({ ...page, facet })),
  );
  return {
    pages: [...all, ...seen].map((page) => ({ ...page, type })),
    facets: groups.map(({ facet }) => facet),
  };
}

interface Group {
  facet: Facet;
  members: AnyEntry[];
}

/** A closed set fits one page: it needs no ways to look at it. */
function groupsOf(type: PageTypeName, entries: readonly AnyEntry[], names: Names): Group[] {
  if (types[type].set === 'closed') return [];
  const members = membersOf(entries);
  return facetNames.flatMap((facet) =>
    [...members[facet]]
      .map(([key, some]) => ({
        members: some,
        facet: {
          facet,
          key,
          name: facetWords(facet, key, names),
          path: facetPath(type, facet, key),
          count: some.length,
        },
      }))
      .sort(inOrderOf(facet, names)),
  );
}

/** The entries that are found under each key of each facet. */
function membersOf(entries: readonly AnyEntry[]): Record<FacetName, Map<string, AnyEntry[]>> {
  const members = Object.fromEntries(
    facetNames.map((facet) => [facet, new Map<string, AnyEntry[]>()]),
  ) as Record<FacetName, Map<string, AnyEntry[]>>;
  for (const entry of entries) {
    const add = (facet: FacetName, key: string) => {
      const known = members[facet].get(key);
      if (known) known.push(entry);
      else members[facet].set(key, [entry]);
    };
    const { published, audience = [] } = commonOf(entry);
    add('month', published.slice(0, 7));
    for (const key of audience) add('audience', key);
    for (const { type, slug } of namedBy(entry)) if (isHub(type)) add(type, slug);
  }
  return members;
}

function facetWords(facet: FacetName, key: string, names: Names): string {
  if (facet === 'month') return words.list.month(monthWords(key));
  if (facet === 'audience') return audiences.find(({ value }) => value === key)!.label;
  return names.get(`${facet}/${key}`)!;
}

/** Months newest first; audiences and entries in the order of their own list. */
function inOrderOf(facet: FacetName, names: Names): (a: Group, b: Group) => number {
  if (facet === 'month') return (a, b) => b.facet.key.localeCompare(a.facet.key);
  const order =
    facet === 'audience'
      ? audiences.map(({ value }): string => value)
      : [...names.keys()]
          .filter((key) => key.startsWith(`${facet}/`))
          .map((key) => key.slice(facet.length + 1));
  const places = new Map(order.map((key, place) => [key, place]));
  return (a, b) => places.get(a.facet.key)! - places.get(b.facet.key)!;
}

/** One page of a list, whatever it lists. */
export interface Paged<E> {
  /** From 1. */
  page: number;
  pages: number;
  entries: readonly E[];
  /** Path of this page. */
  path: string;
  /** Path of the first page. */
  first: string;
}

/** A list in pages of twenty; a list without an entry has one page. */
export function inPages<E>(entries: readonly E[], first: string): Paged<E>[] {
  const pages = Math.max(1, Math.ceil(entries.length / pageLength));
  return Array.from({ length: pages }, (_, index) => ({
    page: index + 1,
    pages,
    entries: entries.slice(index * pageLength, (index + 1) * pageLength),
    path: pagePath(first, index + 1),
    first,
  }));
}

/** Everything that editors add, by the month of its publication, newest first. */
export interface Month {
  /** `YYYY-MM`. */
  month: string;
  path: string;
  entries: readonly AnyEntry[];
}

/** The archive's months, newest first. */
export function archiveMonths(entries: readonly AnyEntry[]): Month[] {
  const months = new Map<string, AnyEntry[]>();
  const dated = listTypes.filter(({ set }) => set === 'open').map(({ name }) => name as string);
  for (const entry of entries.filter(({ type }) => dated.includes(type))) {
    const month = commonOf(entry).published.slice(0, 7);
    const known = months.get(month);
    if (known) known.push(entry);
    else months.set(month, [entry]);
  }
  return [...months]
    .sort(([a], [b]) => b.localeCompare(a))
    .map(([month, some]) => ({ month, path: `/luu-tru/${month}/`, entries: newestFirst(some) }));
}
