import { between, whole, type Chance } from '../chance.ts';
import { around, line, petal, type Shape } from '../drawing.ts';
import { ground, size } from './ground.ts';

/** Trục 7, xây dựng Đảng: a star of five petals, and its light over the sheet. */
export function star(chance: Chance): Shape[] {
  const at = {
    x: size.width * between(chance, 0.26, 0.74),
    y: size.height * between(chance, 0.36, 0.56),
  };
  const count = whole(chance, 9, 15);
  const turn = between(chance, 0, 360 / count);
  const length = between(chance, 24, 31);
  const rays = Array.from({ length: count }, (_, index) => {
    const angle = turn + (index * 360) / count;
    const half = 90 / count;
    const edges = [angle - half, angle + half].map((edge) => around(at, edge, 190));
    return `${line(at, ...edges)}Z`;
  });
  return [
    ...ground(chance),
    { d: rays.join(''), fill: 'ground' },
    ...Array.from({ length: 5 }, (_, index): Shape => ({
      d: petal({ at, angle: index * 72, length, half: length * 0.31 }),
      fill: 'strong',
      stroke: 'soft',
      width: 2,
    })),
    {
      d: Array.from({ length: 5 }, (_, index) =>
        petal({
          at: around(at, index * 72 + 36, length * 0.62),
          angle: index * 72 + 36,
          length: length * between(chance, 0.5, 0.75),
          half: length * 0.1,
        }),
      ).join(''),
      fill: 'gold',
    },
  ];
}
