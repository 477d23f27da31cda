/**
 * A text that is deleted whole leaves an empty paragraph. Lexical leaves the block in which it began: an empty
 * list item, heading or quotation, and what is typed next would be one, too.
 */
import { createRootEditorSubscription$, lexical, realmPlugin } from '@mdxeditor/editor';

/** Puts a paragraph in the place of the one block that is left of what was selected and deleted. */
function beginAnew(root: lexical.RootNode, editor: lexical.LexicalEditor): void {
  const [only, ...more] = root.getChildren();
  if (!only || more.length > 0 || lexical.$isParagraphNode(only) || !isBare(only)) return;
  // A list that was just begun, or a heading emptied letter by letter, stays what it is.
  const wasDeletedWhole = editor.getEditorState().read(() => {
    const selection = lexical.$getSelection();
    return selection !== null && !selection.isCollapsed() && !isBare(lexical.$getRoot());
  });
  if (wasDeletedWhole) only.replace(lexical.$createParagraphNode()).select();
}

/** Whether there is nothing to be read or seen in it. */
function isBare(node: lexical.LexicalNode): boolean {
  if (lexical.$isElementNode(node)) return node.getChildren().every(isBare);
  return !lexical.$isDecoratorNode(node) && node.getTextContent().trim() === '';
}

/** In the body alone: a frame that needs a list keeps its empty one. */
export const emptiedTextPlugin = realmPlugin({
  init: (realm) => {
    realm.pub(createRootEditorSubscription$, (editor) =>
      editor.registerNodeTransform(lexical.RootNode, (root) => beginAnew(root, editor)),
    );
  },
});
