import fc from 'fast-check';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { entryPictureSvg } from '#src/channels/pictures/entry-picture.tsx';
import { outlined } from '#src/channels/pictures/outlined.ts';
import { disc, petal, placed, rectangle, type PathShape } from '#src/drawing/drawing.ts';
import { axisOf } from '#src/drawing/entry-picture.ts';
import { figureOf } from '#src/drawing/figure.ts';
import { amountOf } from '#src/drawing/figures/count.ts';
import { timeline, yearOf } from '#src/drawing/figures/moments.ts';
import { parts } from '#src/drawing/figures/whole.ts';
import { types } from '#src/schema/index.ts';
import { cardEntries, context } from '../channels/fixtures.ts';
import { infographics } from '../channels/kit-fixtures.ts';

describe('what an editor writes as a figure', () => {
  test.each([
    ['7 trục', { kind: 'count', count: 7 }],
    ['12', { kind: 'count', count: 12 }],
    ['95%', { kind: 'share', lit: 95, of: 100 }],
    ['12,5 %', { kind: 'share', lit: 12.5, of: 100 }],
    ['3/5', { kind: 'share', lit: 3, of: 5 }],
    // These are read, not counted.
    ['13 tổ', undefined],
    ['1.000', undefined],
    ['2,5 lần', undefined],
    ['22/11/2026', undefined],
    ['20-25', undefined],
    ['8:30', undefined],
    ['120%', undefined],
    ['5/3', undefined],
    ['0', undefined],
    ['nhiều', undefined],
  ])('%s is drawn as %o', (value, amount) => {
    expect(amountOf(value)).toEqual(amount);
  });

  test('any text is drawn or only read, never an error', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 12 }), (value) => {
        const content = { kind: 'figures' as const, items: [{ value, label: 'việc' }] };
        expect(figureOf(content).shapes.length).toBeGreaterThan(0);
      }),
    );
  });
});

describe('a line of time', () => {
  test.each([
    ['2026', 2026],
    ['tháng 7/2026', 2026.5],
    ['01/01/2026', 2026],
    ['hằng năm', undefined],
  ])('reads “%s” as %s', (when, year) => {
    expect(yearOf(when)).toEqual(year);
  });

  test('is to scale: half of the time is half of the way', () => {
    const [first, middle, last] = pins(['2020', '2022', '2024']);
    expect(middle! - first!).toBeCloseTo(last! - middle!, 0);
    const [one, near, far] = pins(['2020', '2021', '2029']);
    expect((near! - one!) / (far! - one!)).toBeCloseTo(1 / 9, 1);
  });

  test('stands evenly where a moment names no day', () => {
    const [first, second, third] = pins(['2020', 'về sau', '2021']);
    expect(second! - first!).toBeCloseTo(third! - second!, 0);
  });

  test('shows every moment of a crowd, in the sheet, each number once', () => {
    const same = Array<string>(8).fill('20/11/2026');
    const xs = pins(same);
    expect(xs).toHaveLength(8);
    for (const x of xs) expect(x).toBeGreaterThan(0);
  });
});

/** Where the numbered pins stand, by number. */
function pins(moments: readonly string[]): number[] {
  return timeline(moments)
    .shapes.filter((shape) => 'text' in shape)
    .filter(({ text }) => /^\d$/.test(text))
    .map(({ x }) => x);
}

test('a whole of any number of parts has a petal and a number for each', () => {
  for (let count = 2; count <= 8; count += 1) {
    for (const whole of ['Năm nhóm giải pháp', 'Cơ chế phối hợp', 'Sáu vế', 'Việc']) {
      const texts = parts(whole, count).shapes.filter((shape) => 'text' in shape);
      expect(texts.map(({ text }) => text)).toEqual(
        Array.from({ length: count }, (_, index) => String(index + 1)),
      );
    }
  }
});

