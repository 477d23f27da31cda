import { between, whole, type Chance } from '../chance.ts';
import { petal, rectangle, type Shape } from '../drawing.ts';
import { ground, size } from './ground.ts';

/** Trục 5, quy hoạch đô thị và môi trường: houses in a row, and trees between them. */
export function streets(chance: Chance): Shape[] {
  const street = 86;
  const houses: Shape[] = [];
  const trees: Shape[] = [];
  let x = between(chance, 2, 10);
  while (x < size.width - 14) {
    const width = between(chance, 15, 24);
    const height = between(chance, 20, 58);
    houses.push(...house(chance, x, street - height, width, height));
    x += width + between(chance, 3, 6);
    if (chance() < 0.62) {
      const length = between(chance, 24, 40);
      x += length * 0.17;
      trees.push({
        d: petal({ at: { x, y: street }, length, half: length * 0.22 }),
        fill: chance() < 0.25 ? 'gold' : 'strong',
        stroke: 'soft',
        width: 2,
      });
      x += length * 0.17 + 3;
    }
  }
  return [
    ...ground(chance),
    ...houses,
    ...trees,
    { d: rectangle(0, street, size.width, 3), fill: 'strong' },
    { d: rectangle(0, street + 7, size.width, 2), fill: 'gold' },
  ];
}

function house(chance: Chance, x: number, y: number, width: number, height: number): Shape[] {
  const isDark = chance() < 0.45;
  const rows = Math.floor((height - 6) / 9);
  const windows = Array.from({ length: rows * 2 }, (_, index) =>
    rectangle(
      x + width * (index % 2 ? 0.6 : 0.2),
      y + 5 + Math.floor(index / 2) * 9,
      width * 0.2,
      4.5,
    ),
  );
  const lit = whole(chance, 0, windows.length - 1);
  return [
    {
      d: rectangle(x, y, width, height),
      fill: isDark ? 'strong' : 'ground',
      stroke: 'strong',
      width: 1.5,
    },
    { d: windows.filter((_, index) => index !== lit).join(''), fill: isDark ? 'soft' : 'strong' },
    { d: windows[lit] ?? '', fill: 'gold' },
  ].filter(({ d }) => d !== '') as Shape[];
}
