/**
 * What becomes a list or a heading while it is typed. Nothing else does: with all of Markdown's marks,
 * “2*3*4” lost its stars, “__ tháng __” its lines, and “> 60 tuổi” became a quotation.
 */
import {
  HEADING,
  ORDERED_LIST,
  UNORDERED_LIST,
  type ElementTransformer,
  type Transformer,
} from '@lexical/markdown';
import { MarkdownShortcutPlugin } from '@lexical/react/LexicalMarkdownShortcutPlugin';
import { addComposerChild$, addNestedEditorChild$, realmPlugin } from '@mdxeditor/editor';

/** The levels that a body has. */
const heading: ElementTransformer = { ...HEADING, regExp: /^(#{2,3})\s/ };

/** A year or the number of a decree before a full stop begins no list. */
const numbered: ElementTransformer = { ...ORDERED_LIST, regExp: /^(\s*)(\d{1,2})\.\s/ };

const transformers: Transformer[] = [heading, numbered, UNORDERED_LIST];

const Shortcuts = () => <MarkdownShortcutPlugin transformers={transformers} />;

export const shortcutsPlugin = realmPlugin({
  init: (realm) => {
    realm.pubIn({ [addComposerChild$]: Shortcuts, [addNestedEditorChild$]: Shortcuts });
  },
});
