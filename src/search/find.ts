/** Finds pages for a query: exact phrases first, then pairs of neighbouring words, then any words. */
import type { Engine, Hit } from './engine.ts';
import { understand } from './query.ts';
import { stripQuestion } from './questions.ts';
import { fold, words } from './text.ts';

/** Pages whose text is read to make sure of a match by the beginning of a word. */
const checkedByText = 12;
/** Part of its pairs of words that a page must share with a query when a phrase was found, or not. */
const share = { besidePhrases: 2 / 3, alone: 1 / 3 };

type Search = (term: string) => Promise<Hit[]>;

export interface Found {
  /** The best first. */
  hits: Hit[];
  /** True when no page has the words as typed, in any reading: these come near. */
  near: boolean;
}

export type Find = (raw: string) => Promise<Found>;

/** A function that finds the pages for what was typed. */
export function createFinder(engine: Engine): Find {
  let previous: Promise<unknown> = Promise.resolve();
  // The engine has one switch for exact marks, so that finds take turns.
  return (raw) => {
    const found = previous.then(() => find(engine, raw));
    previous = found.catch(() => undefined);
    return found;
  };
}

async function find(engine: Engine, raw: string): Promise<Found> {
  const readings = understand(raw);
  const exact = await findExact(engine, readings.filter(isDistinct));
  const search = remember(engine);
  // “bán” is also “bạn” and “ban” without marks: one word says too little to pass over its own.
  const loose = exact.length > 0 ? readings.filter(({ length }) => length > 1) : readings;
  const phrases = unique([...exact, ...(await findPhrases(search, loose))]);
  if (phrases.length > 0) {
    const beside = await findPairs(search, loose, share.besidePhrases);
    return { hits: unique([...phrases, ...beside]), near: false };
  }
  const pairs = await findPairs(search, loose, share.alone);
  if (pairs.length > 0) return { hits: pairs, near: true };
  return findBeginnings(search, readings);
}

/** True for a reading with marks or with the number of a document: worth finding as it is written. */
function isDistinct(reading: readonly string[]): boolean {
  return reading.some((word) => fold(word) !== word || isDocumentNumber(word));
}

function isDocumentNumber(word: string): boolean {
  return /^\d+\p{L}/u.test(word);
}

/** Each term is asked for once. */
function remember(engine: Engine): Search {
  const known = new Map<string, Promise<Hit[]>>();
  return (term) => {
    const results = known.get(term) ?? engine.search(term).then((response) => response.results);
    known.set(term, results);
    return results;
  };
}

/** Pages with a reading word for word and mark for mark. */
async function findExact(engine: Engine, readings: string[][]): Promise<Hit[]> {
  await engine.options({ exactDiacritics: true });
  try {
    return await findPhrases(remember(engine), readings);
  } finally {
    await engine.options({ exactDiacritics: false });
  }
}

/**
 * Pages with a reading word for word. Phrase results carry no score, so they take the order that the
 * same words have without quotes.
 */
async function findPhrases(search: Search, readings: string[][]): Promise<Hit[]> {
  const found = await Promise.all(
    readings.map(async (reading) => {
      const text = reading.join(' ');
      const phrase = await search(`"${text}"`);
      return phrase.length > 1 ? inOrderOf(phrase, await search(text)) : phrase;
    }),
  );
  return unique(found.flat());
}

/**
 * Pages by the pairs of neighbouring words that they share with a reading, a rare pair counting
 * more. It carries long questions and a mistyped word without a dictionary. A page needs the part
 * `needed` of the pairs of a reading; pages that tie take the engine's order.
 */
async function findPairs(search: Search, readings: string[][], needed: number): Promise<Hit[]> {
  const best = new Map<string, Scored>();
  // Pages share words such as “ở đâu” with any question.
  for (const reading of readings.filter((one) => stripQuestion(one).length === 0)) {
    const numbers = reading.filter(isDocumentNumber);
    const pairs = reading.slice(1).map((word, at) => `${reading[at]!} ${word}`);
    const parts = [...new Set([...numbers, ...pairs])];
    const found = await Promise.all(parts.map((part) => search(`"${part}"`)));
    const order = await search(reading.join(' '));
    for (const page of tally(found.map((hits) => inOrderOf(hits, order)))) {
      if (page.parts < needed * parts.length) continue;
      if (page.score > (best.get(page.hit.id)?.score ?? 0)) best.set(page.hit.id, page);
    }
  }
  return [...best.values()].sort((a, b) => b.score - a.score).map(({ hit }) => hit);
}

interface Scored {
  hit: Hit;
  score: number;
  /** How many of the parts the page has. */
  parts: number;
}

function tally(found: Hit[][]): Scored[] {
  const pages = new Map<string, Scored>();
  for (const hits of found) {
    for (const hit of hits) {
      const page = pages.get(hit.id) ?? { hit, score: 0, parts: 0 };
      page.score += 1 / Math.log2(1 + hits.length);
      page.parts += 1;
      pages.set(hit.id, page);
    }
  }
  return [...pages.values()];
}

/**
 * Pages with all words, the last one perhaps not yet typed to its end; in a row where there are such
 * pages, else anywhere. Where a word is unknown the engine cuts it shorter until something fits, so
 * the page's own text decides.
 */
async function findBeginnings(search: Search, readings: string[][]): Promise<Found> {
  const found = await Promise.all(
    readings.map(async (reading) => {
      const hits = (await search(reading.join(' '))).slice(0, checkedByText);
      const texts = await Promise.all(
        hits.map(async (hit) => words(fold((await hit.data()).content))),
      );
      return hits.map((hit, at) => ({ hit, fit: fitOf(texts[at]!, reading.map(fold)) }));
    }),
  );
  const fitting = (fit: Fit) =>
    unique(
      found
        .flat()
        .filter((page) => page.fit === fit)
        .map(({ hit }) => hit),
    );
  const inARow = fitting('row');
  return inARow.length > 0
    ? { hits: inARow, near: false }
    : { hits: fitting('anywhere'), near: true };
}

type Fit = 'row' | 'anywhere' | 'none';

function fitOf(page: readonly string[], query: readonly string[]): Fit {
  if (` ${page.join(' ')}`.includes(` ${query.join(' ')}`)) return 'row';
  const known = new Set(page);
  const last = query[query.length - 1]!;
  const anywhere =
    query.slice(0, -1).every((word) => known.has(word)) &&
    page.some((word) => word.startsWith(last));
  return anywhere ? 'anywhere' : 'none';
}

function inOrderOf(hits: Hit[], order: Hit[]): Hit[] {
  const place = new Map(order.map((hit, at) => [hit.id, at]));
  const placeOf = (hit: Hit) => place.get(hit.id) ?? order.length;
  return [...hits].sort((a, b) => placeOf(a) - placeOf(b));
}

/** The first hit of each page: it knows the passage to show. */
function unique(hits: Hit[]): Hit[] {
  const first = new Map<string, Hit>();
  for (const hit of hits) if (!first.has(hit.id)) first.set(hit.id, hit);
  return [...first.values()];
}
