/**
 * Emoji and other symbols beside the marks of bold and italic words, so that all readers of a body see the
 * same. CommonMark counts them among punctuation, and the site's compiler does so; `micromark` and
 * `mdast-util-to-markdown` look at halves of them (UTF-16), which they take for letters. “chữ**🎉 đậm**” was
 * bold for the editor and stars for the reader.
 */
import { defaultHandlers, type Handle } from 'mdast-util-to-markdown';
import type { Nodes, Root, Text } from 'mdast';

/** A character that takes two units of UTF-16. */
const pairs = /([\u{10000}-\u{10ffff}])/u;
const isSymbol = (character: string) => /[\p{P}\p{S}]/u.test(character);

/** Texts that a mark touches without a space on its other side: there, and there alone, readers disagree. */
const touched = new WeakMap<Text, { start?: boolean; end?: boolean }>();

/** Handler for the whole of a body: looks for such places before anything is written. */
export const writeSymbols: Handle = (root: Root, parent, state, info) => {
  let before: Words | undefined;
  for (const words of wordsIn(root)) {
    if (before && words && before.marks !== words.marks) look(before.text, words.text);
    before = words;
  }
  return defaultHandlers.root(root, parent, state, info);
};

/** Handler for text: a symbol beside a mark is written by its number, which is punctuation to everybody. */
export const writeText: Handle = (node: Text, _parent, state, info) => {
  // Words at even places, which may be empty, and what takes two units between them.
  const parts = written(node).split(pairs);
  const last = parts.length - 1;
  const { start, end } = touched.get(node) ?? {};
  const isBesideMark = (at: number) =>
    (start && at === 1 && parts[0] === '') || (end && at === last - 1 && parts[last] === '');
  return parts
    .map((part, at) => {
      if (at % 2 === 1) return isBesideMark(at) && isSymbol(part) ? numberOf(part) : part;
      return state.safe(part, {
        ...info,
        // As beside punctuation: the marks of “🎉_a_b” are to be escaped.
        before: at === 0 ? info.before : '!',
        after: at === last ? info.after : '!',
      });
    })
    .join('');
};

/** As it will stand in the file: “=” with a stroke over it is one symbol there. */
function written({ value }: Text): string {
  return value.normalize('NFC');
}

interface Words {
  text: Text;
  /** The bold or italic part around it. */
  marks: Nodes;
}

/** The texts of a tree in their order, and nothing where two do not touch each other. */
function* wordsIn(node: Nodes, marks: Nodes = node): Generator<Words | undefined> {
  if (node.type === 'text') {
    if (node.value !== '') yield { text: node, marks };
  } else if (node.type === 'strong' || node.type === 'emphasis') {
    for (const child of node.children) yield* wordsIn(child, node);
  } else {
    yield undefined;
    for (const child of 'children' in node ? node.children : []) yield* wordsIn(child, node);
    yield undefined;
  }
}

function look(before: Text, after: Text): void {
  if (/\s$/.test(before.value) || /^\s/.test(after.value)) return;
  touched.set(before, { ...touched.get(before), end: true });
  touched.set(after, { ...touched.get(after), start: true });
}

function numberOf(symbol: string): string {
  return `&#x${symbol.codePointAt(0)!.toString(16).toUpperCase()};`;
}
