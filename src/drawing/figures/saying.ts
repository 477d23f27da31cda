import { petal, type Drawing, type Shape } from '../drawing.ts';

/** Trích dẫn: quotation marks of petals around what is said. */
export function quote(): Drawing {
  const mark = (x: number, y: number, angle: number): Shape => ({
    d: petal({ at: { x, y }, angle, length: 52, half: 16 }),
    fill: 'strong',
  });
  return {
    width: 320,
    height: 150,
    shapes: [
      mark(34, 78, 18),
      mark(74, 78, 18),
      ...[48, 76, 104].map((y, index): Shape => ({
        d: `M118 ${y}h${[96, 84, 58][index]}`,
        stroke: 'gold',
        width: 5,
      })),
      mark(262, 90, 198),
      mark(302, 90, 198),
    ],
  };
}
