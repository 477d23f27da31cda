/** The index in the browser: its files fetched as queries need them, and what they say. */
import {
  readPostings,
  shardOf,
  type CoreFile,
  type PageFile,
  type Posting,
  type ShardFile,
} from './index-format.ts';
import { fold } from './text.ts';
import { facetNames, type FacetName } from './url-state.ts';

/** Reads a file of the index by its path in the index's folder. Rejects when it is not there. */
export type ReadFile = (path: string) => Promise<unknown>;

/** A word of the site. */
export interface Known {
  word: string;
  folded: string;
  /** Number of pages that have it. */
  pages: number;
}

/** For each facet, the pages that have each value, by its slug. */
export type Members = Record<FacetName, Map<string, Set<number>>>;

/**
 * What the site's pages say, by pairs of neighbouring words. What is asked of pairs is known of words
 * that were {@link load}ed.
 */
export interface Lexicon {
  /** Number of pages. */
  pages: number;
  /** Every word of letters, in order. */
  known: readonly Known[];
  /** The words of the site that share their letters with a folded word: “ban” → ban, bán, bạn. */
  forms(folded: string): readonly string[];
  /** Fetches what is to know of folded words. */
  load(folded: Iterable<string>): Promise<void>;
  /** The pages with one word right before another, as they are written. */
  pair(word: string, next: string): readonly Posting[];
  /** The pages with a word. */
  word(word: string): readonly Posting[];
  /** True when somewhere the one stands before the other, whatever their marks; of folded words. */
  follows(folded: string, next: string): boolean;
  members: Members;
  /** Names of the type and the axes of a page. */
  labels(page: number): string[];
  /** Day of a page since 1970-01-01; -Infinity for a page without a date. */
  day(page: number): number;
  /** Pages as results show them. */
  texts(pages: readonly number[]): Promise<PageFile[]>;
}

interface Word {
  after: Map<string, string>;
  read: Map<string, readonly Posting[]>;
}

/** Opens the index. */
export async function openLexicon(read: ReadFile): Promise<Lexicon> {
  const core = (await read('core.json')) as CoreFile;
  const known = readWords(core.words);
  const byFold = new Map<string, string[]>();
  const addForm = (folded: string, word: string) => {
    const forms = byFold.get(folded);
    if (!forms) byFold.set(folded, [word]);
    else if (!forms.includes(word)) forms.push(word);
  };
  for (const { word, folded } of known) addForm(folded, word);

  const members = readMembers(core);
  const starts = core.shards.split(' ');
  const words = new Map<string, Word>();
  const after = new Map<string, Set<string>>();
  const before = new Map<string, Set<string>>();
  const addShard = (shard: ShardFile) => {
    for (const [word, [wordsBefore, wordsAfter]] of Object.entries(shard)) {
      const folded = fold(word);
      addForm(folded, word);
      words.set(word, { after: new Map(Object.entries(wordsAfter)), read: new Map() });
      for (const next of Object.keys(wordsAfter)) addTo(after, folded, fold(next));
      for (const one of wordsBefore.split(' ')) addTo(before, folded, fold(one));
    }
  };
  const file = once((path) => read(`${core.folder}/${path}`));
  const shards = once(async (path) => addShard((await file(path)) as ShardFile));
  const days = core.days.split(',');

  return {
    pages: core.pages,
    known,
    forms: (folded) => byFold.get(folded) ?? [],
    load: async (folded) => {
      const places = new Set([...folded].map((one) => shardOf(starts, one)));
      places.delete(-1);
      await Promise.all([...places].map((place) => shards(`w${place}.json`)));
    },
    pair: (word, next) => {
      const one = words.get(word);
      const text = one?.after.get(next);
      if (!one || text === undefined) return [];
      return fromCache(one.read, next, () => readPostings(text));
    },
    word: (word) => {
      const one = words.get(word);
      // No word has a space, so that this name is free.
      return one ? fromCache(one.read, ' ', () => union([...one.after.values()])) : [];
    },
    follows: (folded, next) =>
      (after.get(folded)?.has(next) ?? false) || (before.get(next)?.has(folded) ?? false),
    members,
    labels: (page) =>
      (['loai', 'truc'] as const).flatMap((name) =>
        [...members[name]]
          .filter(([, pages]) => pages.has(page))
          .map(([slug]) => core.facets[name][slug]![0]),
      ),
    day: (page) => (days[page] ? parseInt(days[page], 36) : -Infinity),
    texts: (pages) =>
      Promise.all(pages.map(async (page) => (await file(`t${page}.json`)) as PageFile)),
  };
}

function readWords(text: string): Known[] {
  const parts = text.split(' ');
  const known: Known[] = [];
  for (let at = 0; at + 1 < parts.length; at += 2) {
    const word = parts[at]!;
    known.push({ word, folded: fold(word), pages: parseInt(parts[at + 1]!, 36) });
  }
  return known;
}

function readMembers({ facets }: CoreFile): Members {
  const members = facetNames.map((name) => [
    name,
    new Map(
      Object.entries(facets[name]).map(([slug, [, text]]) => [
        slug,
        new Set(readPostings(text).map(({ page }) => page)),
      ]),
    ),
  ]);
  return Object.fromEntries(members) as Members;
}

function union(texts: readonly string[]): Posting[] {
  const best = new Map<number, Posting>();
  for (const posting of texts.flatMap(readPostings)) {
    const known = best.get(posting.page);
    if (!known || known.weight < posting.weight) best.set(posting.page, posting);
  }
  return [...best.values()];
}

function addTo(sets: Map<string, Set<string>>, key: string, value: string): void {
  fromCache(sets, key, () => new Set<string>()).add(value);
}

function fromCache<V>(cache: Map<string, V>, key: string, make: () => V): V {
  const known = cache.get(key);
  if (known !== undefined) return known;
  const made = make();
  cache.set(key, made);
  return made;
}

/** Asks once for each path; one that failed is asked for again. */
function once<T>(get: (path: string) => Promise<T>): (path: string) => Promise<T> {
  const asked = new Map<string, Promise<T>>();
  return (path) =>
    fromCache(asked, path, () => {
      const answer = get(path);
      answer.catch(() => asked.delete(path));
      return answer;
    });
}
