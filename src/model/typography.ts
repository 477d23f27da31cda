import { compounds } from '#src/text/compounds.ts';

/** The plan's messages join their parts with a dash: it ends a line, it never begins one. */
export function unbrokenDashes(text: string): string {
  return text.replaceAll(' - ', '\u00a0- ');
}

/** The spaces inside compounds; the syllable at either side may belong to another one, too. */
const inside = new RegExp(
  pairs()
    .map(([one, next]) => `(?<=(?<!\\p{L})${one}) (?=${next}(?!\\p{L}))`)
    .join('|'),
  'giu',
);

/** For large type: no line begins with a dash or inside a compound, and the last is never one word. */
export function unbroken(text: string): string {
  return unbrokenDashes(text)
    .replace(inside, '\u00a0')
    .replace(/(?<=\s\S+\s\S+) (?=\S+$)/, '\u00a0');
}

function pairs(): [string, string][] {
  return compounds.flatMap((compound) => {
    const syllables = compound.split(' ');
    return syllables.slice(1).map((next, index): [string, string] => [syllables[index]!, next]);
  });
}
