import { around, disc, line, numbered, type Drawing, type Point } from '../drawing.ts';
import { fan } from './count.ts';

/** Ai làm việc gì: everyone who has a part, around the one work that joins them. */
export function duties(count: number): Drawing {
  const size = { width: 320, height: 190 };
  const middle = { x: 160, y: 95 };
  const places = Array.from({ length: count }, (_, index): Point => {
    const { x, y } = around({ x: 0, y: 0 }, ((index + 0.5) * 360) / count, 1);
    return { x: middle.x + x * 132, y: middle.y + y * 74 };
  });
  return {
    ...size,
    shapes: [
      { d: places.map((place) => line(middle, place)).join(''), stroke: 'gold', width: 2.5 },
      { d: disc(middle, 38), fill: 'soft', stroke: 'strong', width: 2 },
      ...fan(7, { at: { x: middle.x, y: middle.y + 20 }, length: 46 }),
      ...places.flatMap((at, index) => numbered(at, 17, String(index + 1))),
    ],
  };
}
