/**
 * Finds pages for a query. Every reading of it (`query.ts`) is looked for as it stands; where no page
 * has one whole, also spelt as it may have been meant (`spelling.ts`).
 */
import type { Lexicon } from './lexicon.ts';
import { indexWords } from './page-words.ts';
import { rowOf } from './passage.ts';
import { longestQuery, understand } from './query.ts';
import { stripQuestion } from './questions.ts';
import { rank, rankBegun, rankScattered, type Ranked } from './rank.ts';
import { respell } from './spelling.ts';
import { fold } from './text.ts';

export interface FoundPage {
  /** Id of the page. */
  page: number;
  /** The words looked for on it. */
  reading: string[];
}

export interface Found {
  /** The best first. */
  pages: FoundPage[];
  /** True when no page has the query whole, in any reading: these come near. */
  near: boolean;
  /** True when the best page has not what was typed but what was probably meant. */
  respelt: boolean;
}

export interface FindOptions {
  /** Take every letter as meant: no other spelling is tried. */
  asTyped?: boolean;
}

export type Find = (raw: string, options?: FindOptions) => Promise<Found>;

/** A reading with what speaks against it. */
interface Candidate {
  words: string[];
  against: number;
  respelt: boolean;
}

interface Hit extends Ranked {
  /** How well the page answers the reading, 0 to 1. */
  fit: number;
  score: number;
  candidate: Candidate;
}

const nothing: Found = { pages: [], near: true, respelt: false };

/**
 * What speaks against a reading: its place in the list, a word left out or cut up (worse where a letter
 * is left alone), the last word not typed to its end, a slip, words that stand apart.
 */
const price = {
  ...{ later: 0.004, leftOut: 0.035, cut: 0.03, letterAlone: 0.15 },
  ...{ begun: 0.05, slip: 0.18, scattered: 0.5 },
};
/** A page is worth more for the words of a reading that it has than for how rare their pairs are. */
const value = { words: 0.9, coverage: 0.1 };
/** What a page gains that has a pair of words in its title. */
const titleGain = 0.015;
/** From here on a page has a reading whole. */
const whole = 0.999;
/** How well a page must fit to be shown beside one that has a reading whole, or not. */
const share = { besideWhole: 2 / 3, alone: 1 / 3 };
/**
 * Pages whose text decides which of them come first: those that are shown at once. As many files as a
 * browser fetches at the same time by HTTP/1.1, so that none waits for another.
 */
export const shownAtOnce = 6;
const mostLookedThrough = 40;

/** A function that finds the pages for what was typed. */
export function createFinder(lexicon: Lexicon): Find {
  return (raw, options = {}) => find(lexicon, raw, options);
}

async function find(lexicon: Lexicon, raw: string, { asTyped }: FindOptions): Promise<Found> {
  const readings = understand(raw).map((reading) => reading.flatMap(indexWords));
  if (readings.length === 0) return nothing;
  const typed = indexWords(raw).slice(0, longestQuery);
  const candidates = readings.map((words, at) => {
    const leftOut = wordsLeftOut(words, readings);
    const cut = Math.max(0, words.length + leftOut - typed.length);
    const letters = Math.max(0, lettersAlone(words) - lettersAlone(typed));
    const against =
      leftOut * price.leftOut + cut * price.cut + letters * price.letterAlone + at * price.later;
    return candidate(words, against);
  });
  await lexicon.load(readings.flat().map(fold));
  const hits = candidates.flatMap((one) => score(one, rank(lexicon, one.words))).filter(isAnswer);
  if (!hits.some(({ coverage }) => coverage >= whole)) {
    hits.push(...score(candidate(typed, price.begun), await rankBegun(lexicon, typed)));
  }
  // A page with every word in some pair has what was typed, though not in a row.
  if (!asTyped && !hits.some(hasEveryWord)) {
    for (const { words, cost } of await respell(lexicon, typed)) {
      const one = candidate(words, cost * price.slip, true);
      hits.push(...score(one, rank(lexicon, words)).filter(isAnswer));
    }
  }
  if (hits.length === 0) {
    for (const { words } of candidates) {
      hits.push(...score(candidate(words, price.scattered), rankScattered(lexicon, words)));
    }
  }
  return rowsFirst(lexicon, choose(hits));
}

/** How many more words the longest reading has of which this one is a part. */
function wordsLeftOut(words: readonly string[], readings: readonly (readonly string[])[]): number {
  const part = ` ${words.join(' ')} `;
  const wholes = readings.filter((one) => ` ${one.join(' ')} `.includes(part));
  return Math.max(...wholes.map(({ length }) => length)) - words.length;
}

/** Single letters that are seldom words; “ở” and “y” are common ones. */
function lettersAlone(words: readonly string[]): number {
  return words.map(fold).filter((word) => word.length === 1 && !/[oy]/.test(word)).length;
}

function candidate(words: string[], against: number, respelt = false): Candidate {
  return { words, against, respelt };
}

function score(one: Candidate, ranked: readonly Ranked[]): Hit[] {
  return ranked.map((page) => ({
    ...page,
    candidate: one,
    fit: fitOf(page),
    score: fitOf(page) - one.against + titleGain * page.worth,
  }));
}

/** True for a page that has every word in some pair, of a reading that little speaks against. */
function hasEveryWord({ words, candidate: { against } }: Hit): boolean {
  return words >= whole && against < price.letterAlone;
}

/** False for a page that shares with a question little more than words such as “ở đâu”. */
function isAnswer({ words, candidate: { words: reading } }: Hit): boolean {
  return words >= whole || stripQuestion(reading).length === 0;
}

function fitOf({ words, coverage }: Ranked): number {
  return value.words * words + value.coverage * coverage;
}

function choose(hits: readonly Hit[]): Found {
  const best = new Map<number, Hit>();
  for (const hit of hits) {
    const known = best.get(hit.page);
    if (!known || known.score < hit.score) best.set(hit.page, hit);
  }
  const sorted = [...best.values()].sort((a, b) => b.score - a.score || a.page - b.page);
  const first = sorted[0];
  if (!first) return nothing;
  const isWhole = first.coverage >= whole;
  const least = isWhole ? share.besideWhole : share.alone;
  return {
    pages: sorted
      .filter(({ fit }) => fit >= least)
      .map(({ page, candidate: { words } }) => ({ page, reading: words })),
    near: !isWhole,
    respelt: first.candidate.respelt,
  };
}

/**
 * Of the pages that are shown at once, those first that have the words in a row: the pairs of a reading
 * may stand far apart. Where none has and many pages have all pairs, some more are looked through. A
 * reading with words left out is no better for being in a row.
 */
async function rowsFirst(lexicon: Lexicon, found: Found): Promise<Found> {
  const limit = found.near ? shownAtOnce : mostLookedThrough;
  const leastWords = found.pages[0]?.reading.length ?? 0;
  const inARow: FoundPage[] = [];
  for (let from = 0; from < limit && inARow.length === 0; from += shownAtOnce) {
    const some = found.pages.slice(from, from + shownAtOnce);
    const texts = await lexicon.texts(some.map(({ page }) => page));
    const rows = some.map(({ page, reading }, at) => ({
      page,
      reading,
      row: reading.length >= leastWords ? rowOf(texts[at]!, reading) : 0,
    }));
    inARow.push(...rows.filter(({ row }) => row > 0).sort((a, b) => b.row - a.row));
  }
  const known = new Set(inARow.map(({ page }) => page));
  const rest = found.pages.filter(({ page }) => !known.has(page));
  return { ...found, pages: [...inARow, ...rest] };
}
