/** The characters that the web fonts hold: Vietnamese, ASCII and the punctuation of print. */

const vowels = Array.from('aăâeêioôơuưy');
const tones = ['', '\u0300', '\u0301', '\u0303', '\u0309', '\u0323'];
const lower = [
  ...vowels.flatMap((vowel) => tones.map((tone) => (vowel + tone).normalize('NFC'))),
  'đ',
].filter((letter) => !/[a-z]/.test(letter));

/** The 134 Vietnamese letters that ASCII does not have, lower and upper case, NFC. */
export const vietnameseLetters = [...lower, ...lower.map((letter) => letter.toUpperCase())];

/** The printable characters of ASCII. */
export const ascii = Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index));

/** Punctuation and signs of Vietnamese print. The typeface has no arrows and no check marks. */
export const punctuation = Array.from('\u00a0–—‘’“”„…•·‹›«»§°²³×÷±−≤≥≈½¼¾‰†™©®₫€');

/** Everything that a web font holds, each character once. */
export const alphabet = [...ascii, ...vietnameseLetters, ...punctuation].join('');
