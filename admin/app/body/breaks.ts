/**
 * A line that somebody ends with Shift+Enter ends on the page, too. MDXEditor writes such an end as the
 * end of a line of the file, which means nothing.
 */
import { $isHeadingNode } from '@lexical/rich-text';
import { addExportVisitor$, lexical, realmPlugin, type LexicalVisitor } from '@mdxeditor/editor';
import type { Handle } from 'mdast-util-to-markdown';

const exportVisitor: LexicalVisitor = {
  testLexicalNode: (node) => lexical.$isLineBreakNode(node),
  visitLexicalNode: ({ lexicalNode, mdastParent, actions }) => {
    // At the edge of a paragraph there is no line to end.
    const isInside =
      lexicalNode.getPreviousSiblings().some(saysSomething) &&
      lexicalNode.getNextSiblings().some(saysSomething);
    if (!isInside) return;
    if ($isHeadingNode(lexicalNode.getParent())) {
      actions.appendToParent(mdastParent, { type: 'text', value: ' ' });
    } else actions.appendToParent(mdastParent, { type: 'break' });
  },
  // Before MDXEditor's own.
  priority: 10,
};

function saysSomething(node: lexical.LexicalNode): boolean {
  return lexical.$isDecoratorNode(node) || node.getTextContent().trim() !== '';
}

export const lineBreaksPlugin = realmPlugin({
  init: (realm) => realm.pub(addExportVisitor$, exportVisitor),
});

/** Writes the end of a line; a cell of a table has one line, whose parts are told apart as when pasted. */
export const writeBreak: Handle = (_node, _parent, state, { before }) => {
  if (!state.stack.includes('tableCell')) return '\\\n';
  return /[.;:,!?…\s]$/.test(before) ? ' ' : '; ';
};
