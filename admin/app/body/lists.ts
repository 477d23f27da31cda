/** Numbered lists that begin at another number than 1 keep it: MDXEditor's own way drops it. */
import { $createListItemNode, $createListNode, $isListItemNode, $isListNode } from '@lexical/list';
import {
  addExportVisitor$,
  addImportVisitor$,
  realmPlugin,
  type LexicalVisitor,
  type MdastImportVisitor,
} from '@mdxeditor/editor';
import type { List } from 'mdast';

/** Before MDXEditor's own. */
const priority = 10;

const importVisitor: MdastImportVisitor<List> = {
  testNode: (node) => node.type === 'list' && node.ordered === true,
  visitNode: ({ mdastNode, lexicalParent, actions }) => {
    const list = $createListNode('number', mdastNode.start ?? 1);
    if (!$isListItemNode(lexicalParent)) {
      actions.addAndStepInto(list);
      return;
    }
    // A list inside an item stands in an item of its own after it.
    const item = $createListItemNode();
    item.append(list);
    lexicalParent.insertAfter(item);
    actions.visitChildren(mdastNode, list);
  },
  priority,
};

const exportVisitor: LexicalVisitor = {
  testLexicalNode: (node) => $isListNode(node),
  visitLexicalNode: ({ lexicalNode, actions }) => {
    if (!$isListNode(lexicalNode)) return;
    const ordered = lexicalNode.getListType() === 'number';
    const start = ordered ? lexicalNode.getStart() : null;
    actions.addAndStepInto('list', { ordered, start, spread: false });
  },
  priority,
};

export const numberedListsPlugin = realmPlugin({
  init: (realm) => {
    realm.pubIn({ [addImportVisitor$]: importVisitor, [addExportVisitor$]: exportVisitor });
  },
});
