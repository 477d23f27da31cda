/** An unhurried reader's pace on a phone, in syllables a minute. */
const pace = 130;

/** Whole minutes to read so many syllables, at least one. */
export function readingMinutes(syllables: number): number {
  return Math.max(1, Math.round(syllables / pace));
}
