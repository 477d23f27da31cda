/**
 * Words that are typed in a quotation stand in a paragraph of it. MDXEditor writes them bare, and of bare
 * words the writer of Markdown takes none for text: “{”, “<” and “*” in a quotation then meant something.
 */
import { $isQuoteNode } from '@lexical/rich-text';
import { addExportVisitor$, lexical, realmPlugin, type LexicalVisitor } from '@mdxeditor/editor';
import type { Blockquote, Paragraph } from 'mdast';

const exportVisitor: LexicalVisitor = {
  testLexicalNode: (node) => $isQuoteNode(node),
  visitLexicalNode: ({ lexicalNode, mdastParent, actions }) => {
    if (!lexical.$isElementNode(lexicalNode)) return;
    const quote: Blockquote = { type: 'blockquote', children: [] };
    actions.appendToParent(mdastParent, quote);
    let paragraph: Paragraph | undefined;
    for (const child of lexicalNode.getChildren()) {
      const isWords = !lexical.$isElementNode(child) || child.isInline();
      if (!isWords) paragraph = undefined;
      else if (!paragraph) {
        paragraph = { type: 'paragraph', children: [] };
        actions.appendToParent(quote, paragraph);
      }
      actions.visit(child, paragraph ?? quote);
    }
  },
  // Before MDXEditor's own.
  priority: 10,
};

export const quotedTextPlugin = realmPlugin({
  init: (realm) => realm.pub(addExportVisitor$, exportVisitor),
});
