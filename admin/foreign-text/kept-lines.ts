/** Lines that a program tells apart by the look of its words (`white-space: pre-wrap`), as Zalo does. */
import type { Element, Root } from 'hast';
import { element, isElement, styleOf, type Content } from './hast.ts';
import { isBlock } from './inline.ts';

/** Makes a line break of the end of each such line. */
export function breakKeptLines(parent: Element | Root, isKept = false): void {
  const holdsBlocks = parent.children.some(isBlock);
  parent.children = parent.children.flatMap((node): Content[] => {
    if (isElement(node)) breakKeptLines(node, keepsLines(node) ?? isKept);
    // Between blocks, the end of a line only makes the source readable.
    if (node.type !== 'text' || !isKept || (holdsBlocks && node.value.trim() === '')) return [node];
    return node.value
      .split('\n')
      .flatMap((value, at) => [...(at > 0 ? [element('br')] : []), { type: 'text', value }]);
  });
}

/** Whether the ends of lines below show; `undefined` where that is as above. The last word of a style counts. */
function keepsLines(node: Element): boolean | undefined {
  const [, value = ''] =
    [...styleOf(node).matchAll(/(?:^|;)white-space(?:-collapse)?:([\w-]+)/g)].at(-1) ?? [];
  return value === '' ? undefined : /^(?:pre|break-spaces)/.test(value);
}
