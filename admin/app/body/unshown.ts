/** What a body may hold and the rich editor has no way to show, each with how to write it otherwise. */
import type { Nodes } from 'mdast';
import { treeOf, walk } from '#src/schema/body.ts';

const unshown: readonly (readonly [words: string, isThat: (node: Nodes) => boolean])[] = [
  ['đoạn giữa hai dòng ``` (hãy bỏ hai dòng ấy)', ({ type }) => type === 'code'],
  [
    'đường dẫn có địa chỉ ghi ở dòng khác (hãy ghi ngay sau chữ: [chữ](địa chỉ))',
    ({ type }) => ['definition', 'linkReference', 'imageReference'].includes(type),
  ],
  [
    'dòng của danh sách gồm nhiều đoạn (hãy nối lại, hoặc tách thành hai dòng)',
    (node) =>
      node.type === 'listItem' &&
      node.children.filter(({ type }) => type === 'paragraph').length > 1,
  ],
];

/** The words for what is in this body; throws where it cannot be read. */
export function unshownIn(body: string): string[] {
  const nodes = [...walk(treeOf(body))] as Nodes[];
  return unshown.filter(([, isThat]) => nodes.some(isThat)).map(([words]) => words);
}
