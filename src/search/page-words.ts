/** The words of a page or a query as the index holds them. */
import { placeTone } from './syllable.ts';
import { words } from './text.ts';

/** Word → as the index has it. A site says the same few thousand words again and again. */
const known = new Map<string, string>();

/** Words in lower case, NFC, the tone mark where the older convention has it. */
export function indexWords(text: string): string[] {
  return words(text).map((word) => {
    const placed = known.get(word) ?? placeTone(word);
    known.set(word, placed);
    return placed;
  });
}
