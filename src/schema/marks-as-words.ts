/** Marks that stop a body from being read, written so that they are words. */

interface Place {
  offset?: number;
  start?: { offset?: number };
}

/** What the MDX parser throws, as far as it says where it stopped. */
interface ParseError {
  place?: Place;
  reason?: string;
}

export interface Words {
  /** The body, with every mark that was in the way written as a word. */
  text: string;
  /** Where the first of them stood, as an offset of the body. */
  first: number;
}

/** More marks than a person leaves in one text; each costs a reading. */
const most = 100;

/**
 * Writes marks as words until `parse` throws no more; `undefined` where it goes on throwing over something
 * that is no mark.
 */
export function marksAsWords(body: string, parse: (text: string) => unknown): Words | undefined {
  let [text, first] = [body, body.length];
  for (let count = 0; count < most; count += 1) {
    try {
      parse(text);
      return { text, first };
    } catch (error) {
      const at = markOf(text, error as ParseError);
      if (at === undefined) return undefined;
      first = Math.min(first, at);
      text = text.slice(0, at) + asWord(text.charAt(at)) + text.slice(at + 1);
    }
  }
  return undefined;
}

/** One character as Markdown writes it where it would mean something. */
export function asWord(character: string): string {
  return /\w/.test(character) ? `&#x${character.charCodeAt(0).toString(16)};` : `\\${character}`;
}

/** Where the mark stands over which a parser fell: it stops behind it, or names the line of its tag. */
function markOf(text: string, { place, reason = '' }: ParseError): number | undefined {
  const [, line, column] = /\((\d+):(\d+)-/.exec(reason) ?? [];
  if (line !== undefined) {
    const before = text.split('\n').slice(0, Number(line) - 1);
    return before.join('\n').length + (before.length > 0 ? 1 : 0) + Number(column) - 1;
  }
  const end = place?.offset ?? place?.start?.offset ?? text.length;
  const marks = /(?<!\\)[<{]|^ {0,3}(?=(?:import|export)\b)/gm;
  let last: number | undefined;
  for (const { index, 0: mark } of text.matchAll(marks)) {
    if (index <= end) last = mark.trim() === '' ? index + mark.length : index;
  }
  return last;
}
