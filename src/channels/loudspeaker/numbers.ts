/** Numbers as they are said in Hà Nội: mốt, lăm, tư, linh, nghìn, tỷ. */

const digitWords = [
  'không',
  'một',
  'hai',
  'ba',
  'bốn',
  'năm',
  'sáu',
  'bảy',
  'tám',
  'chín',
] as const;

/** Longer runs of digits name a thing (an account, an identity number) and are said one by one. */
const longestRun = 9;

/** The longest that `sayCardinal` can say, which only dots between thousands make readable. */
const longestCardinal = 15;

/** Each digit by itself: `024` → `không hai bốn`. */
export function sayDigits(digits: string): string {
  return Array.from(digits, (digit) => digitWords[Number(digit)]!).join(' ');
}

/** A whole number from its digits; a leading zero is said too: `03` → `không ba`. */
export function sayWhole(digits: string): string {
  const named = (digits.length > 1 && digits.startsWith('0')) || digits.length > longestCardinal;
  return named ? sayDigits(digits) : sayCardinal(Number(digits));
}

/** A whole number from 0 to 10^15 − 1. */
export function sayCardinal(value: number): string {
  return value === 0 ? 'không' : sayGroups(value, false).join(' ');
}

/** `full`: there is something before it, so that empty hundreds are said (`không trăm linh năm`). */
function sayGroups(value: number, full: boolean): string[] {
  for (const [size, name] of scales) {
    if (value < size) continue;
    const [high, low] = [Math.floor(value / size), value % size];
    return [...sayGroups(high, full), name, ...(low > 0 ? sayGroups(low, true) : [])];
  }
  return sayHundreds(value, full);
}

const scales = [
  [1e9, 'tỷ'],
  [1e6, 'triệu'],
  [1e3, 'nghìn'],
] as const;

function sayHundreds(value: number, full: boolean): string[] {
  const hundreds = Math.floor(value / 100);
  if (hundreds === 0 && !full) return sayTens(value);
  const rest = value % 100;
  const said = [digitWords[hundreds]!, 'trăm'];
  if (rest === 0) return said;
  return rest < 10 ? [...said, 'linh', digitWords[rest]!] : [...said, ...sayTens(rest)];
}

function sayTens(value: number): string[] {
  const [tens, ones] = [Math.floor(value / 10), value % 10];
  if (tens === 0) return [digitWords[ones]!];
  const said = tens === 1 ? ['mười'] : [digitWords[tens]!, 'mươi'];
  if (ones === 0) return said;
  if (ones === 5) return [...said, 'lăm'];
  if (tens > 1 && ones === 1) return [...said, 'mốt'];
  if (tens > 1 && ones === 4) return [...said, 'tư'];
  return [...said, digitWords[ones]!];
}

/** What follows `thứ`: `nhất`, `hai`, `ba`, `tư` … */
export function sayOrdinal(value: number): string {
  if (value === 1) return 'nhất';
  return value === 4 ? 'tư' : sayCardinal(value);
}

/**
 * A number as it is written in Vietnamese: `1.234,5` (thousands, decimals), `4.0` and `2.1.3`
 * (parts), `1,2,3` (a list).
 */
export function sayNumeral(text: string): string {
  if (/^[1-9]\d{0,2}(?:\.\d{3})+(?:,\d+)?$/.test(text)) return sayDecimal(text.replaceAll('.', ''));
  if (/^[1-9]\d{0,2}(?:,\d{3}){2,}(?:\.\d+)?$/.test(text)) {
    return sayDecimal(text.replaceAll(',', '').replace('.', ','));
  }
  if (text.length > longestRun && /^\d+$/.test(text)) return sayDigits(text);
  if (/^\d+(?:,\d+)?$/.test(text)) return sayDecimal(text);
  if (text.includes(',')) return text.split(',').map(sayNumeral).join(', ');
  return text.split('.').map(sayWhole).join(' chấm ');
}

/** Two decimals are said as one number (`phẩy hai mươi lăm`), more or `05` digit by digit. */
function sayDecimal(text: string): string {
  const [whole = '', decimals] = text.split(',');
  if (decimals === undefined) return sayWhole(whole);
  const said = decimals.length <= 2 ? sayWhole(decimals) : sayDigits(decimals);
  return `${sayWhole(whole)} phẩy ${said}`;
}

const romanDigits: Record<string, number> = { I: 1, V: 5, X: 10, L: 50, C: 100 };

/** Value of a Roman numeral up to 399, `undefined` when the letters are not one. */
export function romanValue(letters: string): number | undefined {
  if (!/^C{0,3}(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})$/.test(letters) || letters === '') {
    return undefined;
  }
  const values = Array.from(letters, (letter) => romanDigits[letter]!);
  return values.reduce(
    (sum, value, at) => sum + (value < (values[at + 1] ?? 0) ? -value : value),
    0,
  );
}
