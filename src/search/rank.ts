/** Ranks pages for one reading of a query. */
import type { Posting } from './index-format.ts';
import type { Lexicon } from './lexicon.ts';
import { marksApart } from './marks.ts';
import { fold } from './text.ts';

export interface Ranked {
  page: number;
  /** Part of the reading that the page has, 0 to 1: rare pairs of words count more. */
  coverage: number;
  /** Part of the words of the reading that stand in those pairs, 0 to 1. */
  words: number;
  /** Order among pages with the same coverage: words in the title, then often or in a heading. */
  worth: number;
}

/** A word of the site that a word of the query may mean. */
interface Form {
  word: string;
  /** 1 where its marks are as typed. */
  fit: number;
}

/** Words that a word begun may become: the most frequent ones. */
const mostEnds = 8;

type Matches = Map<number, Match>;

interface Match {
  fit: number;
  weight: number;
}

/** The pages that have a reading's pairs of neighbouring words; of a single word, the word itself. */
export function rank(lexicon: Lexicon, reading: readonly string[]): Ranked[] {
  const forms = reading.map((word) => formsOf(lexicon, word));
  if (reading.length === 1) return total(lexicon, [wordMatches(lexicon, forms[0]!)], true);
  return total(
    lexicon,
    forms.slice(1).map((next, at) => pairMatches(lexicon, forms[at]!, next)),
  );
}

/**
 * The pages that have a reading whose last word may not be typed to its end. Loads the words that it
 * may become.
 */
export async function rankBegun(lexicon: Lexicon, reading: readonly string[]): Promise<Ranked[]> {
  const last = fold(reading[reading.length - 1]!);
  const previous = reading.slice(0, -1);
  const before = previous.length > 0 ? fold(previous[previous.length - 1]!) : undefined;
  const ends = lexicon.known
    .filter(({ folded }) => folded.startsWith(last) && folded !== last)
    .filter(({ folded }) => before === undefined || lexicon.follows(before, folded))
    .sort((a, b) => b.pages - a.pages)
    .slice(0, mostEnds)
    .map(({ word }) => ({ word, fit: 1 }));
  const forms = previous.map((word) => formsOf(lexicon, word));
  if (before === undefined) {
    await lexicon.load(ends.map(({ word }) => fold(word)));
    return total(lexicon, [wordMatches(lexicon, ends)], true);
  }
  const all = [...forms, ends];
  return total(
    lexicon,
    all.slice(1).map((next, at) => pairMatches(lexicon, all[at]!, next)),
  );
}

/** The pages that have a reading's words, wherever they stand. */
export function rankScattered(lexicon: Lexicon, reading: readonly string[]): Ranked[] {
  return total(
    lexicon,
    reading.map((word) => wordMatches(lexicon, formsOf(lexicon, word))),
    true,
  );
}

function formsOf(lexicon: Lexicon, typed: string): Form[] {
  return lexicon
    .forms(fold(typed))
    .map((word) => ({ word, fit: word === typed ? 1 : 1 - marksApart(typed, word) }));
}

function wordMatches(lexicon: Lexicon, forms: readonly Form[]): Matches {
  const matches: Matches = new Map();
  for (const { word, fit } of forms) addMatches(matches, lexicon.word(word), fit);
  return matches;
}

function pairMatches(lexicon: Lexicon, forms: readonly Form[], next: readonly Form[]): Matches {
  const matches: Matches = new Map();
  for (const one of forms) {
    for (const other of next) {
      addMatches(matches, lexicon.pair(one.word, other.word), Math.min(one.fit, other.fit));
    }
  }
  return matches;
}

function addMatches(matches: Matches, postings: readonly Posting[], fit: number): void {
  for (const { page, weight } of postings) {
    const known = matches.get(page);
    if (!known || known.fit < fit || (known.fit === fit && known.weight < weight)) {
      matches.set(page, { fit, weight });
    }
  }
}

/** `parts` are the matches of each pair of words or, where `single`, of each word. */
function total(lexicon: Lexicon, parts: readonly Matches[], single = false): Ranked[] {
  const rarity = rarityOf(lexicon, parts);
  const all = rarity.reduce((sum, one) => sum + one, 0);
  const wordCount = parts.length + (single ? 0 : 1);
  const ranked = new Map<number, Ranked & { last: number }>();
  for (const [at, pages] of parts.entries()) {
    const share = rarity[at]! / all;
    for (const [page, { fit, weight }] of pages) {
      const known = ranked.get(page) ?? { page, coverage: 0, words: 0, worth: 0, last: -1 };
      known.coverage += share * fit;
      known.worth += share * weight;
      // A pair right after another adds one word, any other pair two.
      known.words += (fit * (single || known.last === at ? 1 : 2)) / wordCount;
      known.last = at + 1;
      ranked.set(page, known);
    }
  }
  return [...ranked.values()];
}

/** What each part counts: the rarer the more; one that no page has, as much as the others do. */
function rarityOf(lexicon: Lexicon, parts: readonly Matches[]): number[] {
  const found = parts.filter(({ size }) => size > 0);
  const of = ({ size }: Matches) => Math.log(1 + lexicon.pages / size);
  const mean = found.reduce((sum, one) => sum + of(one), 0) / found.length;
  return parts.map((one) => (one.size > 0 ? of(one) : mean));
}
