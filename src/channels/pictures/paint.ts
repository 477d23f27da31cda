/** The colours of drawings where no stylesheet gives them: in picture files. */
import type { Ink } from '#src/drawing/drawing.ts';
import { axisColor, colors, toneOf } from '#src/styles/tokens.ts';

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
