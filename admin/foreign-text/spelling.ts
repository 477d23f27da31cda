/** How a body is spelled, by all that write one: the rich editor, what is pasted, what is brought in. */
import type { Root } from 'mdast';
import type { Handle, Options } from 'mdast-util-to-markdown';
import { writeBlock } from './attributes.ts';
import { withoutEmpty } from './empty.ts';
import { writeSymbols, writeText } from './symbols.ts';

const writeRoot: Handle = (root: Root, ...rest) => writeSymbols(withoutEmpty(root), ...rest);

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
