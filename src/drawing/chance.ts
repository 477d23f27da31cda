/** Chance that is the same each time: what varies between drawings follows from a name. */

/** A number from 0 to below 1, the next at each call. */
export type Chance = () => number;

/** The numbers that belong to a name (FNV-1a to begin, then mulberry32). */
export function chanceOf(name: string): Chance {
  let state = 0x811c9dc5;
  for (const char of name) state = Math.imul(state ^ char.codePointAt(0)!, 0x01000193);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A number between two. */
export const between = (chance: Chance, from: number, to: number): number =>
  from + chance() * (to - from);

/** A whole number from the first to the last. */
export const whole = (chance: Chance, first: number, last: number): number =>
  Math.floor(between(chance, first, last + 1));
