/** The words of a page or a query as the index holds them. */
import { placeTone } from './syllable.ts';
import { words } from './text.ts';

/** Words in lower case, NFC, the tone mark where the older convention has it. */
export function indexWords(text: string): string[] {
  return words(text).map(placeTone);
}
