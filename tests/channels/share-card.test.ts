import { createElement } from 'react';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { ShareCard } from '#src/channels/share-card/card.tsx';
import { homeCard, shareCardOf, type ShareCardInput } from '#src/channels/share-card/input.ts';
import { drawShareCard, fitShareCard } from '#src/channels/share-card/share-card.ts';
import { shareCardSize } from '#src/model/head.ts';
import { cardEntries, context } from './fixtures.ts';
import { inkOf } from './ink.ts';
import { readQr } from './read-qr.ts';

const signature = {
  siteName: 'Nghị quyết vào cuộc sống',
  sitePlace: 'Phường Khương Đình, Hà Nội',
};

/** A Vietnamese text of this many characters, with wide letters and high accents. */
const textOf = (length: number) =>
  'Nghiễm ưỡng trường KHUẾCH NGƯỜI '.repeat(9).slice(0, length - 1) + 'g';

/** The longest texts that the schema lets through, and those that break lines worst. */
const extremes: [string, ShareCardInput][] = [
  ['a title of 90 characters', { ...signature, label: 'Trục 1', title: textOf(90), lit: [1] }],
  ['a title without a space', { ...signature, label: 'Trục 1', title: 'M'.repeat(90), lit: [1] }],
  ['a title of one word', { ...signature, label: 'Trục 7', title: 'Sống', lit: [7] }],
  ['a long label', { ...signature, label: `Trục 6. ${textOf(90)}`, title: textOf(90), lit: [6] }],
  [
    'a document of 220 characters',
    { ...signature, label: 'Kế hoạch', title: textOf(90), text: textOf(220), lit: [2, 3] },
  ],
  [
    'a message of four parts',
    {
      ...signature,
      label: 'Trục 1',
      title: textOf(90),
      text: `${textOf(40)}\nHai\nBa\nBốn`,
      lit: [],
    },
  ],
  [
    'a long address',
    {
      ...signature,
      label: 'Trục 1',
      title: textOf(90),
      lit: [1],
      address: {
        qr: 'https://nghi-quyet.phuongkhuongdinh.hanoi.gov.vn/d/ab3cd/?k=qr',
        shown: 'nghi-quyet.phuongkhuongdinh.hanoi.gov.vn/d/ab3cd',
      },
    },
  ],
  [
    'long settings',
    { label: textOf(120), title: 'Sống', siteName: textOf(60), sitePlace: textOf(122), lit: [4] },
  ],
];

const cards: [string, ShareCardInput][] = [
  ['the home page', homeCard(context)],
  ...cardEntries.map((entry): [string, ShareCardInput] => [
    `${entry.type} ${entry.slug}`,
    shareCardOf(entry, context),
  ]),
  ...extremes,
];

test.each(cards)('the words of %s stand in their column and in the foot', async (_name, input) => {
  const card = createElement(ShareCard, await fitShareCard(input));
  const { texts: boxes } = await inkOf(card, shareCardSize);
  const words = boxes.slice(0, input.text === undefined ? 2 : 3);
  for (const box of words) {
    expect(box.left).toBeGreaterThanOrEqual(50);
    expect(box.right).toBeLessThanOrEqual(740);
    expect(box.top).toBeGreaterThanOrEqual(20);
    expect(box.bottom).toBeLessThanOrEqual(518);
  }
  for (const [index, box] of words.entries()) {
    if (index > 0) expect(box.top).toBeGreaterThan(words[index - 1]!.bottom);
  }
  // Where the lotus stands, the lit petals bear their numbers.
  const numbers = input.picture ? 0 : input.lit.length || 7;
  const signed = boxes.slice(words.length + numbers);
  if (input.address) {
    const address = signed.shift()!;
    expect(address.left).toBeGreaterThanOrEqual(776 + 16);
    expect(address.right).toBeLessThanOrEqual(shareCardSize.width - 16);
    expect(address.bottom).toBeLessThanOrEqual(518);
  }
  const [name, place] = signed;
  expect(name!.right).toBeLessThan(place!.left);
  expect(place!.right).toBeLessThanOrEqual(shareCardSize.width - 50);
  for (const box of [name!, place!]) {
    expect(box.top).toBeGreaterThanOrEqual(534);
    expect(box.bottom).toBeLessThanOrEqual(shareCardSize.height);
  }
});

describe('the picture', () => {
  const input = extremes[4]![1];

  test('is a PNG of 1200×630 in at most 150 KB', async () => {
    const png = await drawShareCard(input);
    expect(await sharp(png).metadata()).toMatchObject({ format: 'png', ...shareCardSize });
    expect(png.length).toBeLessThanOrEqual(150_000);
  });

  test.each(['a long address', 'article binh-dan-hoc-vu-so'])(
    'of %s has a code that reads',
    async (name) => {
      const [, card] = cards.find(([one]) => one === name)!;
      expect(await readQr(await drawShareCard(card))).toBe(card.address!.qr);
    },
  );

  test('is the same for the same input', async () => {
    expect((await drawShareCard(input)).equals(await drawShareCard(input))).toBe(true);
  });

  test('refuses a character that the typeface lacks, by name', async () => {
    await expect(drawShareCard({ ...input, title: 'Vui 😀' })).rejects.toThrow('“😀”');
  });

  test('refuses a text that fits in no size', async () => {
    await expect(drawShareCard({ ...input, title: textOf(280) })).rejects.toThrow('Hãy rút gọn');
  });
});

describe('what a card says', () => {
  const of = (type: string) =>
    shareCardOf(
      cardEntries.find((entry) => entry.type === type)!,
      context,
    );

  test('an article names its axis and lights its petal', () => {
    const { label, lit, text } = of('article');
    expect(label).toMatch(/^Trục [1-7]\. /);
    expect(lit).toHaveLength(1);
    expect(text).toBeUndefined();
  });

  test('an axis gives its message, one part on each line', () => {
    const axis = cardEntries.find(({ slug }) => slug === 'xay-dung-dang')!;
    expect(shareCardOf(axis, context)).toMatchObject({
      text: 'Đảng bộ số\nCấp ủy vững mạnh\nĐảng viên gương mẫu',
      lit: [7],
    });
  });

  test('a document has its short title above the whole one', () => {
    const document = cardEntries.find(({ slug }) => slug === 'nghi-quyet-57-nq-tw')!;
    expect(shareCardOf(document, context)).toMatchObject({
      label: 'Nghị quyết',
      title: 'Nghị quyết 57-NQ/TW',
      lit: [2],
    });
  });

  test('the home page lights all seven petals', () => {
    expect(homeCard(context).lit).toEqual([1, 2, 3, 4, 5, 6, 7]);
  });

  test('an axis that does not exist is named', () => {
    const article = structuredClone(cardEntries.find(({ type }) => type === 'article')!);
    (article.data as { axis: string }).axis = 'khong-co';
    expect(() => shareCardOf(article, context)).toThrow('“khong-co”');
  });
});
