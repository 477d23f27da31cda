/** One page of a list: narrowed, in its sections, with what it could be narrowed to. */
import { isWanted, sections, type Row, type Section, type Wanted } from './rows.ts';

/** So many rows at once: a browser draws them without a pause, and they take some 25 KiB. */
export const atOnce = 100;

/** What a list can be narrowed to, by field: the values that its entries have. */
export type Used = Record<'axis' | 'unit' | 'kind' | 'standing', readonly string[]>;

export interface ListPage {
  /** In the order of the sections. */
  rows: readonly Row[];
  /** Rows found, by section, those of other pages among them. */
  counts: Record<Section, number>;
  /** How many were found, and how many there are. */
  found: number;
  total: number;
  used: Used;
}

interface Asked {
  wanted: Wanted;
  /** Rows that stand before this page. */
  from: number;
  /** How many rows it may have. */
  count?: number;
  /** `YYYY-MM-DD` in Hà Nội. */
  today: string;
}

const order = Object.keys(sections) as Section[];

/** The page of a list that begins after `from` rows; `rows` are all there are, in order. */
export function pageOf(
  rows: readonly Row[],
  { wanted, from, count = atOnce, today }: Asked,
): ListPage {
  const found = rows.filter((row) => isWanted(row, wanted, today));
  const parts = order.map((section) => found.filter((row) => row.section === section));
  const used = (name: keyof Used) => [
    ...new Set(rows.flatMap((row) => (row[name] === undefined ? [] : [row[name]]))),
  ];
  return {
    rows: parts.flat().slice(from, from + count),
    counts: Object.fromEntries(
      order.map((section, index) => [section, parts[index]!.length]),
    ) as ListPage['counts'],
    found: found.length,
    total: rows.length,
    used: {
      axis: used('axis'),
      unit: used('unit'),
      kind: used('kind'),
      standing: used('standing'),
    },
  };
}

/** What a search in all types found. */
export interface FoundPage {
  /** The best first; the type of each stands in its key. */
  rows: readonly Row[];
  found: number;
}

/** An entry that others point at. */
export interface Name {
  slug: string;
  title: string;
}

/** Entries to choose from: the first that were found, and how many there are. */
export interface FoundNames {
  names: readonly Name[];
  found: number;
}
