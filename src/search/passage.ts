/** Where a page has what was looked for. */
import type { PageFile } from './index-format.ts';
import { placeTone } from './syllable.ts';
import { fold } from './text.ts';

export interface Passage {
  /** Address of the page, with the anchor of the section that has the passage. */
  address: string;
  /** Heading of that section; empty for the beginning of the page. */
  heading: string;
  /** The text around the passage. */
  parts: Part[];
  /** The words looked for as the page writes them; empty when they do not stand in a row. */
  found: string;
}

export interface Part {
  text: string;
  /** True for the words that were looked for. */
  marked: boolean;
}

interface Word {
  start: number;
  end: number;
  /** Lower case, NFC, tone placed. */
  word: string;
  folded: string;
}

/** Words shown before the passage, and in all. */
const lead = 8;
const longest = 32;

/**
 * How well the words of a reading stand one after another, with the marks of those typed with marks: 2 in
 * the title or one section, 1 from one section into the next, 0 nowhere.
 */
export function rowOf({ title, sections }: PageFile, reading: readonly string[]): 0 | 1 | 2 {
  const texts = sections.map(([, , text]) => wordsOf(text));
  if ([wordsOf(title), ...texts].some((own) => rowAt(own, reading) >= 0)) return 2;
  return rowAt(texts.flat(), reading) >= 0 ? 1 : 0;
}

/** The passage of a page to show for a reading. */
export function passageOf(page: PageFile, reading: readonly string[]): Passage {
  const sections = page.sections.map(([anchor, heading, text]) => {
    const own = wordsOf(text);
    return { anchor, heading, text, own, row: rowAt(own, reading) };
  });
  const best =
    sections.find(({ row, heading }) => row >= 0 && heading !== '') ??
    sections.find(({ row }) => row >= 0) ??
    mostMarked(sections, reading);
  const isInARow = best !== undefined && best.row >= 0;
  if (!best || (!isInARow && markedAt(best.own, reading).length === 0)) {
    return {
      address: page.address,
      heading: '',
      parts: [{ text: page.summary, marked: false }],
      found: '',
    };
  }
  const marks = isInARow
    ? Array.from({ length: reading.length }, (_, offset) => best.row + offset)
    : markedAt(best.own, reading);
  return {
    address: best.anchor === '' ? page.address : `${page.address}#${best.anchor}`,
    heading: best.heading,
    parts: cut(best.text, best.own, marks),
    found: isInARow ? textOf(best.text, best.own, best.row, best.row + reading.length - 1) : '',
  };
}

/** A text in parts, with the words of a reading marked. */
export function markWords(text: string, reading: readonly string[]): Part[] {
  const own = wordsOf(text);
  return partsOf(text, own, markedAt(own, reading), 0, text.length);
}

function mostMarked<S extends { own: Word[] }>(
  sections: readonly S[],
  reading: readonly string[],
): S | undefined {
  const counts = sections.map(
    ({ own }) => new Set(markedAt(own, reading).map((at) => own[at]!.folded)).size,
  );
  return sections[counts.indexOf(Math.max(...counts))];
}

/** Where the words of a reading stand in a row; -1 for nowhere. */
function rowAt(own: readonly Word[], reading: readonly string[]): number {
  return own.findIndex((_, start) =>
    reading.every((word, offset) => {
      const other = own[start + offset];
      return other !== undefined && matches(word, other);
    }),
  );
}

function matches(typed: string, { word, folded }: Word): boolean {
  return typed === word || typed === folded;
}

/** Words of the reading, wherever they stand. */
function markedAt(own: readonly Word[], reading: readonly string[]): number[] {
  return own.flatMap((word, at) => (reading.some((typed) => matches(typed, word)) ? [at] : []));
}

function cut(text: string, own: readonly Word[], marks: readonly number[]): Part[] {
  const first = Math.max(0, marks[0]! - lead);
  const last = Math.min(own.length, first + longest) - 1;
  const start = first === 0 ? 0 : own[first]!.start;
  const end = last === own.length - 1 ? text.length : own[last]!.end;
  const parts = partsOf(
    text,
    own,
    marks.filter((at) => at <= last),
    start,
    end,
  );
  if (start > 0) parts.unshift({ text: '… ', marked: false });
  if (end < text.length) parts.push({ text: ' …', marked: false });
  return parts;
}

/** Marked words that stand side by side are one part. */
function partsOf(
  text: string,
  own: readonly Word[],
  marks: readonly number[],
  start: number,
  end: number,
): Part[] {
  const parts: Part[] = [];
  let at = start;
  for (let mark = 0; mark < marks.length; mark += 1) {
    const first = marks[mark]!;
    while (marks[mark + 1] === marks[mark]! + 1) mark += 1;
    const word = own[first]!;
    if (word.start > at) parts.push({ text: text.slice(at, word.start), marked: false });
    parts.push({ text: textOf(text, own, first, marks[mark]!), marked: true });
    at = own[marks[mark]!]!.end;
  }
  if (at < end) parts.push({ text: text.slice(at, end), marked: false });
  return parts;
}

function textOf(text: string, own: readonly Word[], first: number, last: number): string {
  return text.slice(own[first]!.start, own[last]!.end);
}

function wordsOf(text: string): Word[] {
  return [...text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)].map((found) => {
    const { word, folded } = formsOf(found[0]);
    return { start: found.index, end: found.index + found[0].length, word, folded };
  });
}

/** Pages share most of their words: each is taken apart once, which an old phone notices. */
const taken = new Map<string, Pick<Word, 'word' | 'folded'>>();

function formsOf(written: string): Pick<Word, 'word' | 'folded'> {
  const known = taken.get(written);
  if (known) return known;
  const word = placeTone(written.toLowerCase().normalize('NFC'));
  const forms = { word, folded: fold(word) };
  taken.set(written, forms);
  return forms;
}
