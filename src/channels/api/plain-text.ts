/** A body as plain text: what is left when nothing is set. */
import type { Node, Parent } from 'unist';
import { plainText } from '#src/schema/body.ts';

/** Paragraphs, headings and lists stand apart by an empty line, items and rows by a line's end. */
export function bodyPlainText(tree: Parent): string {
  return blocksOf(tree).join('\n\n');
}

function blocksOf(parent: Parent): string[] {
  return parent.children.flatMap(blockOf).filter(Boolean);
}

function blockOf(node: Node): string[] {
  switch (node.type) {
    case 'list':
      return [itemsOf(node as ListNode).join('\n')];
    case 'table':
      return [(node as Parent).children.map(rowOf).join('\n')];
    case 'blockquote':
      return blocksOf(node as Parent);
    case 'code':
      return [(node as Node & { value: string }).value];
    case 'mdxJsxFlowElement':
      return framed(node as BlockNode);
    default:
      return [plainText(node)];
  }
}

interface ListNode extends Parent {
  ordered?: boolean | null;
  start?: number | null;
}

function itemsOf({ children, ordered, start }: ListNode): string[] {
  return children.map((item, index) => {
    const mark = ordered ? `${(start ?? 1) + index}.` : '-';
    return `${mark} ${blocksOf(item as Parent).join('\n')}`;
  });
}

function rowOf(row: Node): string {
  return (row as Parent).children.map(plainText).join(' | ');
}

interface BlockNode extends Parent {
  attributes: { name: string; value?: unknown }[];
}

/** A block's own words stand around what is in it, as on the page. */
function framed(node: BlockNode): string[] {
  const said = (name: string) => {
    const value = node.attributes.find((one) => one.name === name)?.value;
    return typeof value === 'string' ? [value] : [];
  };
  return [...said('title'), ...blocksOf(node), ...said('source'), ...said('caption')];
}
