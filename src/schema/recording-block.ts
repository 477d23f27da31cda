/** The recording of what a body says, which the head of its page offers to listen to. */
import type { Node } from 'unist';
import { entryBlock } from './entry-block.ts';
import { treeOf, walk } from './body.ts';

/** Slug of the recording to which the first block of its kind leads; `undefined` where there is none. */
export function recordingIn(body: string): string | undefined {
  // Most bodies have none: they are not parsed for it.
  if (!body.includes('"recording"')) return undefined;
  for (const node of walk(treeOf(body))) {
    const { type, entry } = attributesOf(node);
    if (type === 'recording' && typeof entry === 'string') return entry;
  }
  return undefined;
}

function attributesOf(node: Node): Record<string, unknown> {
  const { name, attributes = [] } = node as Partial<Block> & Node;
  if (name !== entryBlock) return {};
  return Object.fromEntries(attributes.map(({ name: attribute, value }) => [attribute, value]));
}

interface Block {
  name: string | null;
  attributes: { name: string; value?: unknown }[];
}
