import { line, petal, type Drawing, type Shape } from '../drawing.ts';
import { fan } from './count.ts';

/** So sánh: on the left what was, closed and pale; on the right what comes of it, open and full. */
export function comparison(): Drawing {
  const [left, right, foot] = [66, 236, 132];
  return {
    width: 320,
    height: 150,
    shapes: [
      ...[-26, 26, -13, 13, 0].map((angle): Shape => ({
        d: petal({ at: { x: left, y: foot }, angle, length: 84, half: 16 }),
        fill: 'soft',
        stroke: 'strong',
        width: 2,
      })),
      { d: line({ x: 112, y: 70 }, { x: 134, y: 70 }), stroke: 'gold', width: 5 },
      { d: 'M132 57L154 70L132 83Z', fill: 'gold' },
      ...fan(7, { at: { x: right, y: foot }, length: 104 }),
      { d: line({ x: 24, y: foot + 6 }, { x: 108, y: foot + 6 }), stroke: 'strong', width: 2 },
      { d: line({ x: 160, y: foot + 6 }, { x: 312, y: foot + 6 }), stroke: 'strong', width: 4 },
    ],
  };
}
