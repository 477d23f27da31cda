/**
 * Stands in for the package `fuzzy`, by which Decap finds entries, choices and pictures: it knows
 * letters alone, so “chuyen doi so” found nothing and “chuyển đổi số” little. Here a query is read as
 * the site's search reads it: with or without accents, Telex and VNI typed raw, words joined.
 */
import { understand } from '#src/search/query.ts';
import { fold, words } from '#src/search/text.ts';

interface Options<T> {
  /** The text of a value in which is looked. */
  extract?: (value: T) => string;
}

interface Result<T> {
  string: string;
  /** More is better; Decap drops what has 5 or less, where something was asked for. */
  score: number;
  index: number;
  original: T;
}

/** Those of `values` that have every word of the query, or all of them when nothing is asked. */
export function filter<T>(
  query: string,
  values: readonly T[],
  { extract = String }: Options<T> = {},
): Result<T>[] {
  const readings = understand(query).map((reading) => reading.map(fold));
  const isAsked = query.trim() !== '';
  const typed = words(query).join(' ');
  return values
    .map((original, index) => {
      const string = extract(original);
      const score = isAsked ? scoreOf(string, readings, typed) : 0;
      return { string, score, index, original };
    })
    .filter(({ score }) => !isAsked || score > 0);
}

export default { filter };

/** How well a text answers: words begun, words whole, side by side, at the start, as they were typed. */
function scoreOf(text: string, readings: readonly string[][], typed: string): number {
  const own = words(text);
  const folded = own.map(fold);
  const line = ` ${folded.join(' ')} `;
  const best = Math.max(0, ...readings.map((reading) => scoreOfReading(reading, folded, line)));
  return best > 0 && ` ${own.join(' ')} `.includes(` ${typed} `) ? best + 40 : best;
}

function scoreOfReading(reading: string[], folded: readonly string[], line: string): number {
  if (!reading.every((word) => folded.some((other) => other.startsWith(word)))) return 0;
  const whole = reading.every((word) => folded.includes(word));
  const phrase = ` ${reading.join(' ')}`;
  const isTogether = line.includes(phrase);
  return 10 + (whole ? 10 : 0) + (isTogether ? 20 : 0) + (line.startsWith(phrase) ? 10 : 0);
}
