/** Words as Word, Google Docs, Facebook and portals mark them: emphasis, links, emoji, what is no text. */
import type { Element, Root } from 'hast';
import {
  attribute,
  element,
  isElement,
  isNamed,
  rewrite,
  styleOf,
  textOf,
  type Content,
} from './hast.ts';

/** Elements that hold no words of the author. */
const noText = [
  ...['head', 'style', 'script', 'noscript', 'template', 'title', 'meta', 'link', 'xml', 'svg'],
  ...['input', 'select', 'button', 'textarea', 'del'],
];
/** Elements that show something a body cannot hold. */
const played = ['iframe', 'video', 'audio', 'embed', 'object', 'canvas'];
/** Elements whose words stay while their look goes. */
const plainLook = ['code', 'kbd', 'samp', 'tt', 'var', 'u', 'font', 's', 'strike', 'mark', 'label'];

const superscripts: Record<string, string> = {
  ...{ '0': '⁰', '1': '¹', '2': '²', '3': '³', '4': '⁴' },
  ...{ '5': '⁵', '6': '⁶', '7': '⁷', '8': '⁸', '9': '⁹' },
};

/** Marks words the way HTML does, and drops what is no text; `lost` gathers what a reader would miss. */
export function cleanInline(tree: Root, lost: Set<string>): void {
  rewrite(tree, (node) => {
    if (!isElement(node)) return [node];
    if (noText.includes(node.tagName) || isHidden(node) || isWordComment(node)) return [];
    if (isUnfolding(node)) return [];
    if (played.includes(node.tagName)) {
      lost.add('video hoặc khung nhúng');
      return [];
    }
    if (node.tagName === 'img') return picture(node);
    if (node.tagName === 'a') return link(node, lost);
    if (node.tagName === 'sup') return raised(node);
    if (node.tagName === 'sub' || node.tagName === 'o:p') return node.children;
    if (plainLook.includes(node.tagName)) return node.children;
    if (isNamed(node, 'span', 'b', 'strong', 'i', 'em')) return emphasis(node);
    return [node];
  });
}

function isHidden(node: Element): boolean {
  return /display:none|mso-hide:all/.test(styleOf(node));
}

/** Word's comments: the mark in the text, and the list of them below it. */
function isWordComment(node: Element): boolean {
  const isMark = /\bmso(?:commentreference|comanchor)\b/i.test(attribute(node, 'className'));
  return isMark || /mso-element:comment/.test(styleOf(node));
}

/** What unfolds a post of Facebook. */
function isUnfolding(node: Element): boolean {
  const isButton = attribute(node, 'role') === 'button';
  return isButton && /^(?:xem thêm|ẩn bớt|see more|see less)$/i.test(textOf(node).trim());
}

/** An emoji that is shown as a picture is its letter again; a picture of one dot counts readers. */
function picture(node: Element): Content[] {
  const alt = attribute(node, 'alt').trim();
  if (/^\p{Extended_Pictographic}[\p{Emoji}\u200d\ufe0f]*$/u.test(alt)) {
    return [{ type: 'text', value: alt }];
  }
  // The box of a list to tick.
  if (attribute(node, 'ariaRoleDescription') === 'checkbox') return [];
  const isDot = [attribute(node, 'width'), attribute(node, 'height')].some((size) =>
    /^[01]$/.test(size),
  );
  return isDot ? [] : [node];
}

/** A link to where it leads; its words alone where it leads nowhere outside its own page. */
function link(node: Element, lost: Set<string>): Content[] {
  const url = target(attribute(node, 'href').trim());
  if (textOf(node).trim() === '') return node.children;
  if (!/^(?:https?:\/\/|mailto:|tel:)/i.test(url)) {
    const leadsNowhere = url === '' || /^(?:#|javascript:)/i.test(url);
    if (!leadsNowhere) lost.add(`đường dẫn ${url}`);
    // The number of a footnote of LibreOffice, right before its words.
    const isNote = attribute(node, 'className') === 'sdfootnotesym';
    return isNote ? [...node.children, { type: 'text', value: ' ' }] : node.children;
  }
  return [{ ...node, properties: { href: url } }];
}

/** Addresses that only count who passes through, with the parameter that tells where they lead. */
const passages: readonly [host: RegExp, parameter: string][] = [
  [/^lm?\.facebook\.com$/, 'u'],
  [/^(?:www\.)?google\.[a-z.]+$/, 'q'],
  [/^[a-z0-9]+\.safelinks\.protection\.outlook\.com$/, 'url'],
];

function target(href: string): string {
  const url = URL.parse(href);
  const passage = url && passages.find(([host]) => host.test(url.hostname));
  return (passage && url.searchParams.get(passage[1])) || href;
}

/** “m²” keeps its meaning; other raised words stand in the line. */
function raised(node: Element): Content[] {
  const text = textOf(node).trim();
  if (!/^\d+$/.test(text)) return node.children;
  return [{ type: 'text', value: text.replace(/\d/g, (digit) => superscripts[digit]!) }];
}

/** What is bold or italic by tag or by style, unless the style takes it back (Google Docs). */
function emphasis(node: Element): Content[] {
  const style = styleOf(node);
  const weight = /(?:^|;)font-weight:(bold|normal|\d+)/.exec(style)?.[1];
  const slant = /(?:^|;)font-style:(italic|normal)/.exec(style)?.[1];
  const isBold =
    weight === undefined
      ? isNamed(node, 'b', 'strong')
      : weight === 'bold' || parseInt(weight, 10) >= 600;
  const isItalic = slant === undefined ? isNamed(node, 'i', 'em') : slant === 'italic';
  let children: Content[] = node.children;
  const isOfWords = textOf(node).trim() !== '' && !children.some(isBlock);
  if (isItalic && isOfWords) children = [element('em', children)];
  if (isBold && isOfWords) children = [element('strong', children)];
  return children;
}

/** True for an element that stands on lines of its own. */
export function isBlock(node: Content | Root): boolean {
  return (
    isElement(node) &&
    /^(?:p|div|h[1-6]|ul|ol|li|dl|table|blockquote|pre|hr|section|article|figure|header|footer|main|center)$/.test(
      node.tagName,
    )
  );
}
