/** Words that are not written as they are said: abbreviations, Roman numerals, capitals. */
import { abbreviations, isSyllable, spell } from './abbreviations.ts';
import { romanValue, sayCardinal, sayOrdinal, sayWhole } from './numbers.ts';
import { end, literal, rule, start, type Rule } from './rule.ts';

/** Pairs that the plan joins by a dash and that are said in one breath. */
const joined = [
  'kinh tế - xã hội',
  'chính trị - xã hội',
  'văn hóa - xã hội',
  'quốc phòng - an ninh',
  'lịch sử - văn hóa',
  'văn hóa - thể thao',
  'khoa học - công nghệ',
  'khoa học - kỹ thuật',
  'giáo dục - đào tạo',
  'Thăng Long - Hà Nội',
].join('|');

/** Words after which one Roman letter is a number. */
const beforeRoman =
  'mục|phần|chương|khóa|lần thứ|thứ|Đại hội|thế kỷ|hạng|loại|bậc|cấp|vùng|khu vực|trục|điểm|khoản';

const short = Object.keys(abbreviations)
  .sort((a, b) => b.length - a.length)
  .map((one) => literal(one) + (one.endsWith('.') ? '' : end))
  .join('|');

export const wordRules: readonly Rule[] = [
  // P. Chủ tịch, P. Láng, Q. Đống Đa
  beforeCapital('P\\.', 'Phó ', 'Giám|Chủ|Trưởng|Bí'),
  beforeCapital('P\\.', 'phường '),
  beforeCapital('Q\\.', 'quận '),
  rule(`${start}(?:${joined.replaceAll(' - ', '[^\\S\\n]*[-–][^\\S\\n]*')})${end}`, (_, match) =>
    match.replace(/\s*[-–]\s*/u, ' '),
  ),
  // mục II.1.2
  {
    pattern: new RegExp(`${start}(?<roman>[IVX]+)(?<rest>(?:\\.\\d+)+)${end}`, 'gu'),
    say: ({ roman, rest }) => {
      const value = romanValue(roman!);
      if (value === undefined) return undefined;
      return [sayCardinal(value), ...rest!.slice(1).split('.').map(sayWhole)].join(' chấm ');
    },
  },
  rule(`${start}(?<before>${beforeRoman}) (?<roman>[IVX]+)${end}`, ({ before, roman }) => {
    const value = romanValue(roman!);
    if (value === undefined) return undefined;
    const ordinal = /(?:^|\s)thứ$/iu.test(before!);
    return `${before} ${ordinal ? sayOrdinal(value) : sayCardinal(value)}`;
  }),
  // A heading in capitals: its syllables are words, whatever they abbreviate elsewhere.
  {
    pattern: new RegExp(`${start}\\p{Lu}+(?:[^\\S\\n]+\\p{Lu}+)+${end}`, 'gu'),
    say: (_, match) => (isShouted(match) ? match.replace(/\p{L}+/gu, lowerSyllable) : undefined),
  },
  {
    pattern: new RegExp(`${start}(?:${short})`, 'gu'),
    say: (_, match) => abbreviations[match],
  },
  {
    pattern: new RegExp(`${start}[IVX]{2,}${end}`, 'gu'),
    say: (_, match) => {
      const value = romanValue(match);
      return value === undefined ? undefined : sayCardinal(value);
    },
  },
];

function beforeCapital(short: string, said: string, next = '\\p{Lu}\\p{Ll}'): Rule {
  return { pattern: new RegExp(`${start}${short}[^\\S\\n]?(?=${next})`, 'gu'), say: () => said };
}

/** What is left in capitals: a syllable is a word, anything else is spelled. */
export const capitalRules: readonly Rule[] = [
  {
    pattern: new RegExp(`(?<!\\p{L})\\p{Lu}{2,}(?!\\p{L})`, 'gu'),
    say: (_, match) => (isSyllable(match) ? match.toLowerCase() : spell(match)),
  },
];

/** True when one of the words bears a tone or vowel mark, which abbreviations hardly do. */
function isShouted(words: string): boolean {
  return words
    .split(/\s+/)
    .some(
      (word) =>
        !(word in abbreviations) && isSyllable(word) && /\p{M}/u.test(word.normalize('NFD')),
    );
}

function lowerSyllable(word: string): string {
  return isSyllable(word) ? word.toLowerCase() : word;
}
