/** Parts of a body as people write them: made at random, typed into the real editor, read on the page. */
import fc from 'fast-check';
import type { Page } from 'playwright-core';

/** Words that look alike. */
interface Run {
  text: string;
  bold?: boolean;
  italic?: boolean;
  /** The line ends after it, by Shift+Enter. */
  ends?: boolean;
}

interface Item {
  /** From 0. */
  depth: number;
  runs: Run[];
}

export type Part =
  | { kind: 'paragraph' | 'quote'; runs: Run[] }
  | { kind: 'heading'; level: 2 | 3; text: string }
  | { kind: 'list'; start: number | undefined; items: Item[] }
  | { kind: 'table'; rows: string[][] }
  | { kind: 'link'; text: string; url: string }
  | { kind: 'note'; title: string; runs: Run[] };

/** What means something to Markdown, MDX, HTML or the page, and what Vietnamese texts are made of. */
const words = [
  ...[
    'bà con',
    'Nghị quyết',
    'Điều 1.',
    '30/4',
    '1.',
    '2)',
    '(1)',
    '100 %',
    'đồng/m²',
    '½',
    '🎉',
    '👨‍👩‍👧',
  ],
  ...[
    'Tiếng Việt'.normalize('NFD'),
    'Nghiêng'.repeat(40),
    '\u200b',
    '\u200d',
    '\ufeff',
    '\u00a0',
    '\u00ad',
  ],
  ...[
    '{100k}',
    '{',
    '}',
    '{{x}}',
    '${x}',
    '{/* ghi */}',
    '<b>',
    '</Note>',
    '<3',
    '<',
    '<>',
    '<!-- -->',
    '/>',
  ],
  ...[
    'import',
    'export',
    'import x from "y"',
    'const x = 1',
    '<script>alert(1)</script>',
    'x < 3 && y > 4',
  ],
  ...[
    '&amp;',
    '&#123;',
    '&nbsp;',
    '&copy',
    '&lt',
    '&',
    '\\',
    '\\{',
    'C:\\anh\\',
    '%20',
    '$1',
    '$$',
    '~',
    '~~gạch~~',
  ],
  ...[
    '*',
    '**',
    '*sao*',
    'a*b*c',
    '2 * 3 * 4',
    '_',
    'a_b_c',
    '__đ__',
    '`mã`',
    '```',
    '---',
    '--',
    '...',
    '===',
  ],
  ...[
    '[x](y)',
    '![',
    '[^1]',
    '[ ]',
    '[[x]]',
    '#',
    '##',
    '> 60 tuổi',
    '-',
    '+',
    '|cột|',
    ':::note',
    ':x:',
    '{#id}',
  ],
  ...['"kép"', "'đơn'", '“ngoặc”', '!', '?', ',', ';', ':', '^2^', 'H~2~O', '==dấu==', '://'],
];

const word = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(...words) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 8 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme-ascii', maxLength: 6 }) },
);

const text = fc
  .tuple(fc.array(word, { minLength: 1, maxLength: 4 }), fc.constantFrom(' ', ' ', ''))
  .map(([parts, between]) => folded(parts.join(between)).trim())
  // An address becomes a link, which has a test of its own.
  .filter((line) => /[\p{L}\p{N}\p{P}\p{S}]/u.test(line) && !/https?:|www\.|@/.test(line));

/** White space as a page shows it; letters that no keyboard has are left out. */
function folded(line: string): string {
  return line
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\p{Cn}\p{Co}]+/gu, ' ')
    .replace(/[ \u00a0]+/g, ' ');
}

const space = fc.constantFrom('', ' ');
const run = fc.record({
  text: fc.tuple(space, text, space).map((parts) => parts.join('')),
  bold: fc.boolean(),
  italic: fc.boolean(),
  ends: fc.constantFrom(false, false, false, true),
});

const runs: fc.Arbitrary<Run[]> = fc.array(run, { minLength: 1, maxLength: 4 }).map((all) =>
  all.map((one, at) => ({
    ...one,
    text: at === 0 ? one.text.trimStart() : at === all.length - 1 ? one.text.trimEnd() : one.text,
    ends: one.ends && at < all.length - 1,
  })),
);

const items = fc
  .array(fc.record({ deeper: fc.constantFrom(-1, 0, 0, 1), runs }), { minLength: 1, maxLength: 4 })
  .map((all) => {
    let depth = 0;
    return all.map(({ deeper, runs: ofItem }, at): Item => {
      depth = at === 0 ? 0 : Math.max(0, depth + deeper);
      return { depth, runs: ofItem };
    });
  });

const rows = fc.array(fc.array(text, { minLength: 3, maxLength: 3 }), {
  minLength: 3,
  maxLength: 3,
});

const addresses = [
  ...['https://vi-du.vn/a_b*c?x=1&y=2,3;4', 'https://vi-du.vn/đường-dẫn', 'https://vi-du.vn/a_(b)'],
  ...[
    'https://vi-du.vn/)x(',
    'https://vi-du.vn/?q=&amp;x&copy=1',
    'mailto:a_b@vi-du.vn',
    'tel:024123',
  ],
];

