/** A body as the page shows it: Markdown and blocks, made of the same components. */
import { createElement, type ComponentType, type ReactNode } from 'react';
import type { Nodes, Root } from 'mdast';
import type { MdxJsxAttribute } from 'mdast-util-mdx-jsx';
import type {} from 'mdast-util-mdx';
import { EntryBlock } from '#src/components/blocks/EntryBlock.tsx';
import { Gallery } from '#src/components/blocks/Gallery.tsx';
import { Figure } from '#src/components/blocks/Figure.tsx';
import { wordBlocks, type WordBlockProps } from '#src/components/blocks/word-blocks.ts';
import { altText, picturesOfBlock } from '#src/schema/blocks.ts';
import { entryBlock } from '#src/schema/entry-block.ts';
import { parseBody } from '#src/schema/body.ts';

interface BodyPreviewProps {
  body: string;
  /** Where the browser finds the picture with that public path. */
  addressOf: (path: string) => string;
}

export default function BodyPreview({ body, addressOf }: BodyPreviewProps) {
  const tree = read(body);
  if (!tree) return <p>Chưa xem trước được: nội dung còn chỗ viết chưa đúng.</p>;
  return <>{childrenOf(tree, addressOf)}</>;
}

function read(body: string): Root | undefined {
  try {
    return parseBody(body) as Root;
  } catch {
    // While somebody types, a block may stand open for a moment; the form names what is wrong.
    return undefined;
  }
}

type AddressOf = BodyPreviewProps['addressOf'];

const elements: Partial<Record<Nodes['type'], string>> = {
  paragraph: 'p',
  strong: 'strong',
  emphasis: 'em',
  delete: 'del',
  blockquote: 'blockquote',
  listItem: 'li',
  tableRow: 'tr',
  tableCell: 'td',
};

function childrenOf(node: Nodes, addressOf: AddressOf): ReactNode[] {
  if (!('children' in node)) return [];
  return node.children.map((child, index) => show(child, addressOf, index));
}

function show(node: Nodes, addressOf: AddressOf, key: number): ReactNode {
  const children = () => childrenOf(node, addressOf);
  switch (node.type) {
    case 'text':
      return node.value;
    case 'inlineCode':
      return <code key={key}>{node.value}</code>;
    case 'code':
      return <pre key={key}>{node.value}</pre>;
    case 'heading':
      return createElement(`h${node.depth}`, { key }, ...children());
    case 'list':
      return node.ordered
        ? createElement('ol', { key, start: node.start ?? 1 }, ...children())
        : createElement('ul', { key }, ...children());
    case 'link':
      return createElement('a', { key, href: node.url }, ...children());
    case 'image':
      return <img key={key} src={addressOf(node.url)} alt={altText(node.alt ?? '')} />;
    case 'table':
      return createElement('table', { key }, createElement('tbody', null, ...children()));
    case 'break':
      return <br key={key} />;
    case 'thematicBreak':
      return <hr key={key} />;
    case 'mdxJsxFlowElement':
    case 'mdxJsxTextElement':
      return showBlock(node.name, node.attributes as MdxJsxAttribute[], children(), addressOf, key);
    default: {
      const element = elements[node.type];
      return element ? createElement(element, { key }, ...children()) : null;
    }
  }
}

function showBlock(
  name: string | null,
  attributes: readonly MdxJsxAttribute[],
  children: ReactNode[],
  addressOf: AddressOf,
  key: number,
): ReactNode {
  const written = Object.fromEntries(
    attributes.map((one) => [one.name, typeof one.value === 'string' ? one.value : '']),
  );
  const get = (attribute: string) => written[attribute] ?? '';
  if (name === 'Figure') {
    return (
      <Figure key={key} src={addressOf(get('src'))} alt={get('alt')} caption={get('caption')} />
    );
  }
  if (name === 'Gallery') {
    const shown = picturesOfBlock(name, written).map(({ src, alt }) => (
      <img key={src} src={addressOf(src)} alt={altText(alt)} />
    ));
    return (
      <Gallery key={key} title={get('title')}>
        {shown}
      </Gallery>
    );
  }
  if (name === entryBlock) {
    return <EntryBlock key={key} type={get('type')} entry={get('entry')} title={get('title')} />;
  }
  const found = Object.entries(wordBlocks).find(([each]) => each === name);
  if (!found) return null;
  const [, block] = found;
  return createElement(
    block as ComponentType<WordBlockProps>,
    {
      key,
      title: get('title'),
      source: get('source'),
      href: get('href'),
      about: get('about'),
    },
    ...children,
  );
}
