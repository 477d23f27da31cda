/**
 * Headings, list items, quotations, bold and italic words that say nothing. An editor leaves them behind
 * without seeing them; on the page an empty heading is one that a screen reader stops at.
 */
import type { Nodes, Root } from 'mdast';

/** What stands on the page though it holds nothing. */
const shells = new Set(['paragraph', 'heading', 'blockquote', 'list', 'listItem']);
/** The same among words: the white space in them tells two words apart. */
const marks = new Set(['strong', 'emphasis', 'delete']);

/** The tree without them; what stands in them, and around them, stays. The tree itself is left as it is. */
export function withoutEmpty(root: Root): Root {
  return { ...root, children: root.children.flatMap(filled) as Root['children'] };
}

function filled(node: Nodes): Nodes[] {
  if (!('children' in node)) return [node];
  const children = (node.children as Nodes[]).flatMap(filled);
  const isEmpty = !children.some(saysSomething);
  if (isEmpty && shells.has(node.type)) return [];
  if (isEmpty && marks.has(node.type)) return children;
  return [{ ...node, children } as Nodes];
}

function saysSomething(node: Nodes): boolean {
  if (node.type === 'text') return node.value.trim() !== '';
  return node.type !== 'break';
}
