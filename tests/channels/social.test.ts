import { createElement } from 'react';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { drawnHeight } from '#src/channels/pictures/measure.ts';
import { fitPicture } from '#src/channels/social/fit-picture.tsx';
import {
  pictureInput,
  type PictureContent,
  type PictureInput,
} from '#src/channels/social/input.ts';
import { layoutOf, margin } from '#src/channels/social/layout.ts';
import { Picture } from '#src/channels/social/picture.tsx';
import { drawPicture } from '#src/channels/social/social.tsx';
import { figureOf } from '#src/drawing/figure.ts';
import { steps } from '#src/drawing/figures/path.ts';
import { pictureFormats, type PictureFormat } from '#src/model/share-kit.ts';
import { articles, infographics, kitContext } from './kit-fixtures.ts';
import { inkOf, type InkBox } from './ink.ts';
import { readQr } from './read-qr.ts';

const [square, portrait, story] = pictureFormats;

/** A Vietnamese text of this many characters, with wide letters and high accents. */
const textOf = (length: number, start = '') =>
  `${start}Nghiễm ưỡng trường KHUẾCH NGƯỜI ${'Nghiễm ưỡng trường KHUẾCH NGƯỜI '.repeat(9)}`.slice(
    0,
    length - 1,
  ) + 'g';

const many = <T>(count: number, make: (index: number) => T) =>
  Array.from({ length: count }, (_, index) => make(index));

const clearNames = [
  'people',
  'work',
  'progress',
  'product',
  'resources',
  'responsibility',
] as const;

const axis = {
  order: 7,
  title: textOf(60),
  address: '/',
  message: `${textOf(50)} - ${textOf(50)} - ${textOf(50)}`,
};

/** Each kind as full as the schema lets it be. */
const fullest: PictureContent[] = [
  {
    kind: 'outline',
    sections: [
      { heading: 'Điều cần nhớ', items: many(4, (index) => textOf(160, String(index))) },
      {
        heading: 'Bà con có thể làm gì',
        numbered: true,
        items: many(6, (index) => `${textOf(200, String(index))} Ở đâu: ${textOf(120)}.`),
      },
    ],
  },
  { kind: 'outline', sections: [{ heading: 'Kết quả', items: many(6, () => textOf(200)) }] },
  {
    kind: 'outline',
    sections: [
      { heading: 'Lúc nào, ở đâu', items: [textOf(110), textOf(282)] },
      { heading: 'Dự thế nào', items: [textOf(300)] },
    ],
  },
  {
    kind: 'outline',
    sections: [
      { heading: 'Sự thật', items: [textOf(200)] },
      { heading: 'Tin lan truyền', items: [textOf(320)] },
    ],
  },
  {
    kind: 'figures',
    items: many(6, (index) => ({
      value: `${index}88.888.888`,
      label: textOf(60),
      note: textOf(110),
    })),
  },
  {
    kind: 'steps',
    items: many(7, (index) => ({ name: textOf(50, String(index)), text: textOf(120) })),
  },
  {
    kind: 'timeline',
    items: many(8, (index) => ({
      when: `tháng ${index} năm 2026`,
      name: textOf(50),
      text: textOf(120),
    })),
  },
  {
    kind: 'comparison',
    from: textOf(40),
    to: textOf(40),
    items: many(5, (index) => ({
      name: textOf(50, String(index)),
      from: textOf(110),
      to: textOf(110),
    })),
  },
  {
    kind: 'parts',
    whole: textOf(60),
    items: many(8, (index) => ({ name: textOf(50, String(index)), text: textOf(120) })),
  },
  {
    kind: 'duties',
    items: many(8, (index) => ({
      unit: { title: textOf(90, String(index)), address: '/' },
      what: textOf(130),
    })),
  },
  {
    kind: 'sixClear',
    items: clearNames.map((name, index) => ({ name, label: `Rõ ${index}`, text: textOf(110) })),
  },
  { kind: 'quote', text: textOf(220), from: textOf(90) },
  {
    kind: 'message',
    axis,
    more: textOf(220),
    note: textOf(200),
    meanings: many(3, (index) => textOf(120, String(index))),
  },
  {
    kind: 'axes',
    items: many(7, (index) => ({ ...axis, order: index + 1, title: textOf(60, String(index)) })),
  },
];

const extreme = (content: PictureContent): PictureInput => ({
  file: 'content/articles/x.mdx',
  label: `Trục 6. ${textOf(80)}`,
  title: textOf(90),
  picture: content.kind === 'outline' ? steps(4) : figureOf(content),
  content,
  axis: 6,
  siteName: textOf(60),
  sitePlace: textOf(80),
  address: {
    qr: 'https://nghi-quyet.phuongkhuongdinh.hanoi.gov.vn/d/ab3cd/?k=qr',
    shown: 'nghi-quyet.phuongkhuongdinh.hanoi.gov.vn/d/ab3cd',
  },
});

