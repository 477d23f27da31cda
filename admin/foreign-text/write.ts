/** The text of a tree, as the bodies of entries are written. */
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import type { Root } from 'mdast';
import { spelling } from './spelling.ts';

/** As MDX, where what means something to MDX is written so that it stays text. */
export function writeMdx(root: Root): string {
  return unified()
    .use(remarkGfm, { tablePipeAlign: false })
    .use(remarkMdx)
    .use(remarkStringify, spelling)
    .stringify(root)
    .normalize('NFC');
}
