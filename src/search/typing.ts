/** Words typed with the Vietnamese keyboard switched off: raw Telex and VNI. */
import { isPlainSyllable, withTone } from './syllable.ts';

const tones: Record<string, string> = {
  ...{ f: '\u0300', s: '\u0301', x: '\u0303', r: '\u0309', j: '\u0323', z: '' },
  ...{ 2: '\u0300', 1: '\u0301', 4: '\u0303', 3: '\u0309', 5: '\u0323', 0: '' },
};
const circumflex: Record<string, string> = { a: 'â', e: 'ê', o: 'ô' };

/**
 * The syllable that a run of keys means, such as “chuyeenr” or “chuye6n3” for “chuyển”; `undefined`
 * for keys that make none, and unless `always`, for those that read as a syllable by themselves, such
 * as “coong”.
 */
export function decodeKeys(keys: string, { always = false } = {}): string | undefined {
  if (!/^[a-z0-9]+$/.test(keys) || (!always && isPlainSyllable(keys))) return undefined;
  let letters = '';
  let tone = '';
  for (const key of keys) {
    if (key in tones && /[aeiouyâêôăơư]/.test(letters)) tone = tones[key]!;
    else letters = shape(letters, key) ?? letters + key;
  }
  return withTone(letters.replace(/ưo(?=.)/, 'ươ'), tone);
}

/** What a key that shapes a letter makes of the letters before it; `undefined` for a plain key. */
function shape(letters: string, key: string): string | undefined {
  if (key === '9' || key === 'd')
    return letters.startsWith('d') ? `đ${letters.slice(1)}` : undefined;
  if (key === '6') return replaceLast(letters, /[aeo](?=[^aeo]*$)/, (vowel) => circumflex[vowel]!);
  if (key in circumflex)
    return replaceLast(letters, new RegExp(`${key}(?=[^${key}]*$)`), () => circumflex[key]!);
  if (key === '8') return replaceLast(letters, /a(?=[^a]*$)/, () => 'ă');
  if (key === '7' || key === 'w') return horn(letters, key === 'w');
  return undefined;
}

function replaceLast(
  text: string,
  pattern: RegExp,
  by: (found: string) => string,
): string | undefined {
  return pattern.test(text) ? text.replace(pattern, by) : undefined;
}

/** Horn on u and o; Telex uses the same key for the breve of a, and for ư by itself. */
function horn(letters: string, telex: boolean): string | undefined {
  if (/[uư]o/.test(letters)) return letters.replace(/[uư]o/, 'ươ');
  if (/(^|[^q])ua$/.test(letters)) return letters.replace(/ua$/, 'ưa');
  const vowel = telex ? /[aou](?=[^aou]*$)/ : /[ou](?=[^ou]*$)/;
  const shaped = replaceLast(letters, vowel, (found) => ({ a: 'ă', o: 'ơ', u: 'ư' })[found]!);
  return shaped ?? (telex ? `${letters}ư` : undefined);
}
