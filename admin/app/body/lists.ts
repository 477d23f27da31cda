/**
 * Numbered lists that begin at another number than 1 keep it: MDXEditor's own way drops it. A list that is
 * made inside of one by Tab begins at 1; Lexical gives it the number of the list around it. Two lists that
 * follow each other stay two: Lexical makes one of them.
 */
import {
  $createListItemNode,
  $createListNode,
  $isListItemNode,
  $isListNode,
  ListNode,
} from '@lexical/list';
import {
  addExportVisitor$,
  addImportVisitor$,
  createActiveEditorSubscription$,
  lexical,
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

/** An empty line keeps two lists apart, as it did when they were typed; it is not written. */
const neighbourVisitor: MdastImportVisitor<List> = {
  testNode: 'list',
  visitNode: ({ mdastNode, mdastParent, lexicalParent, actions }) => {
    const at = mdastParent?.children.indexOf(mdastNode) ?? 0;
    const before = mdastParent?.children[at - 1];
    const isNeighbour = before?.type === 'list' && before.ordered === mdastNode.ordered;
    if (isNeighbour && lexical.$isElementNode(lexicalParent) && !$isListItemNode(lexicalParent)) {
      lexicalParent.append(lexical.$createParagraphNode());
    }
    actions.nextVisitor();
  },
  priority: priority + 1,
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

/** Begins a list at 1 that was just made around an item which stood in another list. */
function beginAtOne(list: ListNode, editor: lexical.LexicalEditor): void {
  const item = list.getFirstChild();
  if (list.getStart() === 1 || !item || !$isListItemNode(list.getParent())) return;
  const isMoved = editor.getEditorState().read(() => {
    return !lexical.$getNodeByKey(list.getKey()) && lexical.$getNodeByKey(item.getKey());
  });
  if (isMoved) list.setStart(1);
}

export const numberedListsPlugin = realmPlugin({
  init: (realm) => {
    realm.pubIn({ [addImportVisitor$]: importVisitor, [addExportVisitor$]: exportVisitor });
    realm.pub(addImportVisitor$, neighbourVisitor);
    realm.pub(createActiveEditorSubscription$, (editor) =>
      editor.registerNodeTransform(ListNode, (list) => beginAtOne(list, editor)),
    );
  },
});
