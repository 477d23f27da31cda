/** Whether two bodies say the same: the guard that the rich editor loses nothing. */
import type { Root } from 'mdast';
import type { Node } from 'unist';
import { parseBody } from '#src/schema/body.ts';
import { withoutEmpty } from '../../foreign-text/empty.ts';

/** What a tree carries beside its meaning: places in the text and how lists are spaced. */
const form = new Set(['position', 'data', 'spread']);

/** True when both texts parse to the same tree, whatever their marks and line breaks; an empty heading says nothing. */
export function sameMeaning(a: string, b: string): boolean {
  return essence(a) === essence(b);
}

function essence(body: string): string {
  return JSON.stringify(withoutEmpty(parseBody(body) as Root), (key, value: unknown) => {
    if (form.has(key)) return undefined;
    if (key === 'children') return joinTexts(value as Node[]);
    return key === 'value' && typeof value === 'string' ? value.replace(/\s+/g, ' ') : value;
  });
}

/** Neighbouring texts as one: a parser may split a text where a mark is escaped. */
function joinTexts(nodes: readonly Node[]): Node[] {
  const joined: Node[] = [];
  for (const node of nodes) {
    const last = joined.at(-1);
    if (last?.type === 'text' && node.type === 'text') {
      joined[joined.length - 1] = { ...last, value: valueOf(last) + valueOf(node) } as Node;
    } else {
      joined.push(node);
    }
  }
  return joined;
}

function valueOf(node: Node): string {
  return (node as Node & { value: string }).value;
}
