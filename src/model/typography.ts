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
    return line + (isEnd || isCompound(pieces[index - 1]!, next) ? '\u00a0' : ' ') + next;
  });
}

function isCompound(one: string, next: string): boolean {
  const [end] = /\p{L}+$/u.exec(one) ?? [];
  const [start] = /^\p{L}+/u.exec(next) ?? [];
  return pairs.has(`${end} ${start}`.toLowerCase());
}
