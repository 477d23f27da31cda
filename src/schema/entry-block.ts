/** The block that leads to another entry: where it leads, and what that entry is called by kind. */
import type { BlockName } from './blocks.ts';
import { allTypes, type ContentType } from './index.ts';

/** The name of the block, as a body writes it. */
export const entryBlock = 'Entry' satisfies BlockName;

/** The type that an entry block names; `undefined` for one that has no pages. */
export function typeOfBlock(name: unknown): ContentType | undefined {
  return allTypes.find((type) => type.name === name && type.address);
}

/** Address of the page to which a block leads; `undefined` for other blocks and unfinished ones. */
export function entryAddress(
  block: string,
  { type, entry }: Readonly<Record<string, unknown>>,
): string | undefined {
  if (block !== entryBlock || typeof entry !== 'string' || entry === '') return undefined;
  return typeOfBlock(type)?.address?.(entry);
}
