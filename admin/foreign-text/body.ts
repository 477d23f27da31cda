/** HTML and Markdown from elsewhere as the body of an entry: only what a body may hold, all else named. */
import rehypeParse from 'rehype-parse';
import rehypeRemark from 'rehype-remark';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import type { Heading, Image, Link, Paragraph, Parent, Root, RootContent } from 'mdast';
import type { MdxJsxFlowElement } from 'mdast-util-mdx-jsx';
import type { BlockName } from '#src/schema/blocks.ts';
import { plainText, walk } from '#src/schema/body.ts';
import { cleanHtml } from './html.ts';
import { writeMdx } from './write.ts';

export interface Converted {
  /** The text of the first heading, where it was asked for; it then leaves the body. */
  title: string | undefined;
  /** As MDX, with everything in it that a body may hold. */
  body: string;
  /** What could not be kept, for the person who goes on with the text. */
  lost: string[];
  /** Pictures, by path, whose description somebody has to write. */
  undescribed: string[];
}

export interface Choices {
  /** Take the first heading for the title; of a text that has one elsewhere, only a heading that says the same. */
  takeTitle?: true | { same: string };
  /** Where the pictures of a text were kept, by the address under which it names them. */
  pictures: ReadonlyMap<string, string>;
  /** What stands for a description that a picture lacks; without it, nothing does. */
  noDescription?: string;
}

/** A text that was read and has yet to become a body. */
export interface ReadText {
  /** Addresses of its pictures, in order: they can be kept before the text is converted. */
  pictures: readonly string[];
  /** To be called once. */
  convert: (choices: Choices) => Converted;
}

/** Reads HTML as a browser would. */
export function readHtml(html: string): ReadText {
  const lost = new Set<string>();
  const tree = unified().use(rehypeParse).parse(html.normalize('NFC'));
  cleanHtml(tree, lost);
  const markdown = unified().use(rehypeRemark).runSync(tree);
  const images = [...walk(markdown)].filter((node): node is Image => node.type === 'image');
  return {
    pictures: images.map(({ url }) => url),
    convert: (choices) => cleaned(markdown, choices, lost),
  };
}

/** HTML whose pictures are known, as a body. */
export function fromHtml(html: string, choices: Choices): Converted {
  return readHtml(html).convert(choices);
}

/** Reads plain Markdown; tags in it are dropped, not shown. */
export function fromMarkdown(text: string, choices: Choices): Converted {
  const tree = unified().use(remarkParse).use(remarkGfm).parse(text.normalize('NFC'));
  return cleaned(tree, choices, new Set());
}

/** Parameters that follow a reader about. */
const tracking = /^(?:utm_|__(?:cft|tn|eep|xts)__|fbclid$|gclid$|zarsrc$|mibextid$)/;

const allowedLink = /^(?:https?:\/\/|mailto:|tel:|\/(?!\/))/i;

interface Told {
  lost: Set<string>;
  undescribed: Set<string>;
}

function cleaned(tree: Root, choices: Choices, lost: Set<string>): Converted {
  const told: Told = { lost, undescribed: new Set() };
  const children = keep(tree, lost).flatMap((node) => standPictures(node, choices, told));
  const first = titleIn(children, choices.takeTitle);
  const rest = children.filter((node) => node !== first);
  levelHeadings(rest);
  const body = writeMdx({ type: 'root', children: rest });
  return {
    title: (first && plainText(first)) || undefined,
    body,
    lost: [...lost],
    undescribed: [...told.undescribed],
  };
}

function titleIn(nodes: RootContent[], take: Choices['takeTitle']): RootContent | undefined {
  const first = take && nodes.find(isHeading);
  if (!first || take === true) return first;
  return plainText(first) === take.same.normalize('NFC') ? first : undefined;
}

/** The children of a node that a body may hold; of others their own children stay. */
function keep(parent: Parent, lost: Set<string>): RootContent[] {
  return parent.children.flatMap((node): RootContent[] => {
    if ('children' in node) node.children = keep(node, lost) as typeof node.children;
    switch (node.type) {
      case 'html':
        lost.add('thẻ HTML');
        return [];
      case 'link':
        return link(node, lost);
      case 'footnoteReference':
      case 'footnoteDefinition':
        lost.add('chú thích chân trang');
        return [];
      case 'list':
      case 'listItem':
        return [{ ...node, spread: false }];
      case 'tableCell':
        trimEnds(node);
        return [node];
      case 'paragraph':
      case 'heading':
        trimEnds(node);
        return plainText(node) === '' && !holdsPicture(node) ? [] : [node];
      case 'text':
        return [{ ...node, value: node.value.replace(/[ \u00a0]+/g, ' ') }];
      default:
        return [node];
    }
  });
}

/** Takes the spaces from both ends of every line. */
function trimEnds({ children }: Parent): void {
  for (const [at, node] of children.entries()) {
    if (node.type !== 'text') continue;
    const [before, after] = [children[at - 1], children[at + 1]];
    if (!before || before.type === 'break') node.value = node.value.trimStart();
    if (!after || after.type === 'break') node.value = node.value.trimEnd();
  }
}

function holdsPicture(node: Parent): boolean {
  return [...walk(node)].some(({ type }) => type === 'image');
}

/** A part of a body, and below it the pictures that stood in it: each is a block of its own. */
function standPictures(node: RootContent, choices: Choices, told: Told): RootContent[] {
  if (!('children' in node) || !holdsPicture(node)) {
    return node.type === 'image' ? figure(node, choices, told) : [node];
  }
  const images = [...walk(node)].filter((one): one is Image => one.type === 'image');
  const figures = images.flatMap((image) => figure(image, choices, told));
  removePictures(node);
  for (const part of walk(node)) if (part.type === 'paragraph') trimEnds(part as Paragraph);
  return plainText(node) === '' ? figures : [node, ...figures];
}

function removePictures(parent: Parent): void {
  parent.children = parent.children.filter(({ type }) => type !== 'image');
  for (const child of parent.children) if ('children' in child) removePictures(child);
}

function figure(node: Image, choices: Choices, told: Told): MdxJsxFlowElement[] {
  const kept = choices.pictures.get(node.url);
  if (kept === undefined) {
    told.lost.add(lostPicture(node.url));
    return [];
  }
  const alt = node.alt?.trim();
  if (!alt) told.undescribed.add(kept);
  const description = alt || choices.noDescription;
  const attributes = Object.entries({ src: kept, ...(description && { alt: description }) });
  return [
    {
      type: 'mdxJsxFlowElement',
      name: 'Figure' satisfies BlockName,
      attributes: attributes.map(([name, value]) => ({ type: 'mdxJsxAttribute', name, value })),
      children: [],
    },
  ];
}

/** A picture that stays behind, by where it lies: no address of it is ever asked for. */
function lostPicture(url: string): string {
  if (url.startsWith('data:')) return 'ảnh dán trong bài';
  if (/^(?:file|blob|cid):/i.test(url)) return 'ảnh nằm trong tệp Word';
  return `ảnh ${url}`;
}

function link(node: Link, lost: Set<string>): RootContent[] {
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

function isHeading(node: RootContent): node is Heading {
  return node.type === 'heading';
}

/** The smallest heading that the editor has. */
const deepest = 3;

/** The largest heading of a body is the second level, and none skips a level. */
function levelHeadings(nodes: readonly RootContent[]): void {
  const headings = nodes.filter(isHeading);
  const top = Math.min(...headings.map(({ depth }) => depth));
  let before = 1;
  for (const heading of headings) {
    before = Math.min(heading.depth - top + 2, before + 1, deepest);
    heading.depth = before as Heading['depth'];
  }
}
