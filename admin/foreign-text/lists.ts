/**
 * Lists as programs put them on the clipboard. Word writes paragraphs that name their level and show
 * their mark; Word on the web, a list for every item; Google Docs, a list inside a list; people type
 * “-”, “+” and “1.” before paragraphs.
 */
import type { Element, Root } from 'hast';
import {
  attribute,
  element,
  isElement,
  isNamed,
  rewriteChildren,
  styleOf,
  textOf,
  type Content,
} from './hast.ts';

/** One item, before it is known what stands above it. */
interface Item {
  /** From 1. */
  level: number;
  /** The number that it shows; `undefined` in a list without numbers. */
  number: number | undefined;
  children: Content[];
}

/** Makes lists of everything that is shown as one. */
export function cleanLists(tree: Root): void {
  rewriteChildren(tree, (children, parent) => {
    if (isNamed(parent, 'ul', 'ol')) return adopt(children);
    return gather(children);
  });
}

/** A list right inside a list belongs to the item before it. */
function adopt(children: readonly Content[]): Content[] {
  const items: Content[] = [];
  for (const child of children) {
    const last = items.at(-1);
    if (isNamed(child, 'ul', 'ol') && isNamed(last, 'li')) last.children.push(child);
    else if (isNamed(child, 'ul', 'ol')) items.push(element('li', [child]));
    else if (isElement(child)) items.push(child);
  }
  return items;
}

function gather(children: readonly Content[]): Content[] {
  const result: Content[] = [];
  let run: Item[] = [];
  let typed: { node: Content; item: Item }[] = [];
  const endTyped = () => {
    // One paragraph that begins with a dash may be speech; a list has two.
    if (typed.length > 1) result.push(...nest(typed.map(({ item }) => item)));
    else result.push(...typed.map(({ node }) => node));
    typed = [];
  };
  const end = () => {
    result.push(...nest(run));
    run = [];
    endTyped();
  };
  for (const node of children) {
    const isSpace = node.type === 'text' && node.value.trim() === '';
    if (isSpace && (run.length > 0 || typed.length > 0)) continue;
    const items = markedItems(node);
    const item = items.length === 0 ? typedItem(node) : undefined;
    if (items.length > 0) {
      endTyped();
      run.push(...items);
    } else if (item && follows(typed.at(-1)?.item, item)) {
      result.push(...nest(run));
      run = [];
      typed.push({ node, item });
    } else {
      end();
      if (item && follows(undefined, item)) typed.push({ node, item });
      else result.push(node);
    }
  }
  end();
  return result;
}

/** The items that a node is by its markup; none when it is no list. */
function markedItems(node: Content): Item[] {
  if (isNamed(node, 'p', 'div') && /mso-list:[^;]*level\d/.test(styleOf(node))) {
    return [wordItem(node)].filter((item) => item !== undefined);
  }
  if (!isNamed(node, 'ul', 'ol')) return [];
  const items = node.children.filter((child) => isNamed(child, 'li'));
  const ofWeb = items.some(({ properties }) => properties['dataAriaLevel'] !== undefined);
  if (!ofWeb) return [];
  return items.map((item) => ({
    level: Number(attribute(item, 'dataAriaLevel')) || 1,
    number: isNamed(node, 'ol') ? Number(attribute(node, 'start')) || 1 : undefined,
    children: item.children,
  }));
}

/** A paragraph of Word's lists; `undefined` where its mark is a letter, which no list here has. */
function wordItem(node: Element): Item | undefined {
  const level = Number(/level(\d)/.exec(styleOf(node))?.[1] ?? 1);
  const isMark = (child: Content) => isElement(child) && /mso-list:ignore/.test(styleOf(child));
  const marks = [...below(node)].filter(isMark).map((mark) => textOf(mark).trim());
  const mark = marks.join('');
  if (/^\(?[a-zđ]{1,4}[).]$/i.test(mark)) {
    // Its mark is written as a word, so that nothing is lost.
    node.properties = {};
    return undefined;
  }
  drop(node, isMark);
  const number = /^\(?(\d+)/.exec(mark)?.[1];
  return {
    level,
    number: number === undefined ? undefined : Number(number),
    children: node.children,
  };
}

function* below(node: Content): Generator<Content> {
  if (!isElement(node)) return;
  for (const child of node.children) {
    yield child;
    yield* below(child);
  }
}

function drop(node: Element, isGone: (child: Content) => boolean): void {
  node.children = node.children.filter((child) => !isGone(child));
  for (const child of node.children) if (isElement(child)) drop(child, isGone);
}

/** What people type before an item: a dash, a dot, a number. */
export const typedMark = /^[\s\u00a0]*(?:([-–•·*●▪+])[\s\u00a0]+|(\d{1,2})[.)][\s\u00a0]+)(?=\S)/;

/** A paragraph that begins with a mark which somebody typed. */
function typedItem(node: Content): Item | undefined {
  if (!isNamed(node, 'p', 'div') || node.children.some((child) => isNamed(child, 'br'))) {
    return undefined;
  }
  const first = firstText(node);
  const found = first && typedMark.exec(first.value);
  if (!found) return undefined;
  const copy = structuredClone(node);
  const text = firstText(copy)!;
  text.value = text.value.slice(found[0].length);
  return {
    level: found[1] === '+' ? 2 : 1,
    number: found[2] === undefined ? undefined : Number(found[2]),
    children: copy.children,
  };
}

function firstText(node: Element): { value: string } | undefined {
  for (const child of node.children) {
    if (child.type === 'text') {
      if (child.value.trim() !== '') return child;
    } else if (isElement(child)) return isNamed(child, 'img') ? undefined : firstText(child);
  }
  return undefined;
}

/** True when an item goes on the list that the one before it began. */
function follows(before: Item | undefined, item: Item): boolean {
  if (!before) return item.level === 1;
  if (item.number !== undefined)
    return before.number !== undefined && item.number === before.number + 1;
  return before.number === undefined;
}

/** Items as lists, each deeper one inside the item before it. */
function nest(items: readonly Item[]): Content[] {
  const lists: Element[] = [];
  const open: { level: number; list: Element }[] = [];
  for (const { level, number, children } of items) {
    while (open.length > 0 && open.at(-1)!.level > level) open.pop();
    const name = number === undefined ? 'ul' : 'ol';
    const last = open.at(-1);
    if (last && last.level === level && last.list.tagName !== name) open.pop();
    const parent = open.at(-1);
    if (!parent || parent.level < level) {
      const list = element(name);
      if (number !== undefined) list.properties = { start: number };
      const above = parent?.list.children.at(-1);
      if (isElement(above)) above.children.push(list);
      else lists.push(list);
      open.push({ level, list });
    }
    open.at(-1)!.list.children.push(element('li', children));
  }
  return lists;
}
