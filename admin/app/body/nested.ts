/**
 * What is typed inside a block belongs to the body at once. MDXEditor hands it on when the block loses
 * the focus: saved by keyboard before, the last words would be missing, in the browser's copy too.
 */
import {
  NESTED_EDITOR_UPDATED_COMMAND,
  createActiveEditorSubscription$,
  realmPlugin,
} from '@mdxeditor/editor';

export const nestedTextPlugin = realmPlugin({
  init: (realm) => {
    realm.pub(createActiveEditorSubscription$, (editor) =>
      editor.registerUpdateListener(({ dirtyElements, dirtyLeaves }) => {
        const isTyped = dirtyElements.size > 0 || dirtyLeaves.size > 0;
        const root = editor.getRootElement();
        // A cell of a table takes the command for its end.
        const isBlock = root?.closest('.block-frame') && !root.closest('td, th');
        if (!isTyped || !isBlock) return;
        queueMicrotask(() => editor.dispatchCommand(NESTED_EDITOR_UPDATED_COMMAND, undefined));
      }),
    );
  },
});
