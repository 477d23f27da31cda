/** Tables are written without filling up their columns: a word more in a cell is then one line changed. */
import { addToMarkdownExtension$, realmPlugin } from '@mdxeditor/editor';
import { gfmTableToMarkdown } from 'mdast-util-gfm-table';

/** After MDXEditor's own, which it overrides. */
export const plainTablesPlugin = realmPlugin({
  init: (realm) =>
    realm.pub(addToMarkdownExtension$, gfmTableToMarkdown({ tablePipeAlign: false })),
});
