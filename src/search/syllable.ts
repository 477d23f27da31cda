/** The shape of a written Vietnamese syllable: onset, rime, tone. */
import { fold } from './text.ts';

/** Longest first, so that “gh” is not read as “g” and a rime that starts with “h”. */
const onsets = [
  'ngh',
  ...['ch', 'gh', 'gi', 'kh', 'ng', 'nh', 'ph', 'qu', 'th', 'tr'],
  ...['b', 'c', 'd', 'đ', 'g', 'h', 'k', 'l', 'm', 'n', 'p', 'r', 's', 't', 'v', 'x'],
  '',
];

/** Every rime without its tone, grouped by first vowel. */
const rimes = new Set(
  [
    'a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây',
    'e ec em en eng eo ep et ê êch êm ên ênh êp êt êu',
    'i ia ich im in inh ip it iu iêc iêm iên iêng iêp iêt iêu',
    'o oc oi om on ong op ot oa oac oach oai oam oan oang oanh oao oap oat oay oe oen oeo oet',
    'oăc oăm oăn oăng oăt ooc oong ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt',
    'u ua uc ui um un ung up ut uân uâng uât uây uê uêch uênh uôc uôi uôm uôn uông uôt uơ',
    'uy uya uych uyên uyêt uynh uyp uyt uyu ư ưa ưc ưi ưm ưn ưng ưt ưu',
    'ươc ươi ươm ươn ương ươp ươt ươu y yêm yên yêng yêt yêu ych ynh yt',
  ].flatMap((line) => line.split(' ')),
);
const plainRimes = new Set([...rimes].map(fold));

const toneMarks = /[\u0300\u0301\u0303\u0309\u0323]/g;

/** A syllable without its tone, and the combining mark of that tone (empty for thanh ngang). */
export function splitTone(syllable: string): { letters: string; tone: string } {
  const parts = syllable.normalize('NFD');
  const tone = (parts.match(toneMarks) ?? []).slice(-1).join('');
  return { letters: parts.replace(toneMarks, '').normalize('NFC'), tone };
}

function splitOnset(
  letters: string,
  known: Set<string>,
): [onset: string, rime: string] | undefined {
  for (const onset of onsets) {
    const rime = letters.slice(onset.length);
    if (letters.startsWith(onset) && known.has(rime)) return [onset, rime];
  }
  return undefined;
}

/** True for a lower-case syllable with its marks, such as “chuyển”. */
export function isSyllable(text: string): boolean {
  return splitOnset(splitTone(text).letters, rimes) !== undefined;
}

/** True for a lower-case syllable typed without marks, such as “chuyen”. */
export function isPlainSyllable(text: string): boolean {
  return splitOnset(text, plainRimes) !== undefined;
}

/**
 * A toneless syllable with a tone mark on the vowel where the older convention has it (hòa, khỏe,
 * thủy), as the plan writes; `undefined` when the letters are no syllable.
 */
export function withTone(letters: string, tone: string): string | undefined {
  const parts = splitOnset(letters, rimes);
  if (!parts) return undefined;
  const [onset, rime] = parts;
  const at = onset.length + toneIndex(rime);
  return (letters.slice(0, at + 1) + tone + letters.slice(at + 1)).normalize('NFC');
}

function toneIndex(rime: string): number {
  // Of two marked vowels, ươ, the second bears the tone.
  const marked = /[ăâêôơư](?=[^ăâêôơư]*$)/.exec(rime);
  if (marked) return marked.index;
  const vowels = (/^[aeiouy]+/.exec(rime)?.[0] ?? '').length;
  if (vowels < rime.length) return vowels - 1;
  return vowels === 3 ? 1 : 0;
}

/** The same word with its tone mark where the older convention has it; other words unchanged. */
export function placeTone(word: string): string {
  const { letters, tone } = splitTone(word);
  return withTone(letters, tone) ?? word;
}
