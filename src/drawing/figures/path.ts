import { numbered, petal, round, type Drawing, type Point, type Shape } from '../drawing.ts';

/** Các bước: a way that winds from the first step to the last, where a lotus opens. */
export function steps(count: number): Drawing {
  const size = { width: 320, height: 150 };
  const radius = count > 5 ? 15 : 18;
  const left = radius + 8;
  const right = size.width - 104;
  const stops = Array.from({ length: count }, (_, index): Point => ({
    x: left + (index * (right - left)) / (count - 1),
    y: index % 2 ? 44 : 112,
  }));
  const goal = { x: size.width - 54, y: 92 };
  return {
    ...size,
    shapes: [
      { d: road([...stops, goal]), stroke: 'soft', width: 16 },
      { d: road([...stops, goal]), stroke: 'gold', width: 3 },
      ...[-64, 64, -34, 34, 0].map((angle): Shape => ({
        d: petal({ at: { x: goal.x, y: goal.y + 20 }, angle, length: 58, half: 11 }),
        fill: 'strong',
        stroke: 'ground',
        width: 1.5,
      })),
      ...stops.flatMap((at, index) => numbered(at, radius, String(index + 1))),
    ],
  };
}

/** A road through points that leaves each of them level. */
function road(points: readonly Point[]): string {
  const [first, ...others] = points;
  let from = first!;
  let d = `M${round(from.x)} ${round(from.y)}`;
  for (const to of others) {
    const half = (from.x + to.x) / 2;
    d += `C${round(half)} ${round(from.y)} ${round(half)} ${round(to.y)} ${round(to.x)} ${round(to.y)}`;
    from = to;
  }
  return d;
}
