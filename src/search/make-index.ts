/** Makes the files of the search index from the texts of pages: pure, the same files for the same pages. */
import { createHash } from 'node:crypto';
import {
  writePostings,
  type CoreFile,
  type PageFile,
  type Posting,
  type ShardFile,
  type Weight,
} from './index-format.ts';
import { indexWords } from './page-words.ts';
import { fold, words } from './text.ts';
import { facetNames, type FacetName } from './url-state.ts';

/** “57-NQ/TW”, “03-ĐA/TU”, “1131/QĐ-TTg”: a number, then codes. */
const documentNumber = /(?<![\p{L}\p{N}])\d+(?:[-/][\p{L}\p{N}]*\p{L}[\p{L}\p{N}]*)+/gu;

/** A value of a facet, and its name where results show it. */
export interface FacetValue {
  slug: string;
  label?: string | undefined;
}

/** What is indexed of a page, as people read it. */
export interface PageText extends PageFile {
  facets: Partial<Record<FacetName, readonly FacetValue[]>>;
  /** `YYYY-MM-DD`, empty for a page without a date. */
  date: string;
}

/** Characters of a shard: a query fetches one for each of its words. */
const shardSize = 3_000;

/**
 * Word → word after it (or none) → its postings, by page, each as one number: ten thousand pages have millions of
 * them, and as objects they would be the largest thing of a build.
 */
type Pairs = Map<string, Map<string, number[]>>;

const numberOf = (page: number, weight: Weight) => page * 4 + weight;
const pageOf = (number: number) => Math.floor(number / 4);
const postingOf = (number: number): Posting => ({
  page: pageOf(number),
  weight: (number % 4) as Weight,
});

/** The files of an index. */
export interface IndexFiles {
  /** `core.json`. */
  core: string;
  /** The folder of all others, which `core.json` names. */
  folder: string;
  /** Name in that folder → text. */
  parts: Map<string, string>;
}

/** The files of the index. Pages are taken in the order of their addresses. */
export function makeIndex(texts: readonly PageText[]): IndexFiles {
  const pages = [...texts].sort((a, b) => compare(a.address, b.address));
  const pairs: Pairs = new Map();
  for (const [id, page] of pages.entries()) addPage(pairs, id, page);
  const { shards, starts } = makeShards(pairs);
  const parts = new Map([
    ...shards.map((shard, at) => [`w${at}.json`, JSON.stringify(shard)] as const),
    ...pages.map((page, at) => [`t${at}.json`, JSON.stringify(pageFile(page))] as const),
  ]);
  const folder = contentName(parts);
  const core: CoreFile = {
    folder,
    pages: pages.length,
    words: wordList(pairs, pages.length),
    shards: starts.join(' '),
    facets: makeFacets(pages),
    days: pages.map(({ date }) => dayOf(date)).join(','),
  };
  return { core: JSON.stringify(core), folder, parts };
}

function addPage(pairs: Pairs, id: number, page: PageText): void {
  const weights = new Map<string, Weight>();
  const add = (list: readonly string[], weight: Weight) => {
    for (const [at, word] of list.entries()) {
      const pair = `${word} ${list[at + 1] ?? ''}`;
      const known = weights.get(pair);
      // Twice in the text is as good as once in a heading.
      const worth = known === 1 && weight === 1 ? 2 : Math.max(known ?? 0, weight);
      weights.set(pair, worth as Weight);
    }
  };
  const text = page.sections.map(([, , part]) => part).join(' ');
  const numbers = (of: string, weight: Weight) => {
    for (const number of documentNumbers(of)) add([number], weight);
  };
  add(indexWords(text), 1);
  numbers(text, 1);
  for (const [, heading] of page.sections) add(indexWords(heading), 2);
  add(indexWords(page.title), 3);
  numbers(page.title, 3);
  for (const [pair, weight] of weights) {
    const [word, next] = pair.split(' ') as [string, string];
    const number = numberOf(id, weight);
    const after = pairs.get(word);
    const postings = after?.get(next);
    if (postings) postings.push(number);
    else if (after) after.set(next, [number]);
    else pairs.set(word, new Map([[next, [number]]]));
  }
}