test('moved and scaled, a path keeps its form', () => {
  const d = [
    petal({ at: { x: 10, y: 20 }, length: 30, half: 8, angle: 40 }),
    disc({ x: 5, y: 5 }, 4),
    rectangle(1, 2, 3, 4),
  ].join('');
  const shapes = [{ d }];
  expect(placed({ shapes }, { x: 0, y: 0 }, 1)).toEqual([{ d }]);
  const back = placed(
    { shapes: placed({ shapes }, { x: 7, y: 3 }, 10) },
    { x: -0.7, y: -0.3 },
    0.1,
  );
  expect(numbersIn((back[0] as PathShape).d)).toEqual(numbersIn(d));
  expect(() => placed({ shapes: [{ d: 'M0 0S1 1 2 2' }] }, { x: 0, y: 0 }, 1)).toThrow('S');
});

/** Rounded to what the eye could see. */
function numbersIn(d: string): number[] {
  return (d.match(/-?[\d.]+/g) ?? []).map((number) => Math.round(Number(number)));
}

test('text of a drawing becomes paths that stay around its place', () => {
  const drawing = {
    width: 100,
    height: 40,
    shapes: [{ text: '05 Ứng', x: 50, y: 20, size: 20, fill: 'strong' as const }],
  };
  const [shape] = outlined(drawing).shapes;
  expect(shape!.d).toMatch(/^M/);
  // One outline for each letter, and for each hole and accent in it.
  expect(shape!.d.match(/M/g)!.length).toBe(5);
  expect(shape!.d).not.toContain('NaN');
});

/** Of a colour, `#rrggbb`, from 0 to 1. */
function lightness(color: string): number {
  const channels = color.match(/[0-9a-f]{2}/g)!.map((part) => Number.parseInt(part, 16));
  return Math.max(...channels) / 255 / 2 + Math.min(...channels) / 255 / 2;
}

/** How many of two pictures' values the eye tells apart, from 0 to 1. */
function shareOther(one: Buffer, other: Buffer): number {
  return one.filter((value, index) => Math.abs(value - other[index]!) > 16).length / one.length;
}

describe('the pictures of the real entries', () => {
  const drawn = cardEntries.map((entry) => ({
    entry,
    svg: entryPictureSvg(entry, context.axes),
  }));

  test('weigh 12 KB at most each', () => {
    for (const { entry, svg } of drawn) {
      expect(svg.length, `${entry.type}/${entry.slug}`).toBeLessThanOrEqual(12 * 1024);
      expect(svg).not.toMatch(/NaN|undefined/);
    }
  });

  test('of two entries of an axis never look alike', async () => {
    const seen = await Promise.all(
      drawn.map(async ({ entry, svg }) => {
        const small = sharp(Buffer.from(svg)).resize(40, 25, { fit: 'fill' }).removeAlpha();
        return { entry, axis: axisOf(entry, context.axes), pixels: await small.raw().toBuffer() };
      }),
    );
    const alike = seen.flatMap((one, index) =>
      seen
        .slice(0, index)
        .filter(({ axis, pixels }) => axis === one.axis && shareOther(pixels, one.pixels) < 0.05)
        .map(({ entry }) => [entry.slug, one.entry.slug]),
    );
    expect(alike).toEqual([]);
  });

  test('are dark on a dark page: light sheets change, none is left as bright as paper', () => {
    for (const { entry, svg } of drawn) {
      const sheet = /fill="(#\w{6})"/.exec(svg)![1]!;
      const dark = new RegExp(`\\[fill="${sheet}"\\]\\{fill:(#\\w{6})\\}`).exec(svg)?.[1];
      expect(lightness(dark ?? sheet), `${entry.type}/${entry.slug}`).toBeLessThan(0.55);
    }
  });

  test('of two units never bear the same letters', () => {
    const letters = cardEntries
      .filter((entry) => entry.type === 'unit')
      .map(({ data }) => types.unit.pages.keyWord!(data));
    expect(letters).toContain('UBND');
    expect(new Set(letters).size).toBe(letters.length);
  });

  test('are the same each time', () => {
    for (const { entry, svg } of drawn.slice(0, 20)) {
      expect(entryPictureSvg(entry, context.axes)).toBe(svg);
    }
  });

  test('of infographics bear the numbers of their lists', () => {
    for (const { content } of infographics) {
      if (content.kind !== 'steps' && content.kind !== 'parts' && content.kind !== 'duties')
        continue;
      const texts = figureOf(content).shapes.filter((shape) => 'text' in shape);
      expect(texts.map(({ text }) => text)).toEqual(
        content.items.map((_, index) => String(index + 1)),
      );
    }
  });
});
