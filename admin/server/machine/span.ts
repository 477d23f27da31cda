/** Spans of time in words for people. */

/** “5 giây”, and “2 phút” for what is longer than a minute and a half; whole numbers, rounded up. */
export function spanWords(seconds: number): string {
  return seconds > 90 ? `${Math.ceil(seconds / 60)} phút` : `${Math.ceil(seconds)} giây`;
}
