/** A body as its reader reads it: a line for each paragraph, item, row and block, and no mark of Markdown. */
import type { Nodes, Table } from 'mdast';
import type { MdxJsxAttribute, MdxJsxFlowElement } from 'mdast-util-mdx-jsx';
import type {} from 'mdast-util-mdx';
import { blocks, type Block } from '#src/schema/blocks.ts';
import { parseBody, plainText, walk } from '#src/schema/body.ts';

/** The lines of a body; the text as it stands, line by line, where it cannot be read. */
export function bodyLines(body: string): string[] {
  let parts: Nodes[];
  try {
    parts = parseBody(body).children as Nodes[];
  } catch {
    // The checks say what is wrong with it; here it is shown.
    return body.split(/\n+/).filter((line) => line.trim() !== '');
  }
  return parts.flatMap((part) => linesOf(part, ''));
}

/** Paths of the pictures in a body, in order. */
export function bodyPictures(body: string): string[] {
  return [...new Set(body.match(/\/media\/[\w.-]+/g))];
}

function linesOf(node: Nodes, indent: string): string[] {
  switch (node.type) {
    case 'heading':
      return [`Đầu mục cấp ${node.depth}: ${words(node)}`];
    case 'list':
      return node.children.flatMap((item, at) => {
        const mark = node.ordered ? `${(node.start ?? 1) + at}.` : '•';
        const [first = '', ...rest] = item.children.flatMap((child) =>
          linesOf(child, `${indent}    `),
        );
        return [`${indent}${mark} ${first.trimStart()}`, ...rest];
      });
    case 'table':
      return tableLines(node);
    case 'blockquote':
      return node.children.flatMap((child) => linesOf(child, `${indent}    `));
    case 'thematicBreak':
      return ['———'];
    case 'mdxJsxFlowElement':
      return blockLines(node, indent);
    default:
      return [indent + words(node)];
  }
}

function tableLines(table: Table): string[] {
  return table.children.map((row) => row.children.map(words).join(' | '));
}

function blockLines(node: MdxJsxFlowElement, indent: string): string[] {
  const block: Block | undefined = Object.entries<Block>(blocks).find(
    ([name]) => name === node.name,
  )?.[1];
  const attributes = (node.attributes as MdxJsxAttribute[]).flatMap(({ name, value }) =>
    typeof value === 'string'
      ? [`${labelOf(block, name)}: ${value.replace(/^\/media\//, '')}`]
      : [],
  );
  return [
    `${indent}[${block?.label ?? node.name ?? ''}] ${attributes.join(' · ')}`,
    ...node.children.flatMap((child) => linesOf(child, `${indent}    `)),
  ];
}

/** An attribute's label, without what helps only who fills it in. */
function labelOf(block: Block | undefined, name: string): string {
  return (block?.attributes[name]?.label ?? name).replace(/ \(.*\)$/, '');
}

/** Words on one line; where a link leads stands behind its words, for nobody sees it change else. */
function words(node: Nodes): string {
  const addresses = [...walk(node)].flatMap((one) => {
    const { type, url } = one as Nodes & { url?: string };
    return (type === 'link' || type === 'image') && url && url !== plainText(one) ? [url] : [];
  });
  return [plainText(node), ...addresses.map((url) => `(${url})`)].filter(Boolean).join(' ');
}
