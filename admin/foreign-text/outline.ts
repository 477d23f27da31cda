/**
 * Lists as office programs put them on the clipboard: numbered headings as items of lists, the number of the first
 * item at the item, and a list that goes on after its own sub-list as a list of its own.
 */
import type { Element, Root } from 'hast';
import { attribute, element, isElement, isNamed, rewriteChildren, type Content } from './hast.ts';

/** `lost` gathers, in words for the editor, what cannot be kept. */
export function cleanOutline(tree: Root, lost: Set<string>): void {
  rewriteChildren(tree, (children, parent) => {
    const first = children.find(isElement);
    if (isNamed(parent, 'ol') && isNamed(first, 'li') && attribute(first, 'value') !== '') {
      parent.properties['start'] ??= attribute(first, 'value');
    }
    return isNamed(parent, 'ul', 'ol') ? children : joined(children.flatMap(unwrap(lost)));
  });
  // A body has no heading in an item.
  rewriteChildren(tree, (children, parent) =>
    isNamed(parent, 'li')
      ? children.map((child) =>
          isHeading(child) ? element('p', [element('strong', child.children)]) : child,
        )
      : children,
  );
}

/** The headings of a list that holds nothing else, in place of the list. */
function unwrap(lost: Set<string>) {
  return (node: Content): Content[] => {
    const headings = isNamed(node, 'ul', 'ol') ? headingsIn(node.children) : [];
    if (!headings?.length) return [node];
    lost.add('số thứ tự tự động của tiêu đề');
    return headings;
  };
}

function headingsIn(children: readonly Content[]): Content[] | undefined {
  const parts = children.filter((child) => !isSpace(child));
  const found = parts.map((part) => {
    if (isNamed(part, 'ul', 'ol', 'li')) return headingsIn(part.children);
    return isHeading(part) ? [part] : undefined;
  });
  return found.every((part) => part !== undefined) ? found.flat() : undefined;
}

/** A list that begins with a list goes on with the one before it. */
function joined(children: readonly Content[]): Content[] {
  const result: Content[] = [];
  for (const child of children) {
    const before = result.findLast((one) => !isSpace(one));
    const goesOn =
      isNamed(child, 'ul', 'ol') && isNamed(child.children.find(isElement), 'ul', 'ol');
    if (goesOn && isNamed(before, child.tagName)) before.children.push(...child.children);
    else result.push(child);
  }
  return result;
}

function isHeading(node: Content): node is Element {
  return isNamed(node, 'h1', 'h2', 'h3', 'h4', 'h5', 'h6');
}

function isSpace(node: Content): boolean {
  return node.type === 'text' && node.value.trim() === '';
}
