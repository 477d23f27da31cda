/** Small tools for trees of HTML (hast). */
import type { Element, ElementContent, Root, RootContent } from 'hast';

export type Content = RootContent | ElementContent;

export function isElement(node: Content | Root | undefined): node is Element {
  return node?.type === 'element';
}

declare const named: unique symbol;
/** An element of a name that was asked for: what is none of them may still be an element. */
type Named = Element & { [named]: true };

/** True for an element of one of these names. */
export function isNamed(node: Content | Root | undefined, ...names: string[]): node is Named {
  return isElement(node) && names.includes(node.tagName);
}

export function element(tagName: string, children: Content[] = []): Element {
  return { type: 'element', tagName, properties: {}, children: children as ElementContent[] };
}

/** A string attribute, as it stands; empty when there is none. */
export function attribute({ properties }: Element, name: string): string {
  const value = properties[name];
  return Array.isArray(value) ? value.join(' ') : String(value ?? '');
}

/** The `style` attribute in lower case and without spaces. */
export function styleOf(node: Element): string {
  return attribute(node, 'style').toLowerCase().replace(/\s+/g, '');
}

/** The text below a node, as it stands. */
export function textOf(node: Content | Root): string {
  if (node.type === 'text') return node.value;
  return 'children' in node ? node.children.map(textOf).join('') : '';
}

/** Replaces each node below by what `change` makes of it, children first. */
export function rewrite(parent: Element | Root, change: (node: Content) => Content[]): void {
  parent.children = parent.children.flatMap((node) => {
    if (isElement(node)) rewrite(node, change);
    return change(node);
  });
}

/** Replaces the children of each element below (and of the tree itself), the deepest first. */
export function rewriteChildren(
  parent: Element | Root,
  change: (children: Content[], parent: Element | Root) => Content[],
): void {
  for (const node of parent.children) if (isElement(node)) rewriteChildren(node, change);
  parent.children = change(parent.children, parent);
}
