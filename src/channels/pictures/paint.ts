/** The colours of drawings where no stylesheet gives them: in picture files. */
import type { Ink } from '#src/drawing/drawing.ts';
import { axisColor, colors, darkAxisColors, darkColors, toneOf } from '#src/styles/tokens.ts';

/** What each ink is on a drawing of the axis with this order, or of all seven. */
export function paintOf(axis: number | undefined): (ink: Ink) => string {
  const named = {
    ...toneOf(axis),
    ground: colors.surface,
    gold: colors.goldWarm,
    onStrong: colors.onBrand,
  };
  return (ink) => (typeof ink === 'number' ? axisColor(ink).strong : named[ink]);
}

/** The same on a dark page, as the stylesheet has it for drawings in the page. */
export function darkPaintOf(axis: number | undefined): (ink: Ink) => string {
  const tone = { strong: darkColors.brand, soft: darkColors.sand };
  const named = {
    ...(axis === undefined ? tone : darkAxisColors[axis - 1]!),
    ground: darkColors.surface,
    gold: colors.goldWarm,
    onStrong: darkColors.onAxis,
  };
  return (ink) => (typeof ink === 'number' ? darkAxisColors[ink - 1]!.strong : named[ink]);
}

/** The same without colour: each ink as light as it is, as a black and white printer sets it. */
export function plainPaint(axis: number | undefined): (ink: Ink) => string {
  const paint = paintOf(axis);
  return (ink) => gray(paint(ink));
}

/** Luma of ITU-R BT.709, which CSS's `grayscale` uses too: the page to print looks the same. */
function gray(color: string): string {
  const [red = 0, green = 0, blue = 0] = color
    .match(/[0-9a-f]{2}/gi)!
    .map((part) => parseInt(part, 16));
  const luma = Math.round(0.2126 * red + 0.7152 * green + 0.0722 * blue);
  return `#${luma.toString(16).padStart(2, '0').repeat(3)}`;
}
