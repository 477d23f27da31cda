import { chanceOf } from '../chance.ts';
import { around, disc, petal, type Drawing, type Point, type Shape } from '../drawing.ts';
import { fan } from './count.ts';

/**
 * Các phần của một việc: a numbered petal for each part, as a lotus or, seen from above, around the
 * whole. Which of the two follows from what the whole is called.
 */
export function parts(whole: string, count: number): Drawing {
  const isFromAbove = count > 2 && chanceOf(whole)() < 0.5;
  return isFromAbove ? fromAbove(count) : fromTheSide(count);
}

function fromTheSide(count: number): Drawing {
  const at = { x: 160, y: 140 };
  const length = 128;
  const spread = Math.min(164, 26 * (count - 1));
  const numbers = Array.from({ length: count }, (_, index) => {
    const angle = count > 1 ? (index * spread) / (count - 1) - spread / 2 : 0;
    return number(index, around(at, angle, length * 0.7 * (1 - Math.abs(angle) / 420)));
  });
  return { width: 320, height: 150, shapes: [...fan(count, { at, length }), ...numbers] };
}

function fromAbove(count: number): Drawing {
  const middle = { x: 160, y: 105 };
  const half = Math.min(30, 170 / count);
  const petals = Array.from({ length: count }, (_, index): Shape[] => {
    const angle = (index * 360) / count;
    return [
      {
        d: petal({ at: around(middle, angle, 14), angle, length: 84, half }),
        fill: 'strong',
        stroke: 'ground',
      },
      number(index, around(middle, angle, 66)),
    ];
  });
  const heart: Shape = { d: disc(middle, 11), fill: 'gold' };
  return { width: 320, height: 210, shapes: [...petals.flat(), heart] };
}

function number(index: number, at: Point): Shape {
  return { text: String(index + 1), ...at, size: 18, fill: 'onStrong' };
}
