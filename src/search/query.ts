/** What a resident may have meant by what was typed: pure, no index needed. */
import { abbreviations } from './abbreviations.ts';
import { readDocumentNumber } from './document-number.ts';
import { splitJoined } from './joined.ts';
import { stripQuestion } from './questions.ts';
import { placeTone } from './syllable.ts';
import { fold, words } from './text.ts';
import { decodeKeys } from './typing.ts';

/** Longer queries are cut: nobody means the end of a pasted page. */
export const longestQuery = 24;
/** More readings than this cost time and find nothing. */
const mostReadings = 32;

type Step = (words: readonly string[]) => string[][];

/** Each step adds readings to those before it, so that they combine. */
const steps: readonly Step[] = [
  typedRaw,
  joinedWords,
  tonePlaced,
  stripQuestion,
  congressNumber,
  abbreviated,
  swapIAndY,
];

/**
 * The readings of a query, the likeliest first, each as words. The words as typed are always among
 * them. Empty when nothing was typed that could be searched.
 */
export function understand(raw: string): string[][] {
  const typed = words(raw).slice(0, longestQuery);
  if (typed.length === 0) return [];
  const readings = new Map([[typed.join(' '), typed]]);
  const add = (reading: string[]) => {
    if (readings.size < mostReadings) readings.set(reading.join(' '), reading);
  };
  for (const step of steps) {
    for (const reading of [...readings.values()]) step(reading).forEach(add);
  }
  const numbered = [...readings.values()].flatMap(readDocumentNumber);
  const all = [...numbered, ...readings.values()];
  return [...new Map(all.map((reading) => [reading.join(' '), reading])).values()];
}

function typedRaw(query: readonly string[]): string[][] {
  const decoded = query.map((word) => decodeKeys(word) ?? word);
  return differs(decoded, query) ? [decoded] : [];
}

function joinedWords(query: readonly string[]): string[][] {
  const cuts = query.map((word) => splitJoined(word));
  const most = Math.max(...cuts.map((ways) => ways.length));
  return Array.from({ length: most }, (_, way) =>
    query.flatMap((word, at) => cuts[at]![way] ?? cuts[at]![0] ?? [word]),
  );
}

function tonePlaced(query: readonly string[]): string[][] {
  const placed = query.map(placeTone);
  return differs(placed, query) ? [placed] : [];
}

const iOrY = /^(h|k|l|m|s|t|qu)([iy])$/;

/** “kĩ” and “kỹ”, “lí” and “lý”: both are in use where i or y stands alone after these letters. */
function swapIAndY(query: readonly string[]): string[][] {
  return (['i', 'y'] as const)
    .map((letter) => query.map((word) => (iOrY.test(fold(word)) ? withLast(word, letter) : word)))
    .filter((swapped) => differs(swapped, query));
}

function withLast(word: string, letter: 'i' | 'y'): string {
  return word
    .normalize('NFD')
    .replace(/[iy](?=\p{M}*$)/u, letter)
    .normalize('NFC');
}

const forms = abbreviations.map(([short, long]) => ({ short: words(short), long: words(long) }));

/** Every abbreviation spelt out, and each spelt-out name abbreviated. */
function abbreviated(query: readonly string[]): string[][] {
  const spelt = forms.reduce(
    (text, { short, long }) => replaceWords(text, short, long) ?? text,
    query,
  );
  const shortened = forms.flatMap(({ short, long }) => {
    const text = replaceWords(query, long, short);
    return text ? [text] : [];
  });
  return [...(differs(spelt, query) ? [[...spelt]] : []), ...shortened];
}
/** The query with the first place of `from` replaced; `undefined` when it has none. */
function replaceWords(
  query: readonly string[],
  from: readonly string[],
  to: readonly string[],
): string[] | undefined {
  const at = indexOfWords(query, from);
  if (at < 0) return undefined;
  return [...query.slice(0, at), ...to, ...query.slice(at + from.length)];
}

function indexOfWords(query: readonly string[], part: readonly string[]): number {
  return query.findIndex((_, at) =>
    part.every((word, offset) => fold(query[at + offset] ?? '') === fold(word)),
  );
}

const roman = [
  ...['', 'i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x'],
  ...['xi', 'xii', 'xiii', 'xiv', 'xv', 'xvi', 'xvii', 'xviii', 'xix', 'xx'],
];

/** Congresses are written in Roman numerals and typed in ours: “đại hội 14”. */
function congressNumber(query: readonly string[]): string[][] {
  if (indexOfWords(query, ['đại', 'hội']) < 0) return [];
  const written = query.map((word) => (/^\d+$/.test(word) && roman[Number(word)]) || word);
  return differs(written, query) ? [written] : [];
}

function differs(one: readonly string[], other: readonly string[]): boolean {
  return one.join(' ') !== other.join(' ');
}