const rich: fc.Arbitrary<Part> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('paragraph' as const), runs }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('quote' as const), runs }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('heading' as const),
      level: fc.constantFrom(2 as const, 3 as const),
      text,
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant('list' as const),
      start: fc.constantFrom(undefined, undefined, 1, 4, 10, 99),
      items,
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('table' as const), rows }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('link' as const),
      text,
      url: fc.constantFrom(...addresses),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('note' as const), title: text, runs }) },
);

const plain = text.map((words): Part => ({ kind: 'paragraph', runs: [{ text: words }] }));

/** So many parts: of four, one with all that the editor has, and three of words alone, which type fast. */
export function typedParts(count: number, seed: number): Part[] {
  const four = fc.tuple(rich, plain, plain, plain);
  return fc.sample(four, { numRuns: Math.ceil(count / 4), seed }).flat();
}

/** Words of one look, as they are read. */
interface Piece {
  text: string;
  /** `b`, `i`, the address of a link. */
  marks: string[];
}

/** A line as it is read: each word behind its marks. Spaces have no look. */
function lineOf(pieces: readonly Piece[]): string {
  let line = '';
  let before = '';
  for (const { text: part, marks } of pieces) {
    const mark = marks.length > 0 ? `‹${[...new Set(marks)].sort().join(' ')}›` : '';
    for (const letter of folded(part).replaceAll('⏎', ' ⏎ ')) {
      const look = /[ ⏎]/.test(letter) ? '' : mark;
      if (look !== before && look !== '') line += look;
      else if (look !== before && !/[ ⏎]/.test(letter)) line += '‹›';
      line += letter;
      before = look;
    }
  }
  return line.replace(/ +/g, ' ').trim();
}

const piecesOf = (all: readonly Run[]): Piece[] =>
  all.map(({ text: part, bold, italic, ends }) => ({
    text: part + (ends ? '⏎' : ''),
    marks: [...(bold ? ['b'] : []), ...(italic ? ['i'] : [])],
  }));

const ofWords = (part: string) => lineOf([{ text: part, marks: [] }]);

/** How the part is to be read, line by line. */
export function readingOf(part: Part): string[] {
  switch (part.kind) {
    case 'paragraph':
      return [`p ${lineOf(piecesOf(part.runs))}`];
    case 'quote':
      return [`quote ${lineOf(piecesOf(part.runs))}`];
    case 'heading':
      return [`h${part.level} ${ofWords(part.text)}`];
    case 'list':
      return part.items.map(({ depth, runs: ofItem }, at) => {
        const number = part.start === undefined ? '-' : at === 0 ? `${part.start}.` : '1.';
        return `${number} ${depth} ${lineOf(piecesOf(ofItem))}`;
      });
    case 'table':
      return part.rows.map((row) => `row ${row.map(ofWords).join(' ¦ ')}`);
    case 'link':
      return [
        `p ${lineOf([
          { text: 'Xem ', marks: [] },
          { text: part.text, marks: [new URL(part.url).href] },
        ])}`,
      ];
    case 'note':
      return [`note ${ofWords(part.title)}`, `in note ${lineOf(piecesOf(part.runs))}`];
  }
}

/** Types a part where the cursor stands, on an empty line, and goes on to the next line. */
export async function typePart(page: Page, part: Part): Promise<void> {
  const { keyboard } = page;
  switch (part.kind) {
    case 'paragraph':
      await typeRuns(page, part.runs);
      return keyboard.press('Enter');
    case 'quote':
      await page.locator('.rich').getByRole('combobox').first().click();
      await page.getByRole('option', { name: 'Trích dẫn' }).click();
      await page.locator('.rich-text:focus').waitFor();
      await typeRuns(page, part.runs);
      return keyboard.press('Enter');
    case 'heading':
      await keyboard.type(`${'#'.repeat(part.level)} `);
      await keyboard.insertText(part.text);
      return keyboard.press('Enter');
    case 'list':
      return typeList(page, part);
    case 'table':
      return typeTable(page, part.rows);
    case 'link':
      await keyboard.insertText('Xem ');
      await page.getByRole('button', { name: 'Thêm đường dẫn' }).click();
      await page.locator('form input[name=url]').fill(part.url);
      await page.locator('#link-text').fill(part.text);
      await page.getByRole('button', { name: 'Xong', exact: true }).click();
      await page.locator('.rich-text:focus').waitFor();
      await keyboard.press('Control+End');
      return keyboard.press('Enter');
    case 'note':
      return typeNote(page, part);
  }
}

async function typeRuns({ keyboard }: Page, all: readonly Run[]): Promise<void> {
  const held = { b: false, i: false };
  const hold = async (key: 'b' | 'i', wanted: boolean) => {
    if (held[key] !== wanted) await keyboard.press(`Control+${key}`);
    held[key] = wanted;
  };
  for (const { text: part, bold = false, italic = false, ends } of all) {
    await hold('b', bold);
    await hold('i', italic);
    await keyboard.insertText(part);
    if (ends) await keyboard.press('Shift+Enter');
  }
  await hold('b', false);
  await hold('i', false);
}

