/**
 * What a slip of the finger or of the ear costs, between two words without marks. 1 is a plain slip;
 * what happens more often costs less.
 */

import { isPlainSyllable } from './syllable.ts';

/** Dearer words are taken for another word, not for a slip. */
export const dearest = 1.2;

const cost = {
  doubled: 0.6,
  swapped: 0.7,
  soundsAlike: 0.7,
  lost: 0.8,
  near: 0.8,
  extra: 1,
  other: 1.1,
};

const rows = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'];

/** Keys that touch each other on the keyboard of a phone. */
const touching = new Set(
  rows.flatMap((row, at) =>
    row
      .split('')
      .flatMap((key, place) =>
        [row[place + 1], rows[at + 1]?.[place], rows[at + 1]?.[place - 1]]
          .filter((other) => other !== undefined)
          .flatMap((other) => [key + other, other + key]),
      ),
  ),
);

/** Spellings that sound alike in some part of the country. */
const alike: readonly (readonly [RegExp, string])[] = [
  [/^(?:ch|tr)/, 'C'],
  [/^(?:s|x)/, 'S'],
  [/^(?:d|gi|r)/, 'D'],
  [/^(?:ngh|ng)/, 'G'],
  [/^(?:gh|g)/, 'g'],
  [/^(?:l|n)(?!g|h)/, 'L'],
  [/^(?:c|k|q)(?!h)/, 'K'],
  [/(?:ng|nh|n)$/, 'N'],
  [/(?:ch|c|k|t)$/, 'T'],
  [/y/g, 'i'],
];

function soundOf(word: string): string {
  return alike.reduce((text, [pattern, sound]) => text.replace(pattern, sound), word);
}

/** True for words that sound alike and differ at one end only. */
function soundsAlike(typed: string, word: string): boolean {
  const sameEnd = typed[0] === word[0] || typed.slice(-1) === word.slice(-1);
  return sameEnd && soundOf(typed) === soundOf(word);
}

/** What it costs to take `typed` for `word`, both folded; `undefined` when it is no single slip. */
export function slip(typed: string, word: string): number | undefined {
  if (typed === word) return 0;
  if (Math.abs(typed.length - word.length) > 2 || typed.length < 2) return undefined;
  const one = oneSlip(typed, word);
  const sound = soundsAlike(typed, word) ? cost.soundsAlike : undefined;
  const least = Math.min(one ?? Infinity, sound ?? Infinity);
  return least <= dearest ? least : undefined;
}

/** One letter lost, added, or wrong (likelier the key beside it), or two swapped. */
function oneSlip(typed: string, word: string): number | undefined {
  let start = 0;
  while (start < typed.length && typed[start] === word[start]) start += 1;
  const rest = typed.slice(start);
  const other = word.slice(start);
  if (rest.slice(1) === other) return costOfExtra(typed, start);
  if (rest === other.slice(1)) return cost.lost;
  if (rest.slice(1) === other.slice(1)) {
    if (touching.has(rest[0]! + other[0]!)) return cost.near;
    // What can be no syllable is spoilt for sure; any other word may be meant as it stands.
    return isPlainSyllable(typed) ? undefined : cost.other;
  }
  const isSwap = rest[0] === other[1] && rest[1] === other[0] && rest.slice(2) === other.slice(2);
  return isSwap ? cost.swapped : undefined;
}

function costOfExtra(typed: string, at: number): number {
  const key = typed[at]!;
  const sides = [typed[at - 1], typed[at + 1]];
  if (sides.includes(key)) return cost.doubled;
  return sides.some((side) => side !== undefined && touching.has(key + side))
    ? cost.near
    : cost.extra;
}
