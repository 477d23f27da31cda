/**
 * Stands in for the package `fuzzy`, by which Decap finds entries, choices and pictures: it knows
 * letters alone, so “chuyen doi so” found nothing and “chuyển đổi số” little. Here a query is read as
 * the site's search reads it: with or without accents, Telex and VNI typed raw, words joined.
 */
import { readable, scorerOf } from '../../list/match.ts';

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
  const isAsked = query.trim() !== '';
  const score = scorerOf(query);
  return values
    .map((original, index) => {
      const string = extract(original);
      return { string, score: isAsked ? score(readable(string)) : 0, index, original };
    })
    .filter(({ score }) => !isAsked || score > 0);
}

export default { filter };
