/**
 * What is typed inside a block or a cell of a table belongs to the body at once. MDXEditor hands it on
 * when the place loses the focus: saved by keyboard before, the last words would be missing, in the
 * browser's copy too.
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
        const isNested = editor.getRootElement()?.closest('.block-frame, td, th');
        if (!isTyped || !isNested) return;
        queueMicrotask(() => editor.dispatchCommand(NESTED_EDITOR_UPDATED_COMMAND, undefined));
      }),
    );
  },
});
