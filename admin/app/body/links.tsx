/**
 * Addresses that are typed or pasted bare become links at once. The editor alone decides what is one:
 * everything else it writes so that the page takes it for text.
 */
import {
  addComposerChild$,
  addNestedEditorChild$,
  addTableCellEditorChild$,
  realmPlugin,
} from '@mdxeditor/editor';
import { AutoLinkPlugin, type LinkMatcher } from '@lexical/react/LexicalAutoLinkPlugin';
import { findAddress } from './address.ts';

const matchers: LinkMatcher[] = [findAddress];

const AutoLink = () => <AutoLinkPlugin matchers={matchers} />;

export const linksPlugin = realmPlugin({
  init: (realm) => {
    realm.pubIn({
      [addComposerChild$]: AutoLink,
      [addNestedEditorChild$]: AutoLink,
      [addTableCellEditorChild$]: AutoLink,
    });
  },
});
