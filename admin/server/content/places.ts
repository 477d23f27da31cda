/** The places of an entry that can be spoken of one by one: its texts, and the paragraphs of its body. */
import { diffWordsWithSpace } from 'diff';
import type { Heading, Paragraph, TableCell, Text } from 'mdast';
import type { Node, Parent } from 'unist';
import { writeMdx } from '#admin/foreign-text/write.ts';
import { parseBody, walk } from '#src/schema/body.ts';
import { splitEntryFile } from '#src/schema/entry-file.ts';
import type { Fields, Form } from '#src/schema/field.ts';
import type { ContentType } from '#src/schema/index.ts';
import { frontOf } from './change-files.ts';
import { readEntryText, writeEntryText } from './entry-text.ts';
import { isGroup } from './values.ts';

export interface Place {
  /** Such as `title`, `keyPoints.0` or, for the third paragraph of the text, `body.2`. */
  field: string;
  label: string;
  /** As it is read: on one line, without marks of Markdown. */
  text: string;
}

/** The places of an entry's file, in the order of the form, the text last. */
export function placesOf(type: ContentType, raw: string): Place[] {
  // A file that nobody can read has no places; the checks say what is wrong with it.
  const data = frontOf(type, raw);
  const body = type.extension === 'mdx' ? (splitEntryFile(raw)?.body ?? '') : '';
  const paragraphs = paragraphsOf(body).map((node, at) => ({
    field: `body.${at}`,
    label: 'Nội dung',
    text: folded(leavesOf(node)),
  }));
  return [...textsIn(type.fields, data, ''), ...paragraphs].filter(({ text }) => text !== '');
}

/** Where those words stand now: at the same place, else wherever they are. */
export function findPlace(
  places: readonly Place[],
  { field, quote }: { field: string; quote: string },
): Place | undefined {
  const alike = places.filter(({ text }) => text === quote);
  return alike.find((place) => place.field === field) ?? alike[0];
}

/** The file with other words at a place; what is bold, or a link, stays so as far as its words do. */
export function rewritePlace(raw: string, { field }: Place, words: string): string {
  const entry = readEntryText(raw);
  const [name = '', ...rest] = field.split('.');
  if (name !== 'body') {
    const keys = rest.map((key) => (/^\d+$/.test(key) ? Number(key) : key));
    entry.front.setIn([name, ...keys], words);
    return writeEntryText(entry);
  }
  const body = entry.body.normalize('NFC');
  const node = paragraphsOf(body)[Number(rest[0])]!;
  // The bars of a cell are not its own.
  const isCell = node.type === 'tableCell';
  const { start } = (isCell ? node.children[0]! : node).position!;
  const { end } = (isCell ? node.children.at(-1)! : node).position!;
  setWords(node, words);
  const indent = ' '.repeat(start.column - 1);
  const text = writeMdx({ type: 'root', children: [node] })
    .trimEnd()
    .replaceAll('\n', `\n${indent}`);
  return writeEntryText(entry, body.slice(0, start.offset) + text + body.slice(end.offset));
}

function textsIn(fields: Fields, data: Record<string, unknown>, prefix: string): Place[] {
  return Object.entries(fields).flatMap(([name, { form }]) =>
    textsOf(form, data[name], `${prefix}${name}`),
  );
}

function textsOf(form: Form, value: unknown, field: string): Place[] {
  switch (form.widget) {
    case 'string':
    case 'text':
      // What has a shape of its own, such as an address, is not worded.
      return typeof value === 'string' && !form.pattern
        ? [{ field, label: form.label, text: fold(value) }]
        : [];
    case 'lines':
      return listOf(value).flatMap((one, at) =>
        typeof one === 'string'
          ? [{ field: `${field}.${at}`, label: form.label, text: fold(one) }]
          : [],
      );
    case 'list':
      return listOf(value).flatMap((row, at) =>
        isGroup(row) ? textsIn(form.fields, row, `${field}.${at}.`) : [],
      );
    case 'object':
      return isGroup(value) ? textsIn(form.fields, value, `${field}.`) : [];
    default:
      return [];
  }
}

/** What holds words of its own in a body. */
type WordNode = Paragraph | Heading | TableCell;

function paragraphsOf(body: string): WordNode[] {
  let tree: Node;
  try {
    tree = parseBody(body);
  } catch {
    // What is wrong with it is told by the checks; until then its places have no names.
    return [];
  }
  return [...walk(tree)].filter((node): node is WordNode =>
    ['paragraph', 'heading', 'tableCell'].includes(node.type),
  );
}

/** The texts below a node that hold its words. */
function leavesOf(node: Node): Text[] {
  return [...walk(node)].filter(({ type }) => type === 'text' || type === 'inlineCode') as Text[];
}

function folded(leaves: readonly Text[]): string {
  return fold(leaves.map(({ value }) => value).join(''));
}

function fold(text: string): string {
  return text.normalize('NFC').replace(/\s+/g, ' ').trim();
}

/** Writes what changed into the leaf in which it stands; what comes new, into the one before. */
function setWords(node: Node, words: string): void {
  const leaves = leavesOf(node);
  for (const leaf of leaves) leaf.value = leaf.value.replace(/\s+/g, ' ');
  const was = leaves.map(({ value }) => value).join('');
  const texts = leaves.map((): string[] => []);
  let at = 0;
  for (const { value, added, removed } of diffWordsWithSpace(was, words)) {
    if (added) texts[leafAt(leaves, Math.max(at - 1, 0))]!.push(value);
    else {
      for (let index = 0; !removed && index < value.length; index += 1) {
        texts[leafAt(leaves, at + index)]!.push(value.charAt(index));
      }
      at += value.length;
    }
  }
  leaves.forEach((leaf, index) => (leaf.value = texts[index]!.join('')));
  dropEmptied(node as Parent);
}

/** A link or bold words of which nothing is left would be a link without words. */
function dropEmptied(node: Parent): void {
  node.children = node.children.filter((child) => {
    if (!('children' in child)) return true;
    dropEmptied(child as Parent);
    return (child as Parent).children.some(
      (one) => !(one.type === 'text' && (one as Text).value === ''),
    );
  });
}

/** Index of the leaf that holds the character at an offset of their joined text. */
function leafAt(leaves: readonly Text[], offset: number): number {
  let end = 0;
  const index = leaves.findIndex(({ value }) => (end += value.length) > offset);
  return index < 0 ? leaves.length - 1 : index;
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
