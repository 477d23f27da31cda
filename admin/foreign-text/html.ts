/** HTML from elsewhere, as any program writes it, as HTML that says the same in the simplest way. */
import type { Element, Root } from 'hast';
import { attribute, element, isElement, isNamed, rewrite, textOf, type Content } from './hast.ts';
import { cleanInline, isBlock } from './inline.ts';
import { cleanLists, typedMark } from './lists.ts';
import { breakKeptLines } from './kept-lines.ts';
import { cleanOutline } from './outline.ts';
import { cleanTables } from './tables.ts';

/** Changes the tree; `lost` gathers, in words for the editor, what cannot be kept. */
export function cleanHtml(tree: Root, lost: Set<string>): void {
  rewrite(tree, (node) => (isElement(node) || node.type === 'text' ? [node] : []));
  breakKeptLines(tree);
  nameBlocks(tree);
  cleanOutline(tree, lost);
  // Before the words: the marks of Word's lists are in the styles that go then.
  cleanLists(tree);
  cleanInline(tree, lost);
  splitLines(tree);
  // Lines that were typed as items.
  cleanLists(tree);
  cleanTables(tree, lost);
  dropEmpty(tree);
}

/**
 * Word on the web and older editors call a heading by its role or its style; the former puts every item of
 * a list into a frame of its own.
 */
function nameBlocks(tree: Root): void {
  rewrite(tree, (node) => {
    if (isNamed(node, 'pre')) {
      return textOf(node)
        .split('\n')
        .map((value) => element('p', [{ type: 'text', value }]));
    }
    if (!isNamed(node, 'p', 'div')) return [node];
    const name = attribute(node, 'className');
    if (/\bListContainerWrapper\b/.test(name)) return node.children;
    const isTitle = /\bMsoTitle\b/.test(name);
    const isHeading = attribute(node, 'role') === 'heading';
    if (!isTitle && !isHeading) return [node];
    const level = isTitle ? 1 : Number(attribute(node, 'ariaLevel')) || 2;
    return [element(`h${Math.min(6, Math.max(1, level))}`, node.children)];
  });
}

/**
 * Two line breaks are a new paragraph, as portals and chats write them, and lines that are items stand
 * alone; a heading is in no need of bold letters, nor of a second line.
 */
function splitLines(tree: Root): void {
  rewrite(tree, (node) => {
    if (isNamed(node, 'body') && node.children.some((child) => isNamed(child, 'br'))) {
      const parts = wrapLoose(node.children);
      return [
        element(
          'body',
          parts.flatMap((part) => (isNamed(part, 'p') ? split(part) : [part])),
        ),
      ];
    }
    if (isNamed(node, 'p', 'div')) return split(node);
    if (!isElement(node) || !/^h[1-6]$/.test(node.tagName)) return [node];
    const words = node.children.flatMap((child): Content[] => {
      if (isNamed(child, 'strong')) return child.children;
      return [isNamed(child, 'br') ? { type: 'text', value: ' ' } : child];
    });
    return [element(node.tagName, words)];
  });
}

/** Words that stand in no paragraph get one. */
function wrapLoose(children: readonly Content[]): Content[] {
  const result: Content[] = [];
  let loose: Content[] = [];
  const end = () => {
    if (loose.length > 0) result.push(element('p', loose));
    loose = [];
  };
  for (const child of children) {
    if (isBlock(child)) {
      end();
      result.push(child);
    } else loose.push(child);
  }
  end();
  return result;
}

function split(paragraph: Element): Content[] {
  if (paragraph.children.some(isBlock)) return [paragraph];
  const lines: Content[][] = [[]];
  for (const child of paragraph.children) {
    if (isNamed(child, 'br')) lines.push([]);
    else lines.at(-1)!.push(child);
  }
  const areItems = lines.filter(isMarked).length > 1;
  const parts: Content[][] = [[]];
  for (const line of lines) {
    const isEmpty = line.map(textOf).join('').trim() === '' && !line.some(holdsPicture);
    const part = parts.at(-1)!;
    if (isEmpty || areItems) parts.push([...line]);
    else part.push(...(part.length > 0 ? [element('br')] : []), ...line);
    if (isEmpty) parts.push([]);
  }
  return parts.map((part) => ({ ...paragraph, children: part as Element['children'] }));
}

function isMarked(line: readonly Content[]): boolean {
  return typedMark.test(line.map(textOf).join(''));
}

/** Empty paragraphs make distance, which the page makes itself. */
function dropEmpty(tree: Root): void {
  rewrite(tree, (node) => {
    const isEmpty =
      isNamed(node, 'p', 'div', 'li', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'strong', 'em') &&
      textOf(node).trim() === '' &&
      !holdsPicture(node);
    return isEmpty ? [] : [node];
  });
}

function holdsPicture(node: Content): boolean {
  return isNamed(node, 'img') || (isElement(node) && node.children.some(holdsPicture));
}
