/** How far the marks that were typed are from those of a word with the same letters. */

const tones = /[\u0300\u0301\u0303\u0309\u0323]/g;
const asked = '\u0309';
const tumbling = '\u0303';

interface Marks {
  tone: string;
  /** Marks of the letters themselves, in their order: circumflex, breve, horn and the stroke of đ. */
  letters: string;
}

function marksOf(word: string): Marks {
  const parts = word.normalize('NFD').replace(/đ/g, 'd\u0335');
  const marks = (parts.match(/\p{M}/gu) ?? []).join('');
  return { tone: (marks.match(tones) ?? []).join(''), letters: marks.replace(tones, '') };
}

/**
 * 0 when the marks are the same or none was typed, up to 0.5. A mark left out is a smaller slip than
 * another in its place; hỏi and ngã sound alike to many.
 */
export function marksApart(typed: string, word: string): number {
  if (typed === word) return 0;
  const one = marksOf(typed);
  const other = marksOf(word);
  if (one.tone === '' && one.letters === '') return 0;
  return toneApart(one.tone, other.tone) + lettersApart(one.letters, other.letters);
}

function toneApart(typed: string, tone: string): number {
  if (typed === tone) return 0;
  if (typed === '') return 0.1;
  return [typed, tone].every((one) => one === asked || one === tumbling) ? 0.1 : 0.25;
}

function lettersApart(typed: string, letters: string): number {
  if (typed === letters) return 0;
  return typed === '' ? 0.1 : 0.25;
}
