/**
 * The files of the search index, as they lie in `<dist>/tim/`: what the build writes and the browser
 * reads. `core.json` comes first and is small; the pairs of neighbouring words lie in shards and the
 * texts of pages in files of their own, fetched as a query needs them. Words are in lower case, NFC, with the tone
 * mark where `placeTone` puts it.
 */
import type { FacetName } from './url-state.ts';

/** Where the index lies on the site. */
export const indexFolder = 'tim';

/** `core.json`. */
export interface CoreFile {
  /** Folder of the shards and texts in the folder of the index; its name follows from their content. */
  folder: string;
  /** Number of pages; a page's id is its place in the order of addresses. */
  pages: number;
  /** Words of letters with the number of their pages in base 36, in order: `an 5 anh 1c`. */
  words: string;
  /** Folded first word of each shard, in order, space-separated. */
  shards: string;
  /** For each facet, the slug of a value → its name (empty where results do not show it), its pages. */
  facets: Record<FacetName, Record<string, [label: string, postings: string]>>;
  /** Day of each page since 1970-01-01 in base 36, comma-separated; empty for a page without one. */
  days: string;
}

/**
 * A shard: every word with the words that stand before it anywhere (space-separated), and the words
 * after it with the postings of that pair. The word after the last of a page is empty.
 */
export type ShardFile = Record<string, [before: string, after: Record<string, string>]>;

/** A page as results show it, in a file of its own: `t<id>.json`. */
export interface PageFile {
  address: string;
  title: string;
  summary: string;
  /** Its text in order, cut at the headings that can be linked to; the first part has no anchor. */
  sections: [anchor: string, heading: string, text: string][];
}

/** What a pair is worth on a page: in the text, more than once or in a heading, in the title. */
export type Weight = 1 | 2 | 3;

export interface Posting {
  page: number;
  weight: Weight;
}

const weightMarks = ',;!';

/** Postings as text: the distance to the page before in base 36, then a sign for the weight. */
export function writePostings(postings: readonly Posting[]): string {
  let last = 0;
  let text = '';
  for (const { page, weight } of postings) {
    text += (page - last).toString(36) + weightMarks[weight - 1]!;
    last = page;
  }
  return text;
}

/** What {@link writePostings} wrote, in the order of pages. */
export function readPostings(text: string): Posting[] {
  const postings: Posting[] = [];
  let page = 0;
  let distance = 0;
  for (const sign of text) {
    const weight = weightMarks.indexOf(sign) + 1;
    if (weight === 0) {
      distance = distance * 36 + parseInt(sign, 36);
    } else {
      page += distance;
      distance = 0;
      postings.push({ page, weight: weight as Weight });
    }
  }
  return postings;
}

/** The place of the shard that holds a folded word; -1 when it comes before all of them. */
export function shardOf(starts: readonly string[], folded: string): number {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (starts[middle]! <= folded) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
