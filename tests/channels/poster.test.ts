import { expect, test } from 'vitest';
import { posterInput, type PosterInput } from '#src/channels/poster/input.ts';
import { addressSize, layPoster, papers } from '#src/channels/poster/layout.ts';
import { posterPdf } from '#src/channels/poster/pdf.ts';
import { drawnBlocks } from '#src/schema/drawn-blocks.ts';
import { posterPapers } from '#src/model/share-kit.ts';
import { articles, kitContext, kitEntries, units } from './kit-fixtures.ts';

const context = { ...kitContext, units };
const inputs = kitEntries.map((entry) => posterInput(entry, context));
const [first] = inputs as [PosterInput];

const textOf = (length: number) =>
  'Nghiễm ưỡng trường KHUẾCH NGƯỜI '.repeat(9).slice(0, length - 1) + 'g';

/** The longest article that the schema lets through. */
const longest: PosterInput = {
  ...first,
  title: textOf(90),
  lists: [
    { heading: 'Điều cần nhớ', numbered: false, items: Array<string>(4).fill(textOf(160)) },
    {
      heading: 'Việc',
      numbered: true,
      items: Array<string>(6).fill(`${textOf(200)} ${textOf(120)}`),
    },
  ],
};

test.each(posterPapers)('every entry fits on %s in type that is read from afar', (paper) => {
  for (const input of inputs) {
    expect(layPoster(input, paper).size, input.file).toBeGreaterThanOrEqual(papers[paper].readable);
  }
  // What would be too small to read is left to the page, and the poster says so.
  const laid = layPoster({ ...longest, lastListOnPage: 'Trên trang có 6 việc.' }, paper);
  expect(laid).toMatchObject({ lists: [longest.lists[0]], notice: 'Trên trang có 6 việc.' });
  expect(laid.size).toBeGreaterThanOrEqual(papers[paper].readable);
});

test.each(posterPapers)(
  'the PDF on %s is one tagged page with its language and title',
  async (paper) => {
    const pdf = (await posterPdf(first, { paper, plain: false })).toString('latin1');
    expect(pdf.match(/\/Type \/Page\b/g)).toHaveLength(1);
    expect(pdf).toMatch(/\/Marked true/);
    expect(pdf).toMatch(/\/Lang \(vi\)/);
    expect(pdf).toContain('pdfuaid:part');
    expect(pdf.match(/\/FontFile2 /g)).toHaveLength(3);
  },
);

const a4 = { paper: 'a4', plain: false } as const;

test('the same input gives the same bytes', async () => {
  const [one, two] = [await posterPdf(first, a4), await posterPdf(first, a4)];
  expect(one.equals(two)).toBe(true);
});

test('a poster that fits in no size names its entry', () => {
  const long = { heading: 'Dài', numbered: false, items: Array<string>(200).fill(textOf(200)) };
  const lists = [long, long];
  expect(() => layPoster({ ...first, lists }, 'a4')).toThrow(first.file);
});

test('a long address becomes smaller rather than wider than the page', () => {
  const size = addressSize('nghi-quyet.phuongkhuongdinh.hanoi.gov.vn/d/ab3cd', 'a5');
  expect(size).toBeLessThan(addressSize('a.vn/d/ab3cd', 'a5'));
  expect(addressSize('a.vn/d/ab3cd', 'a5')).toBe(papers.a5.small * 1.9);
});

test('a block of the body stands below what to remember where it fits whole in large type', () => {
  const article = articles.find(({ slug }) => slug === 'bon-truc-cung-lo-viec-phuong')!;
  const body = (lines: number) =>
    `<Steps title="Nộp hồ sơ">\n${'1. Mở trang của phường.\n'.repeat(lines)}</Steps>\n\n`;
  const laid = (text: string) => {
    const entry = { ...article, blocks: drawnBlocks(text) };
    return layPoster(posterInput(entry, context), 'a4');
  };
  const [, block] = laid(body(4)).lists;
  expect(block).toMatchObject({ heading: 'Nộp hồ sơ', numbered: true });
  expect(block?.items).toHaveLength(4);
  expect(block?.figure?.height).toBeGreaterThan(papers.a4.readable * 5);
  // The first is too long for the sheet: the next that fits is taken, never half of one.
  const long = body(2).replace('phường.', `phường. ${textOf(900)}`);
  expect(laid(long + body(3)).lists[1]?.items).toHaveLength(3);
  expect(laid(long).lists.map(({ heading }) => heading)).not.toContain('Nộp hồ sơ');
});

test('an article says what to remember and what to do; an infographic says its lines', () => {
  const article = inputs.find(({ file }) => file.endsWith('/binh-dan-hoc-vu-so.mdx'))!;
  expect(article.lists.map(({ heading }) => heading)).toEqual([
    'Điều cần nhớ',
    'Bà con có thể làm gì',
  ]);
  expect(article.answer).toBe('Hỏi: Ủy ban nhân dân phường');
  const infographic = inputs.find(({ file }) => file.includes('/infographics/'))!;
  expect(infographic.summary).not.toBeUndefined();
  expect(infographic.lists).toHaveLength(1);
});