/** Words with the same letters lie in one shard, whatever their marks. */
function makeShards(pairs: Pairs): { shards: ShardFile[]; starts: string[] } {
  const before = wordsBefore(pairs);
  const words = [...pairs.keys()].map((word) => ({ word, folded: fold(word) }));
  words.sort((a, b) => compare(a.folded, b.folded) || compare(a.word, b.word));
  const shards: ShardFile[] = [];
  const starts: string[] = [];
  let size = Infinity;
  let last: string | undefined;
  for (const { word, folded } of words) {
    if (folded !== last && size > shardSize) {
      shards.push({});
      starts.push(folded);
      size = 0;
    }
    last = folded;
    const after = Object.fromEntries(
      [...pairs.get(word)!]
        .sort(([a], [b]) => compare(a, b))
        .map(([next, postings]) => [next, writePostings(postings.map(postingOf))]),
    );
    const item: ShardFile[string] = [before.get(word)?.sort(compare).join(' ') ?? '', after];
    shards[shards.length - 1]![word] = item;
    size += JSON.stringify(item).length;
  }
  return { shards, starts };
}

/** The numbers of documents in a text, each as one word: “57nqtw”. */
function documentNumbers(text: string): string[] {
  return (text.normalize('NFC').match(documentNumber) ?? []).map((found) => words(found).join(''));
}

function wordsBefore(pairs: Pairs): Map<string, string[]> {
  const before = new Map<string, string[]>();
  for (const [word, after] of pairs) {
    for (const next of after.keys()) {
      if (next === '') continue;
      const known = before.get(next);
      if (known) known.push(word);
      else before.set(next, [word]);
    }
  }
  return before;
}

function pageFile({ address, title, summary, sections }: PageText): PageFile {
  return { address, title, summary, sections };
}

/** Numbers are left out: they are never taken for another word's misspelling. `pages` is how many there are. */
function wordList(pairs: Pairs, pages: number): string {
  // The last word that was counted on each page, by its place from 1.
  const counted = new Uint32Array(pages);
  return [...pairs]
    .filter(([word]) => /^[\p{L}\p{M}]+$/u.test(word))
    .sort(([a], [b]) => compare(a, b))
    .map(([word, after], at) => {
      let count = 0;
      for (const postings of after.values()) {
        for (const posting of postings) {
          const page = pageOf(posting);
          if (counted[page] === at + 1) continue;
          counted[page] = at + 1;
          count += 1;
        }
      }
      return `${word} ${count.toString(36)}`;
    })
    .join(' ');
}

function makeFacets(pages: readonly PageText[]): CoreFile['facets'] {
  const facets = facetNames.map((name) => {
    const values = new Map<string, { label: string; postings: Posting[] }>();
    for (const [page, { facets: own }] of pages.entries()) {
      for (const { slug, label = '' } of own[name] ?? []) {
        const value = values.get(slug) ?? { label, postings: [] };
        value.postings.push({ page, weight: 1 });
        values.set(slug, value);
      }
    }
    const sorted = [...values].sort(([a], [b]) => compare(a, b));
    const written = sorted.map(([slug, { label, postings }]) => {
      return [slug, [label, writePostings(postings)]] as const;
    });
    return [name, Object.fromEntries(written)];
  });
  return Object.fromEntries(facets) as CoreFile['facets'];
}

function dayOf(date: string): string {
  return date === '' ? '' : (Date.parse(date) / 86_400_000).toString(36);
}

function contentName(files: ReadonlyMap<string, string>): string {
  const hash = createHash('sha256');
  for (const [name, text] of files) hash.update(`${name}\0${text}\0`);
  return hash.digest('hex').slice(0, 10);
}

/** Order of code points, the same in every place. */
function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
