/** How a body is spelled, by all that write one: the rich editor, what is pasted, what is brought in. */
import type { Options } from 'mdast-util-to-markdown';
import { writeBlock } from './attributes.ts';
import { writeRoot, writeText } from './symbols.ts';

export const spelling = {
  bullet: '-',
  emphasis: '_',
  rule: '-',
  listItemIndent: 'one',
  // Words that begin a line of code in MDX: of what somebody wrote, everything is text.
  unsafe: [
    { atBreak: true, character: 'i', after: 'mport\\b' },
    { atBreak: true, character: 'e', after: 'xport\\b' },
  ],
  handlers: { root: writeRoot, text: writeText, mdxJsxFlowElement: writeBlock },
} satisfies Options;
