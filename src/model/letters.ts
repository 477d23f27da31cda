/** The index of titles: every entry under the first letter of its title, for those who search by eye. */
import type { AnyEntry } from '../load/entry.ts';
import { nameOf, titleIndex } from './sections.ts';

export interface Letter {
  /** As on the page: “Đ”; digits are one group. */
  letter: string;
  path: string;
  /** In Vietnamese order. */
  entries: readonly AnyEntry[];
}

const digits = '0–9';
const order = new Intl.Collator('vi', { numeric: true });

/** The letters with which titles begin, in order, digits last. */
export function letters(entries: readonly AnyEntry[]): Letter[] {
  const groups = new Map<string, AnyEntry[]>();
  for (const entry of entries) {
    const letter = letterOf(nameOf(entry));
    groups.set(letter, [...(groups.get(letter) ?? []), entry]);
  }
  return [...groups]
    .sort(([a], [b]) => Number(a === digits) - Number(b === digits) || order.compare(a, b))
    .map(([letter, some]) => ({
      letter,
      path: `${titleIndex.path}${slugOf(letter)}/`,
      entries: some.sort((a, b) => order.compare(wordsOf(nameOf(a)), wordsOf(nameOf(b)))),
    }));
}

/** A title without the quotation marks that it may begin with. */
function wordsOf(title: string): string {
  return title.replace(/^[^\p{L}\p{N}]+/u, '');
}

/** Ă and Â stand with A, as in a phone book; Đ is a letter of its own. */
function letterOf(title: string): string {
  const first = wordsOf(title).normalize('NFD').charAt(0).toUpperCase();
  return /\p{L}/u.test(first) ? first.normalize('NFC') : digits;
}

/** Đ as Telex has it: an address of plain letters, apart from that of D. */
function slugOf(letter: string): string {
  if (letter === digits) return 'so';
  return letter === 'Đ' ? 'dd' : letter.toLowerCase();
}