/** Every infographic in every format; articles, which are all of one shape, by turns. */
const real: [string, PictureInput, PictureFormat][] = [
  ...infographics.flatMap((entry) =>
    pictureFormats.map((format): [string, PictureInput, PictureFormat] => [
      `${entry.slug} ${format.name}`,
      pictureInput(entry, kitContext),
      format,
    ]),
  ),
  ...articles.map((entry, index): [string, PictureInput, PictureFormat] => {
    const format = pictureFormats[index % pictureFormats.length]!;
    return [`${entry.slug} ${format.name}`, pictureInput(entry, kitContext), format];
  }),
];

const crammed = fullest.flatMap((content) =>
  pictureFormats.map((format): [string, PictureInput, PictureFormat] => [
    `the fullest ${content.kind} ${format.name}`,
    extreme(content),
    format,
  ]),
);

test.each([...real, ...crammed])(
  'texts of %s stand in their places',
  async (_name, input, format) => {
    const { texts: boxes, drawings } = await drawn(input, format);
    const { width, height, head, foot, covered } = layoutOf(format);
    expect(boxes.length).toBeGreaterThan(6);
    for (const box of boxes) {
      expect(box.left).toBeGreaterThanOrEqual(margin - 4);
      expect(box.right).toBeLessThanOrEqual(width - margin + 4);
      expect(box.top).toBeGreaterThanOrEqual(covered.top);
      expect(box.bottom).toBeLessThanOrEqual(height - covered.bottom);
      // No text stands on the line between body and foot.
      expect(box.top > height - foot || box.bottom < height - foot).toBe(true);
    }
    for (const [index, box] of boxes.entries()) {
      for (const other of boxes.slice(index + 1)) expect(overlap(box, other)).toBe(false);
    }
    // Only drawings in the head bear text: the numbers of their petals.
    for (const drawing of drawings.filter(({ top }) => top > head)) {
      for (const box of boxes) expect(overlap(box, drawing)).toBe(false);
    }
  },
);

async function drawn(input: PictureInput, format: PictureFormat) {
  const layout = layoutOf(format);
  const fitted = await fitPicture(input, layout, drawnHeight);
  return inkOf(createElement(Picture, fitted), layout);
}

function overlap(a: InkBox, b: InkBox): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

describe('the picture', () => {
  const inputs = [
    pictureInput(articles[0]!, kitContext),
    pictureInput(
      infographics.find(({ data }) => data.kind === 'axes')!,
      kitContext,
    ),
    extreme(fullest[0]!),
  ];

  test.each(pictureFormats)(
    'in format $name is a PNG of its size, light, with a code that reads',
    async (format) => {
      for (const input of inputs) {
        const png = await drawPicture(input, format);
        const { width, height } = format;
        expect(await sharp(png).metadata()).toMatchObject({ format: 'png', width, height });
        expect(png.length).toBeLessThanOrEqual(400_000);
        expect(await readQr(png)).toBe(input.address.qr);
      }
    },
  );

  test('is the same for the same input', async () => {
    const [first, second] = [
      await drawPicture(inputs[0]!, square),
      await drawPicture(inputs[0]!, square),
    ];
    expect(first.equals(second)).toBe(true);
  });

  test('names entry and character when the typeface lacks one', async () => {
    await expect(drawPicture({ ...inputs[0]!, title: 'Vui 😀' }, story)).rejects.toThrow(
      /content\/articles\/.*“😀”/,
    );
  });

  test('names entry and field when a text fits in no size', async () => {
    const long = extreme({ kind: 'quote', text: textOf(280).repeat(9), from: 'Kế hoạch' });
    await expect(drawPicture(long, square)).rejects.toThrow(
      'content/articles/x.mdx, ảnh vuông: “Trích dẫn” dài quá',
    );
    await expect(
      drawPicture({ ...long, title: textOf(280) + textOf(280) }, square),
    ).rejects.toThrow('Hãy rút gọn');
  });
});

describe('what a picture says', () => {
  test('an article lights the petal of its axis and carries its short address', () => {
    const article = articles.find(({ slug }) => slug === 'binh-dan-hoc-vu-so')!;
    expect(pictureInput(article, kitContext)).toMatchObject({
      label: 'Trục 2. Khoa học công nghệ và chuyển đổi số',
      axis: 2,
      address: { shown: 'khuong-dinh.example/d/ha3ut' },
    });
  });

  test('what has no room is left out whole, and the picture says so', async () => {
    const input = extreme(fullest[0]!);
    if (input.content.kind !== 'outline') throw new Error(input.content.kind);
    const first = input.content.sections[0]!;
    const { texts } = await drawn(input, portrait);
    const alone = await drawn(
      { ...input, content: { kind: 'outline', sections: [first] } },
      portrait,
    );
    expect(texts).toHaveLength(alone.texts.length + 1);
  });
});
