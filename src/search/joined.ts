/** Syllables typed without spaces: “chuyendoiso”. */
import { isPlainSyllable } from './syllable.ts';
import { fold } from './text.ts';

/** Letters of a word to cut off; words of other languages are longer than syllables. */
const longestPart = 12;
/** Words longer than this are not split: the work would grow, and nobody types so much in one go. */
const longestWord = 40;

/**
 * The ways to cut a word into the fewest parts that are syllables or what else `isWord` knows (without
 * marks), at most `limit`; empty for a word that is a syllable already or cannot be cut.
 */
export function splitJoined(
  word: string,
  limit = 4,
  isWord: (plain: string) => boolean = isPlainSyllable,
): string[][] {
  const plain = fold(word);
  const fits = plain.length === word.length && plain.length <= longestWord;
  if (word === '' || !fits || isPlainSyllable(plain)) return [];
  // fewest[i]: the smallest number of syllables that make up the word from i on.
  const fewest = new Array<number>(plain.length + 1).fill(Infinity);
  fewest[plain.length] = 0;
  for (let start = plain.length - 1; start >= 0; start -= 1) {
    for (const end of ends(plain, start, isWord)) {
      fewest[start] = Math.min(fewest[start]!, 1 + fewest[end]!);
    }
  }
  const found: string[][] = [];
  const follow = (start: number, parts: string[]): void => {
    if (found.length === limit) return;
    if (start === plain.length) found.push(parts);
    for (const end of ends(plain, start, isWord)) {
      if (fewest[start] === 1 + fewest[end]!) follow(end, [...parts, word.slice(start, end)]);
    }
  };
  if (fewest[0]! < Infinity) follow(0, []);
  return found;
}

/** Where a part that begins at `start` may end, the longest first. */
function ends(plain: string, start: number, isWord: (plain: string) => boolean): number[] {
  const last = Math.min(plain.length, start + longestPart);
  const result: number[] = [];
  for (let end = last; end > start; end -= 1) {
    if (isWord(plain.slice(start, end))) result.push(end);
  }
  return result;
}
