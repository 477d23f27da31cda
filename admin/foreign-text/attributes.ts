/**
 * Writes blocks so that “&amp;” in a title is read as it was typed: `mdast-util-mdx-jsx` reads character
 * references in attributes and writes none (syntax-tree/mdast-util-mdx-jsx, 3.2.1).
 */
import type { Handle } from 'mdast-util-to-markdown';
import { mdxJsxToMarkdown, type MdxJsxFlowElement } from 'mdast-util-mdx-jsx';

const written = mdxJsxToMarkdown().handlers!.mdxJsxFlowElement as Handle;

/** Handler of `mdast-util-to-markdown` for a block. */
export const writeBlock: Handle = (node: MdxJsxFlowElement, parent, state, info) => {
  const attributes = node.attributes.map((one) =>
    typeof one.value === 'string'
      ? { ...one, value: one.value.replace(/&(?=[#A-Za-z])/g, '&amp;') }
      : one,
  );
  return written({ ...node, attributes }, parent, state, info);
};
