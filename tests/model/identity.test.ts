import { describe, expect, test } from 'vitest';
import { drawingOrder, lotusSize, petals } from '#src/model/lotus.ts';
import { graphics, texts, type Pair } from '#src/styles/contrast-pairs.ts';
import { contrastRatio } from '#src/styles/contrast.ts';
import { axisColor, axisColors, colors, darkAxisColors, darkColors } from '#src/styles/tokens.ts';

const dark = { ...colors, ...darkColors };

const inTheDark = (pairs: Pair[]) =>
  pairs.map(([name, ...pair]): Pair => [`${name}, dark`, ...pair]);

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
