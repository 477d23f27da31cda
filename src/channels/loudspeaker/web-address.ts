/** Web and mail addresses, read by words so that a listener can type them. */
import { spell } from './abbreviations.ts';
import { sayDigits } from './numbers.ts';
import { start, type Rule } from './rule.ts';

const host = '(?:[a-z0-9-]+\\.)+';
const endings = 'vn|com|org|net|edu|gov|info|example';
/** The full stop or comma after an address belongs to the sentence. */
const path = '(?:[/?#](?:[^\\s<>()“”"]*[^\\s<>()“”".,;:!?])?)?';

const signs: Readonly<Record<string, string>> = {
  '.': 'chấm',
  '-': 'gạch nối',
  _: 'gạch dưới',
  '/': 'gạch chéo',
  '@': 'a còng',
};

export const addressRules: readonly Rule[] = [
  {
    pattern: new RegExp(`${start}[a-z0-9._-]+@${host}[a-z]{2,}`, 'giu'),
    say: (_, match) => sayAddress(match),
  },
  {
    pattern: new RegExp(`${start}https?://[^\\s<>()“”"]*[^\\s<>()“”".,;:!?]`, 'giu'),
    say: (_, match) => sayAddress(match.replace(/^https?:\/\//i, '')),
  },
  {
    pattern: new RegExp(`${start}${host}(?:${endings})(?![\\p{L}\\p{N}-])${path}`, 'giu'),
    say: (_, match) => sayAddress(match),
  },
];

/** Without `www.`, query and fragment, which nobody types. */
function sayAddress(address: string): string {
  const plain = address
    .toLowerCase()
    .replace(/^www\./, '')
    .replace(/[?#].*$/s, '')
    .replace(/\/+$/, '');
  return (plain.match(/[\p{L}\d]+|[.\-_/@]/gu) ?? []).map(sayPart).join(' ');
}

/** A word as a word; what mixes letters and digits, or has no vowel, one by one. */
function sayPart(part: string): string {
  if (/\d/.test(part)) return part.replace(/./gu, (sign) => ` ${sayCode(sign)}`).trim();
  return signs[part] ?? (/[aeiouyà-ỹ]/u.test(part) ? part : spell(part));
}

function sayCode(sign: string): string {
  return /\d/.test(sign) ? sayDigits(sign) : spell(sign);
}
