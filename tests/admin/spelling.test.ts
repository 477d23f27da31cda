/** Whatever words are bold or italic, wherever they stand: both readers of a body see what was written. */
import fc from 'fast-check';
import type { Nodes, Paragraph, PhrasingContent, Root, RootContent } from 'mdast';
import { mdxToMdast } from 'satteri';
import { expect, test } from 'vitest';
import { parseBody } from '#src/schema/body.ts';
import { writeMdx } from '../../admin/foreign-text/write.ts';

/** Marks and what stands beside them: emoji and other characters of two units, NFD, letters, punctuation. */
const pieces = [
  ...[
    '🎉',
    '🇻🇳',
    '👍🏽',
    '👨‍👩‍👧',
    '☀️',
    '𝑃',
    '🛣',
    'a',
    'đ',
    'Nghị quyết',
    'Điều 1.',
    '1.',
    '1)',
    '#',
    '- ',
  ],
  ...[
    '_',
    '__',
    '*',
    '**',
    '~',
    '~~',
    '`',
    '(',
    '“',
    ',',
    '[',
    ']',
    '!',
    '\\',
    '{',
    '<',
    '&',
    '|',
    '=',
  ],
  ...['import', 'export', 'import x', '\u00a0', '\u200b', ' ', ' '],
];
const words = fc
  .array(fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: 'grapheme', maxLength: 3 })), {
    minLength: 1,
    maxLength: 3,
  })
  .map((all) => all.join('').replace(/[\p{Cc}\p{Zl}\p{Zp}\p{Cn}\p{Co}\s]+/gu, ' '));
const looks = fc.constantFrom('', 'b', 'i', 'bi');
const lines = fc
  .array(
    fc.record({ text: words, look: looks, ends: fc.constantFrom(false, false, false, true) }),
    {
      minLength: 1,
      maxLength: 5,
    },
  )
  .map(paragraphOf)
  .filter(({ children }) => children.length > 0);

type Line = { text: string; look: string; ends: boolean };

/** The words as the editor hands them on: spaces outside of bold and italic, neighbours of one look joined. */
function paragraphOf(all: readonly Line[]): Paragraph {
  const joined: { text: string; look: string }[] = [];
  for (const { text, look, ends } of all) {
    for (const part of text.split(/(^ +| +$)/).filter(Boolean)) {
      const own = part.trim() === '' ? '' : look;
      const before = joined.at(-1);
      if (before?.look === own) before.text += part;
      else joined.push({ text: part, look: own });
    }
    if (ends) joined.push({ text: '\n', look: 'end' });
  }
  while (/^[ \n]*$/.test(joined[0]?.text ?? 'x')) joined.shift();
  while (/^[ \n]*$/.test(joined.at(-1)?.text ?? 'x')) joined.pop();
  const children: PhrasingContent[] = [];
  for (const { text, look } of joined) {
    const before = children.at(-1);
    const value: PhrasingContent = { type: 'text', value: text };
    if (look === 'end') children.push({ type: 'break' });
    else if (look === '') children.push(value);
    else if (look === 'b') children.push({ type: 'strong', children: [value] });
    else {
      const inner: PhrasingContent = look === 'i' ? value : { type: 'strong', children: [value] };
      if (before?.type === 'emphasis') before.children.push(inner);
      else children.push({ type: 'emphasis', children: [inner] });
    }
  }
  return { type: 'paragraph', children };
}

/** Where words can stand in a body. */
const places: Record<string, (words: Paragraph) => RootContent> = {
  paragraph: (paragraph) => paragraph,
  quotation: (paragraph) => ({ type: 'blockquote', children: [paragraph] }),
  list: (paragraph) => ({
    type: 'list',
    ordered: false,
    spread: false,
    children: [{ type: 'listItem', spread: false, children: [paragraph] }],
  }),
  heading: ({ children }) => ({ type: 'heading', depth: 2, children: children.filter(isNoEnd) }),
  table: ({ children }) => ({
    type: 'table',
    children: [
      { type: 'tableRow', children: [{ type: 'tableCell', children: children.filter(isNoEnd) }] },
    ],
  }),
};

function isNoEnd({ type }: PhrasingContent): boolean {
  return type !== 'break';
}

/** The words with their look, character by character; white space as a page shows it. */
function reading(node: Nodes, look = ''): string {
  if (node.type === 'text') {
    return node.value
      .normalize('NFC')
      .replace(/./gsu, (each) => (/\s/.test(each) ? ' ' : each + look));
  }
  if (node.type === 'break') return '⏎';
  const inner = node.type === 'strong' ? `ᵇ${look}` : node.type === 'emphasis' ? `${look}ⁱ` : look;
  return 'children' in node
    ? node.children.map((child) => reading(child, inner)).join('')
    : `«${node.type}»`;
}

const folded = (text: string) => text.replace(/ *⏎ */g, '⏎').replace(/ +/g, ' ').trim();

for (const [name, place] of Object.entries(places)) {
  test(`words in a ${name} are read by the site and by the editor as they were written`, () => {
    const property = fc.property(lines, (paragraph) => {
      const root: Root = { type: 'root', children: [place(paragraph)] };
      const text = writeMdx(root);
      const wanted = folded(reading(root));
      expect(folded(reading(mdxToMdast(text))), `site: ${text}`).toBe(wanted);
      expect(folded(reading(parseBody(text) as Nodes)), `editor: ${text}`).toBe(wanted);
    });
    fc.assert(property, { numRuns: 1000 });
  });
}

test('an emoji is written by its number only where a mark touches it without a space', () => {
  const bold = (value: string): PhrasingContent => ({
    type: 'strong',
    children: [{ type: 'text', value }],
  });
  const written = (...children: PhrasingContent[]) =>
    writeMdx({ type: 'root', children: [{ type: 'paragraph', children }] }).trim();
  expect(written(bold('🎉 Chúc mừng'), { type: 'text', value: ' bà con' })).toBe(
    '**🎉 Chúc mừng** bà con',
  );
  expect(written({ type: 'text', value: 'bà con' }, bold('🎉 vui'))).toBe(
    'bà co&#x6E;**&#x1F389; vui**',
  );
});

test.each([
  ['##\n\n- một\n-\n- hai', '- một\n- hai'],
  ['>\n\nChữ', 'Chữ'],
  ['- một\n- -\n- hai', '- một\n- hai'],
  ['1. một\n\n2. &#x20;\n\n   - trong', '1. một\n\n2. - trong'],
  ['a **&#x20;** b', 'a   b'],
  ['## ![Cổng](/media/cong.webp)', '## ![Cổng](/media/cong.webp)'],
  ['| a |\n| - |\n| |', '| a |\n| - |\n| |'],
])('of “%s” only what says something is written', (body, written) => {
  expect(writeMdx(parseBody(body) as Root).trim()).toBe(written);
});
