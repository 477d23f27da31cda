/** Which colours stand on which: the identity's test and the check of a ward's colours hold the ratios. */
import type { AxisColors, colors } from './tokens.ts';

export type Colors = Record<keyof typeof colors, string>;

/** Name, colour and ground. */
export type Pair = [name: string, color: string, ground: string];

/** Text and its ground, wherever the pages put one on the other: WCAG 2.2 AA asks 4.5. */
export const texts = (colors: Colors, axes: readonly AxisColors[]): Pair[] => [
  ...(['paper', 'surface', 'sand'] as const).flatMap((ground): Pair[] => [
    [`ink on ${ground}`, colors.ink, colors[ground]],
    [`inkSoft on ${ground}`, colors.inkSoft, colors[ground]],
    [`brand on ${ground}`, colors.brand, colors[ground]],
  ]),
  ...(['brandGround', 'brandDark', 'brandDeep'] as const).flatMap((ground): Pair[] => [
    [`onBrand on ${ground}`, colors.onBrand, colors[ground]],
    [`goldLight on ${ground}`, colors.goldLight, colors[ground]],
  ]),
  ['brandDeep on goldLight', colors.brandDeep, colors.goldLight],
  ...axes.flatMap(({ strong, soft }, index): Pair[] => [
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
export const graphics = (colors: Colors): Pair[] => [
  ['edge on paper', colors.edge, colors.paper],
  ['edge on surface', colors.edge, colors.surface],
  ['gold on paper', colors.gold, colors.paper],
  ['focus on paper', colors.focus, colors.paper],
  ['focus on sand', colors.focus, colors.sand],
  ['goldLight on brandGround', colors.goldLight, colors.brandGround],
];
