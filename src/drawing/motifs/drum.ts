import { between, whole, type Chance } from '../chance.ts';
import { around, disc, petal, type Shape } from '../drawing.ts';
import { ground, size } from './ground.ts';

/** Trục 3, văn hóa và con người: the star and rings of a bronze drum, its rays as petals. */
export function drum(chance: Chance): Shape[] {
  const count = whole(chance, 8, 14);
  const at = {
    x: size.width * between(chance, 0.28, 0.72),
    y: size.height * between(chance, 0.42, 0.62),
  };
  const length = between(chance, 22, 30);
  const turn = between(chance, 0, 30);
  const rings = [length + 5, length + 14, length + 28, length + 46, length + 70];
  const beads = whole(chance, 18, 30);
  return [
    ...ground(chance),
    ...rings.map((radius, index): Shape => ({
      d: disc(at, radius),
      stroke: 'strong',
      width: index % 2 ? 1 : 2,
    })),
    {
      d: Array.from({ length: beads }, (_, index) =>
        disc(around(at, (index * 360) / beads, length + 21), 2),
      ).join(''),
      fill: 'gold',
    },
    {
      d: Array.from({ length: beads }, (_, index) =>
        petal({
          at: around(at, (index * 360) / beads + turn, length + 31),
          angle: (index * 360) / beads + turn,
          length: 12,
          half: 2.6,
        }),
      ).join(''),
      fill: 'strong',
    },
    {
      d: Array.from({ length: count }, (_, index) =>
        petal({
          at: around(at, (index * 360) / count, 4),
          angle: (index * 360) / count,
          length: length - 4,
          half: (length * 1.7) / count,
        }),
      ).join(''),
      fill: 'strong',
    },
    { d: disc(at, 4.5), fill: 'gold' },
  ];
}
