/**
 * How well a name answers what was typed, read as the site's search reads it: with or without accents,
 * Telex and VNI typed raw, words joined.
 */
import { understand } from '#src/search/query.ts';
import { fold, words } from '#src/search/text.ts';

/** A text made ready for comparison: its words one after the other, as they are and without marks. */
export interface Readable {
  own: string;
  folded: string;
}

export function readable(text: string): Readable {
  const own = words(text);
  return { own: lineOf(own), folded: lineOf(own.map(fold)) };
}

/** Scores a text against a query: 0 where a word of the query is missing, else more for the better answer. */
export function scorerOf(query: string): (text: Readable) => number {
  const readings = understand(query).map((reading) => reading.map(fold));
  const typed = lineOf(words(query));
  return ({ own, folded }) => {
    const best = Math.max(0, ...readings.map((reading) => scoreOfReading(reading, folded)));
    return best > 0 && own.includes(typed) ? best + 40 : best;
  };
}

/** Words begun, words whole, side by side, at the start. */
function scoreOfReading(reading: readonly string[], line: string): number {
  if (!reading.every((word) => line.includes(` ${word}`))) return 0;
  const whole = reading.every((word) => line.includes(` ${word} `));
  const phrase = ` ${reading.join(' ')}`;
  const isTogether = line.includes(phrase);
  return 10 + (whole ? 10 : 0) + (isTogether ? 20 : 0) + (line.startsWith(phrase) ? 10 : 0);
}

function lineOf(all: readonly string[]): string {
  return ` ${all.join(' ')} `;
}
