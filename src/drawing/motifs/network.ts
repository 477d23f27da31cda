import { between, whole, type Chance } from '../chance.ts';
import { disc, line, petal, type Point, type Shape } from '../drawing.ts';
import { ground } from './ground.ts';

/** Trục 2, khoa học công nghệ và chuyển đổi số: places joined to one another; some have opened. */
export function network(chance: Chance): Shape[] {
  const points = Array.from({ length: 11 }, (_, index): Point => {
    const [column, row] = [index % 4, Math.floor(index / 4)];
    return {
      x: 22 + column * 39 + (row % 2) * 16 + between(chance, -9, 9),
      y: 20 + row * 30 + between(chance, -8, 8),
    };
  });
  const joined = points.flatMap((from, index) =>
    points
      .slice(index + 1)
      .filter((to) => Math.hypot(to.x - from.x, to.y - from.y) < 46)
      .map((to) => line(from, to)),
  );
  const first = whole(chance, 0, 3);
  const open = [first, first + 5].map((index) => points[index]!);
  return [
    ...ground(chance),
    { d: joined.join(''), stroke: 'strong', width: 1.5 },
    ...points
      .filter((point) => !open.includes(point))
      .map((at): Shape => ({
        d: disc(at, between(chance, 3, 5.5)),
        fill: 'strong',
        stroke: 'ground',
        width: 1.5,
      })),
    ...open.flatMap((at, index) => flower(at, between(chance, 11, 16), index === 0)),
  ];
}

function flower(at: Point, length: number, golden: boolean): Shape[] {
  const petals = Array.from({ length: 6 }, (_, index): Shape => ({
    d: petal({ at, angle: index * 60, length, half: length * 0.3 }),
    fill: 'strong',
    stroke: 'ground',
    width: 1,
  }));
  return [...petals, { d: disc(at, length * 0.26), fill: golden ? 'gold' : 'ground' }];
}
