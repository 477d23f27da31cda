/**
 * Text as it is read aloud on the ward's loudspeakers: numbers, dates, abbreviations, document
 * numbers and signs become words, so that a reader never has to stop and think.
 */
import { calendarRules } from './calendar.ts';
import { documentRules } from './document-number.ts';
import { measureRules, phoneRules, ratioRules } from './measures.ts';
import { applyRules, rule, type Rule } from './rule.ts';
import { addressRules } from './web-address.ts';
import { capitalRules, wordRules } from './words.ts';

const markdownRules: readonly Rule[] = [
  { pattern: /!?\[(?<text>[^\]\n]*)\]\([^)\n]*\)/gu, say: ({ text }) => text },
  { pattern: /<\/?[A-Za-z][^<>]*>/gu, say: () => ' ' },
  { pattern: /^[^\S\n]*(?:#{1,6}|>|[-*+•·])[^\S\n]+/gmu, say: () => '' },
  { pattern: /[*_`~]{2,}|[*`]/gu, say: () => '' },
  { pattern: /\\(?=[^\p{L}\p{N}\s])/gu, say: () => '' },
];

/** “Ủy ban nhân dân (UBND)”: what has just been said in full is not said again. */
const repetitionRules: readonly Rule[] = [
  rule(
    '[^\\S\\n]*\\((?<said>\\p{L}[^()\\n]*)\\)(?<=(?<!\\p{L})\\k<said>[^\\S\\n]*\\(\\k<said>\\))',
    () => '',
  ),
];

/** Pauses: brackets, dashes and slashes between words, bullets; quotation marks are not heard. */
const pauseRules: readonly Rule[] = [
  { pattern: /["“”„‘’'«»‹›]/gu, say: () => '' },
  { pattern: /[()[\]{}|•·]|\s[-–—]+(?=\s)|[–—]/gu, say: () => ', ' },
  { pattern: /(?<=\p{L})[^\S\n]*\/[^\S\n]*(?=\p{L})/gu, say: () => ', ' },
  { pattern: /\p{M}/gu, say: () => '' },
  { pattern: /[^\p{L}\s.,;:?!]/gu, say: () => ' ' },
  { pattern: /[^\S\n]+/gu, say: () => ' ' },
  // Of several marks in a row the strongest is heard.
  {
    pattern: /[^\S\n]*[.,;:?!](?:[^\S\n]*[.,;:?!])*[^\S\n]*/gu,
    say: (_, match) => `${strongest(match)} `,
  },
  { pattern: /^[\s.,;:?!]+|,?[^\S\n]+$/gmu, say: () => '' },
];

/**
 * The text in words: letters, spaces, line ends and the pauses `. , ; : ? !` alone. What has no
 * reading (emoji, ornaments) is left out. A text that was read once stays as it is.
 */
export function readAloud(text: string): string {
  let said = text;
  // Leaving a sign out may bring together what another rule reads.
  for (let next = readOnce(said); next !== said; next = readOnce(said)) said = next;
  return said;
}

function readOnce(text: string): string {
  return applyRules(text.replaceAll('№', 'số ').normalize('NFKC').replaceAll('⁄', '/'), [
    ...markdownRules,
    ...addressRules,
    ...documentRules,
    ...phoneRules,
    ...ratioRules,
    ...calendarRules,
    ...wordRules,
    ...measureRules,
    ...capitalRules,
    ...repetitionRules,
    ...pauseRules,
  ]);
}

function strongest(marks: string): string {
  return Array.from('?!.;:,').find((mark) => marks.includes(mark)) ?? '';
}
