/**
 * Text as it is read aloud on the ward's loudspeakers: numbers, dates, abbreviations, document
 * numbers and signs become words, so that a reader never has to stop and think.
 */
import { calendarRules } from './calendar.ts';
import { documentRules } from './document-number.ts';
import { measureRules, phoneRules } from './measures.ts';
import { applyRules, type Rule } from './rule.ts';
import { addressRules } from './web-address.ts';
import { capitalRules, wordRules } from './words.ts';

const markdownRules: readonly Rule[] = [
  { pattern: /!?\[(?<text>[^\]\n]*)\]\([^)\n]*\)/gu, say: ({ text }) => text },
  { pattern: /<\/?[A-Za-z][^<>]*>/gu, say: () => ' ' },
  { pattern: /^[^\S\n]*(?:#{1,6}|>|[-*+•·])[^\S\n]+/gmu, say: () => '' },
  { pattern: /[*_`~]{2,}|[*`]/gu, say: () => '' },
  { pattern: /\\(?=[^\p{L}\p{N}\s])/gu, say: () => '' },
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
    ...calendarRules,
    ...wordRules,
    ...measureRules,
    ...capitalRules,
    ...pauseRules,
  ]);
}

function strongest(marks: string): string {
  return Array.from('?!.;:,').find((mark) => marks.includes(mark)) ?? '';
}
