/** Footnotes, which a page has no place for: what they say goes into the sentences that lead to them. */
import type { FootnoteDefinition, FootnoteReference } from 'mdast';
import type { Node } from 'unist';

interface Edit {
  start: number;
  end: number;
  text: string;
}

/**
 * The body with what each footnote says in brackets where something leads to it, and no footnotes;
 * `undefined` where one is more than a paragraph, or leads to another.
 *
 * @param nodes every node of the body's tree, parents first
 */
export function withoutFootnotes(text: string, nodes: readonly Node[]): string | undefined {
  const references = nodes.filter(isReference);
  const said = new Map<string, string>();
  const edits: Edit[] = [];
  for (const note of nodes.filter(isDefinition)) {
    const [only, ...more] = note.children;
    if (only?.type !== 'paragraph' || more.length > 0) return undefined;
    if (only.children.some(isReference)) return undefined;
    const { start, end } = stretchOf(only);
    const words = text.slice(start, end).replace(/\s+/g, ' ');
    said.set(note.identifier, words.replace(/\.$/, ''));
    const isUsed = references.some(({ identifier }) => identifier === note.identifier);
    const place = stretchOf(note);
    // What nothing leads to would be lost: it becomes a paragraph.
    edits.push(isUsed ? { ...withLinesBefore(text, place), text: '' } : { ...place, text: words });
  }
  for (const reference of references) {
    const { start, end } = stretchOf(reference);
    const space = /\S/.test(text.charAt(start - 1)) ? ' ' : '';
    edits.push({ start, end, text: `${space}(${said.get(reference.identifier) ?? ''})` });
  }
  return edits
    .sort((a, b) => b.start - a.start)
    .reduce((body, edit) => body.slice(0, edit.start) + edit.text + body.slice(edit.end), text);
}

export function isFootnote(node: Node): node is FootnoteDefinition | FootnoteReference {
  return isDefinition(node) || isReference(node);
}

function isReference(node: Node): node is FootnoteReference {
  return node.type === 'footnoteReference';
}

function isDefinition(node: Node): node is FootnoteDefinition {
  return node.type === 'footnoteDefinition';
}

function stretchOf({ position }: Node): Omit<Edit, 'text'> {
  return { start: position?.start.offset ?? 0, end: position?.end.offset ?? 0 };
}

function withLinesBefore(text: string, { start, end }: Omit<Edit, 'text'>): Omit<Edit, 'text'> {
  const before = /\n*$/.exec(text.slice(0, start))?.[0].length ?? 0;
  return { start: start - before, end };
}
