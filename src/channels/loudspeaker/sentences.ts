/** A body as what can be said of it: headings and whole sentences, in its order. */
import type { Node, Parent } from 'unist';
import { blocks, type Block } from '#src/schema/blocks.ts';
import { parseBody } from '#src/schema/body.ts';
import { splitSentences } from '#src/text/sentences.ts';

/** A heading with what stands below it. */
export interface SpokenSection {
  /** Absent above the first heading. */
  heading?: string;
  /** Each may be said without the next. */
  sentences: string[];
  /** Of an enumeration, which is said whole or like this: its first items would sound like all. */
  inShort?: string;
}

interface Text extends Node {
  value: string;
}

/** Blocks that are looked at, or lead elsewhere. */
function isSilent(name: string | null): boolean {
  return Object.entries<Block>(blocks).some(([known, { silent }]) => known === name && silent);
}

interface Jsx extends Parent {
  name: string | null;
  attributes: { name: string; value?: unknown }[];
}

/** The sections of a body. Pictures and tables are left out: they cannot be heard. */
export function spokenSections(body: string): SpokenSection[] {
  const sections: SpokenSection[] = [{ sentences: [] }];
  for (const node of parseBody(body).children) addNode(node, sections);
  return sections.filter(({ sentences }) => sentences.length > 0);
}

function addNode(node: Node, sections: SpokenSection[]): void {
  const { sentences } = sections.at(-1)!;
  if (node.type === 'heading') {
    sections.push({ heading: textOf(node), sentences: [] });
  } else if (node.type === 'paragraph') {
    const [first = '', ...rest] = sentencesOf(node);
    const opening = sentences.at(-1)?.endsWith(':') ? `${sentences.pop()!} ${first}` : first;
    sentences.push(opening, ...rest);
  } else if (node.type === 'list') {
    addList(node as Parent, sentences);
  } else if (node.type === 'blockquote') {
    for (const child of (node as Parent).children) addNode(child, sections);
  } else if (node.type === 'mdxJsxFlowElement') {
    const { name, attributes, children } = node as Jsx;
    const title = attributes.find((one) => one.name === 'title')?.value;
    if (isSilent(name)) return;
    const titleAt = typeof title === 'string' ? sentences.push(title) - 1 : undefined;
    for (const child of children) addNode(child, sections);
    if (titleAt !== undefined) joinNext(sentences, titleAt);
  }
}

/**
 * A list that completes a sentence (“… như sau:”) is said with it or not at all. An item's own
 * colon is a short pause there, for two colons in a sentence cannot be heard apart.
 */
function addList(list: Parent, sentences: string[]): void {
  if (!sentences.at(-1)?.endsWith(':')) {
    sentences.push(...list.children.flatMap(sentencesOf));
    return;
  }
  const items = list.children.map((item) =>
    textOf(item)
      .replace(/[;,.]$/, '')
      .replace(/:(?= )/, ','),
  );
  sentences.push(`${sentences.pop()!} ${items.join('; ')}`);
}

/** The sentences of a paragraph or an item; a lead-in in bold is said with what it leads to. */
function sentencesOf(node: Node): string[] {
  const sentences = splitSentences(textOf(node).replace(/[;,]$/, ''));
  if (sentences[0] === leadIn(node)) joinNext(sentences, 0);
  return sentences;
}

/** What stands in bold at the beginning of a node. */
function leadIn(node: Node): string | undefined {
  if (node.type === 'strong') return textOf(node);
  const [first] = 'children' in node ? (node as Parent).children : [];
  return first && leadIn(first);
}

/** Makes a sentence and the next one, which cannot do without it, one to be said. */
function joinNext(sentences: string[], at: number): void {
  const [one = '', next] = sentences.slice(at, at + 2);
  if (next === undefined) return;
  sentences.splice(at, 2, /[.?!:]$/.test(one) ? `${one} ${next}` : `${one}. ${next}`);
}

function textOf(node: Node): string {
  if (node.type === 'text' || node.type === 'inlineCode') return (node as Text).value;
  const children = 'children' in node ? (node as Parent).children : [];
  const between = ['listItem', 'list'].includes(node.type) ? ' ' : '';
  return children.map(textOf).join(between).replace(/\s+/g, ' ');
}
