/** HTML and Markdown from elsewhere as the body of an entry: only what a body may hold, all else named. */
import rehypeParse from 'rehype-parse';
import rehypeRemark from 'rehype-remark';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import type { Heading, Image, Link, Nodes, Parent, Root, RootContent } from 'mdast';
import { plainText } from '#src/schema/body.ts';
import { unfinished } from '#src/schema/unfinished.ts';

export interface Converted {
  /** The text of the first heading, which becomes the title and leaves the body. */
  title: string | undefined;
  body: string;
  /** What could not be kept, for the person who finishes the draft. */
  lost: string[];
}

/** Where the pictures of a text were kept, by the address under which it names them. */
export type Pictures = ReadonlyMap<string, string>;

/** Reads HTML as a browser would. */
export function fromHtml(html: string, pictures: Pictures): Converted {
  const processor = unified().use(rehypeParse).use(rehypeRemark);
  const tree = processor.runSync(processor.parse(html.normalize('NFC')));
  return cleaned(tree, pictures);
}

/** Reads plain Markdown; tags in it are dropped, not shown. */
export function fromMarkdown(text: string, pictures: Pictures): Converted {
  const tree = unified().use(remarkParse).use(remarkGfm).parse(text.normalize('NFC'));
  return cleaned(tree, pictures);
}

/** Parameters that follow a reader about. */
const tracking = /^(?:utm_|fbclid$|gclid$|zarsrc$|mibextid$)/;

const allowedLink = /^(?:https?:\/\/|mailto:|tel:|\/(?!\/)|#)/i;

function cleaned(tree: Root, pictures: Pictures): Converted {
  const lost = new Set<string>();
  const children = keep(tree, lost, pictures) as RootContent[];
  const first = children.find((node): node is Heading => node.type === 'heading');
  const title = first && plainText(first);
  const rest = children.filter((node) => node !== first);
  levelHeadings(rest);
  const root: Root = { type: 'root', children: rest };
  return { title: title === '' ? undefined : title, body: write(root), lost: [...lost] };
}

/** The children of a node that a body may hold; of others their own children stay. */
function keep(parent: Parent, lost: Set<string>, pictures: Pictures): Nodes[] {
  return parent.children.flatMap((node): Nodes[] => {
    if ('children' in node) node.children = keep(node, lost, pictures) as never;
    switch (node.type) {
      case 'html':
        lost.add('thẻ HTML');
        return [];
      case 'image':
        return picture(node, lost, pictures);
      case 'link':
        return link(node, lost);
      case 'footnoteReference':
      case 'footnoteDefinition':
        lost.add('chú thích chân trang');
        return [];
      case 'paragraph':
      case 'heading':
        return plainText(node) === '' && !node.children.some(({ type }) => type === 'image')
          ? []
          : [node];
      case 'text':
        return [{ ...node, value: node.value.replaceAll('\u00a0', ' ') }];
      default:
        return [node];
    }
  });
}

function picture(node: Image, lost: Set<string>, pictures: Pictures): Nodes[] {
  const kept = pictures.get(node.url);
  if (kept === undefined) {
    lost.add(`ảnh ${node.url.startsWith('data:') ? 'dán trong bài' : node.url}`);
    return [];
  }
  if (!node.alt?.trim()) lost.add(`mô tả của ảnh ${kept}`);
  return [{ ...node, url: kept, title: null, alt: node.alt?.trim() || `${unfinished} Mô tả ảnh` }];
}

function link(node: Link, lost: Set<string>): Nodes[] {
  if (!allowedLink.test(node.url)) {
    lost.add(`đường dẫn ${node.url}`);
    return node.children;
  }
  const url = URL.parse(node.url);
  if (url && url.search !== '') {
    for (const name of [...url.searchParams.keys()]) {
      if (tracking.test(name)) url.searchParams.delete(name);
    }
    node.url = url.href;
  }
  return [{ ...node, title: null }];
}

/** The largest heading of a body is the second level, and none skips a level. */
function levelHeadings(nodes: readonly RootContent[]): void {
  const headings = nodes.filter((node): node is Heading => node.type === 'heading');
  const top = Math.min(...headings.map(({ depth }) => depth));
  let before = 1;
  for (const heading of headings) {
    before = Math.min(heading.depth - top + 2, before + 1, 6);
    heading.depth = before as Heading['depth'];
  }
}

/** As MDX, where what means something to MDX is written so that it stays text. */
function write(root: Root): string {
  const text = unified()
    .use(remarkGfm)
    .use(remarkMdx)
    .use(remarkStringify, { bullet: '-', emphasis: '_', rule: '-' })
    .stringify(root);
  return text
    .replace(/^(i)(?=mport\b)/gm, '&#105;')
    .replace(/^(e)(?=xport\b)/gm, '&#101;')
    .normalize('NFC');
}
