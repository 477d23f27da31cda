/** Where the sentences of a Vietnamese text end. */

/** A full stop after these does not end a sentence. */
const notAnEnd = /(?:^|[\s(])(?:TP|Tp|Q|P|TS|ThS|BS|PGS|GS|TM|v\.v|\p{Lu}|\d+)\.$/u;

/** Sentences of a plain text, each with its own end. */
export function splitSentences(text: string): string[] {
  const sentences: string[] = [];
  for (const part of text.split(/(?<=[.?!…]["”’)]*)\s+(?=["“‘(]*[\p{Lu}\d])/u)) {
    const last = sentences.at(-1);
    if (last !== undefined && notAnEnd.test(last)) sentences.push(`${sentences.pop()!} ${part}`);
    else if (part.trim()) sentences.push(part.trim());
  }
  return sentences;
}
