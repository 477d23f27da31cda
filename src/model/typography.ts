import { compounds } from '#src/text/compounds.ts';

/** The plan's messages join their parts with a dash: it ends a line, it never begins one. */
export function unbrokenDashes(text: string): string {
  return text.replaceAll(' - ', '\u00a0- ');
}

/** Every two syllables that follow one another in a compound. */
const pairs = new Set(
  compounds.flatMap((compound) => {
    const syllables = compound.split(' ');
    return syllables.slice(1).map((next, index) => `${syllables[index]} ${next}`);
  }),
);

/** For large type: no line begins with a dash or inside a compound, and the last is never one word. */
export function unbroken(text: string): string {
  const pieces = unbrokenDashes(text).split(' ');
  return pieces.reduce((line, next, index) => {
    const isEnd = pieces.length > 3 && index === pieces.length - 1;
    const isWhole = isCompound(pieces[index - 1]!, next) || isInName(pieces, index);
    return line + (isEnd || isWhole ? '\u00a0' : ' ') + next;
  });
}

function isCompound(one: string, next: string): boolean {
  const [end] = /\p{L}+$/u.exec(one) ?? [];
  const [start] = /^\p{L}+/u.exec(next) ?? [];
  return pairs.has(`${end} ${start}`.toLowerCase());
}

/** The most syllables of a name; a longer row of capitals is a heading. */
const longestName = 4;

/** Whether a piece goes on with a name, of a ward or of a person, that begins before it. */
function isInName(pieces: readonly string[], index: number): boolean {
  if (!goesOn(pieces, index)) return false;
  let [first, last] = [index - 1, index];
  while (goesOn(pieces, first)) first -= 1;
  while (goesOn(pieces, last + 1)) last += 1;
  return last - first < longestName;
}

/** Whether two syllables with capitals meet before `index`, and no mark between them. */
function goesOn(pieces: readonly string[], index: number): boolean {
  const [one = '', next = ''] = [pieces[index - 1], pieces[index]];
  return /^\p{Lu}\p{Ll}+$/u.test(one) && /^\p{Lu}\p{Ll}/u.test(next);
}
