import { between, type Chance } from '../chance.ts';
import { disc, rectangle, type Shape } from '../drawing.ts';

/** Every motif fills the same sheet. */
export const size = { width: 160, height: 100 } as const;

/** The pale sheet, and on it a large light moon that stands elsewhere on each. */
export function ground(chance: Chance): Shape[] {
  const moon = { x: between(chance, 24, 136), y: between(chance, 8, 56) };
  return [
    { d: rectangle(0, 0, size.width, size.height), fill: 'soft' },
    { d: disc(moon, between(chance, 26, 40)), fill: 'ground' },
  ];
}
