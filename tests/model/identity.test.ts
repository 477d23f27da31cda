import { describe, expect, test } from 'vitest';
import { drawingOrder, lotusSize, petals } from '#src/model/lotus.ts';
import { contrastRatio } from '#src/styles/contrast.ts';
import { axisColor, axisColors, colors, darkAxisColors, darkColors } from '#src/styles/tokens.ts';

type Colors = Record<keyof typeof colors, string>;

const dark: Colors = { ...colors, ...darkColors };

/** Text and its ground, wherever the pages put one on the other: WCAG 2.2 AA asks 4.5. */
const texts = (colors: Colors, axes: typeof axisColors): [string, string, string][] => [
  ...(['paper', 'surface', 'sand'] as const).flatMap((ground): [string, string, string][] => [
    [`ink on ${ground}`, colors.ink, colors[ground]],
    [`inkSoft on ${ground}`, colors.inkSoft, colors[ground]],
    [`brand on ${ground}`, colors.brand, colors[ground]],
  ]),
  ...(['brandGround', 'brandDark', 'brandDeep'] as const).flatMap(
    (ground): [string, string, string][] => [
      [`onBrand on ${ground}`, colors.onBrand, colors[ground]],
      [`goldLight on ${ground}`, colors.goldLight, colors[ground]],
    ],
  ),
  ['brandDeep on goldLight', colors.brandDeep, colors.goldLight],
  ...axes.flatMap(({ strong, soft }, index): [string, string, string][] => [
    [`axis ${index + 1} on paper`, strong, colors.paper],
    [`axis ${index + 1} on surface`, strong, colors.surface],
    [`axis ${index + 1} on its soft ground`, strong, soft],
    [`onAxis on axis ${index + 1}`, colors.onAxis, strong],
    [`ink on soft ${index + 1}`, colors.ink, soft],
    [`inkSoft on soft ${index + 1}`, colors.inkSoft, soft],
    [`links on soft ${index + 1}`, colors.brand, soft],
  ]),
];

/** Things that must be seen beside what surrounds them: 3. */
const graphics = (colors: Colors): [string, string, string][] => [
  ['edge on paper', colors.edge, colors.paper],
  ['edge on surface', colors.edge, colors.surface],
  ['gold on paper', colors.gold, colors.paper],
  ['focus on paper', colors.focus, colors.paper],
  ['focus on sand', colors.focus, colors.sand],
  ['goldLight on brandGround', colors.goldLight, colors.brandGround],
];

const inTheDark = (pairs: [string, string, string][]) =>
  pairs.map(([name, ...pair]): [string, string, string] => [`${name}, dark`, ...pair]);

test('contrast as WCAG defines it', () => {
  expect(contrastRatio('#000000', '#ffffff')).toBeCloseTo(21, 5);
  expect(contrastRatio('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
  expect(() => contrastRatio('red', '#ffffff')).toThrow('red');
});

describe('tokens', () => {
  test.each([...texts(colors, axisColors), ...inTheDark(texts(dark, darkAxisColors))])(
    '%s',
    (_, text, ground) => {
      expect(contrastRatio(text, ground)).toBeGreaterThanOrEqual(4.5);
    },
  );

  test.each([...graphics(colors), ...inTheDark(graphics(dark))])('%s', (_, shape, ground) => {
    expect(contrastRatio(shape, ground)).toBeGreaterThanOrEqual(3);
  });

  test('seven axes, no eighth', () => {
    expect(axisColors).toHaveLength(7);
    expect(() => axisColor(8)).toThrow(RangeError);
  });
});

describe('lotus', () => {
  test('seven petals from left to right, the middle one upright', () => {
    expect(petals.map(({ order }) => order)).toEqual([1, 2, 3, 4, 5, 6, 7]);
    const across = petals.map(({ label }) => label.x);
    expect(across).toEqual(across.toSorted((a, b) => a - b));
    expect(petals[3]!.label.x).toBe(lotusSize.width / 2);
    expect(drawingOrder.toSorted()).toEqual([1, 2, 3, 4, 5, 6, 7]);
  });

  test('nothing leaves the drawing', () => {
    for (const { path } of petals) {
      const numbers = path.match(/-?[\d.]+/g)!.map(Number);
      expect(Math.min(...numbers)).toBeGreaterThanOrEqual(0);
      expect(Math.max(...numbers.filter((_, index) => index % 2 === 0))).toBeLessThanOrEqual(
        lotusSize.width,
      );
    }
  });
});
