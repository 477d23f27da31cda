/** The text of a tree, as the bodies of entries are written. */
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import type { Root } from 'mdast';
import { writeBlock } from './attributes.ts';

/** As MDX, where what means something to MDX is written so that it stays text. */
export function writeMdx(root: Root): string {
  const text = unified()
    .use(remarkGfm, { tablePipeAlign: false })
    .use(remarkMdx)
    .use(remarkStringify, {
      bullet: '-',
      emphasis: '_',
      rule: '-',
      handlers: { mdxJsxFlowElement: writeBlock },
    })
    .stringify(root);
  return text
    .replace(/^(i)(?=mport\b)/gm, '&#105;')
    .replace(/^(e)(?=xport\b)/gm, '&#101;')
    .normalize('NFC');
}