async function typeList(page: Page, { start, items: all }: Part & { kind: 'list' }): Promise<void> {
  await page.keyboard.type(start === undefined ? '- ' : `${start}. `);
  let depth = 0;
  for (const [at, item] of all.entries()) {
    if (at > 0) await page.keyboard.press('Enter');
    for (; depth < item.depth; depth += 1) await page.keyboard.press('Tab');
    for (; depth > item.depth; depth -= 1) await page.keyboard.press('Shift+Tab');
    await typeRuns(page, item.runs);
  }
  for (let more = depth + 2; more > 0; more -= 1) await page.keyboard.press('Enter');
}

async function typeTable(page: Page, cells: readonly string[][]): Promise<void> {
  const tables = page.locator('.rich-text table');
  const before = await tables.count();
  await page.getByRole('button', { name: 'Thêm bảng' }).click();
  const boxes = tables.nth(before).locator('[contenteditable="true"]');
  await boxes.nth(cells.flat().length - 1).waitFor();
  for (const [at, words] of cells.flat().entries()) {
    await boxes.nth(at).click();
    // A cell that was just made takes a moment before it listens.
    while (!(await boxes.nth(at).innerText()).trim()) await page.keyboard.insertText(words);
  }
  await page.keyboard.press('Tab');
  await page.locator('.rich-text:focus').waitFor();
}

async function typeNote(page: Page, { title, runs: all }: Part & { kind: 'note' }): Promise<void> {
  const frames = page.locator('.block-frame');
  const before = await frames.count();
  await page.keyboard.press('/');
  await page.getByRole('button', { name: /^Lưu ý/ }).click();
  const frame = frames.nth(before);
  await frame.getByLabel('Tiêu đề khung').fill(title);
  await frame.getByRole('textbox', { name: 'Nội dung khung Lưu ý' }).click();
  await typeRuns(page, all);
  await page.locator('.rich-text').first().press('Control+End');
}

interface ReadLine {
  lead: string;
  pieces: Piece[];
}

/** The lines of a text on its page, as `readingOf` has them. */
export async function readOnPage(page: Page, prose: string): Promise<string[]> {
  const lines = await page.locator(prose).first().evaluate(linesOf);
  return lines.map(
    ({ lead, pieces }) =>
      `${lead} ${lead === 'row' ? pieces.map((one) => lineOf([one])).join(' ¦ ') : lineOf(pieces)}`,
  );
}

/** Runs in the browser. */
function linesOf(root: Element): ReadLine[] {
  const lines: ReadLine[] = [];
  const marksOf = (node: Node): string[] => {
    const marks = [];
    for (let at = node.parentElement; at && at !== root; at = at.parentElement) {
      if (at.tagName === 'STRONG') marks.push('b');
      if (at.tagName === 'EM') marks.push('i');
      if (at instanceof HTMLAnchorElement) marks.push(at.href);
    }
    return marks;
  };
  const piecesIn = (node: Node): Piece[] =>
    [...node.childNodes].flatMap((child): Piece[] => {
      if (child.nodeName === 'BR') return [{ text: '⏎', marks: [] }];
      if (child.nodeName === 'UL' || child.nodeName === 'OL') return [];
      if (child.nodeType !== Node.TEXT_NODE) return piecesIn(child);
      return [{ text: child.textContent ?? '', marks: marksOf(child) }];
    });
  const readList = (list: Element, depth: number) => {
    const start = list.getAttribute('start') ?? '1';
    [...list.children].forEach((item, at) => {
      const number = list.tagName === 'UL' ? '-' : at === 0 ? `${start}.` : '1.';
      lines.push({ lead: `${number} ${depth}`, pieces: piecesIn(item) });
      for (const inner of item.querySelectorAll(':scope > ul, :scope > ol'))
        readList(inner, depth + 1);
    });
  };
  const read = (element: Element, inside = '') => {
    const name = element.tagName;
    if (name === 'UL' || name === 'OL') readList(element, 0);
    else if (name === 'BLOCKQUOTE') for (const child of element.children) read(child, 'quote');
    else if (element.matches('table, :has(> table)')) {
      for (const row of element.querySelectorAll('tr')) {
        const cells = [...row.children].map((cell) => ({ text: cell.textContent, marks: [] }));
        lines.push({ lead: 'row', pieces: cells });
      }
    } else if (name === 'DIV') {
      const [title, ...rest] = element.children;
      if (title) lines.push({ lead: 'note', pieces: piecesIn(title) });
      for (const part of rest) {
        for (const child of part.tagName === 'DIV' ? part.children : [part]) read(child, 'in note');
      }
    } else lines.push({ lead: inside || name.toLowerCase(), pieces: piecesIn(element) });
  };
  for (const child of root.children) read(child);
  return lines;
}
