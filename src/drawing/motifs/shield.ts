import { between, whole, type Chance } from '../chance.ts';
import { disc, petal, round, type Point, type Shape } from '../drawing.ts';
import { ground, size } from './ground.ts';

/** Trục 6, quốc phòng - an ninh và hội nhập: petals close ranks like scales; beyond them, the world. */
export function shield(chance: Chance): Shape[] {
  const world = { x: between(chance, 40, 120), y: between(chance, 34, 42) };
  const radius = between(chance, 24, 30);
  const step = between(chance, 17, 23);
  const rows = 3;
  const lit = whole(chance, 1, Math.floor(size.width / step) - 2);
  const scales = Array.from({ length: rows }, (_, row) => {
    const shift = (row % 2) * (step / 2) + between(chance, -2, 2);
    const count = Math.ceil(size.width / step) + 2;
    return Array.from({ length: count }, (_, index): Shape => ({
      d: petal({
        at: { x: (index - 0.5) * step + shift, y: 84 + row * 15 },
        length: 40,
        half: step * 0.46,
      }),
      fill: row === 1 && index === lit ? 'gold' : row === 0 ? 'ground' : 'strong',
      stroke: row === 0 ? 'strong' : 'soft',
      width: row === 0 ? 1.5 : 2,
    }));
  });
  return [
    ...ground(chance),
    { d: disc(world, radius), fill: 'ground', stroke: 'strong', width: 2 },
    {
      d: [0.35, 0.75].map((share) => meridian(world, radius, share)).join(''),
      stroke: 'strong',
      width: 1.2,
    },
    {
      d: [-0.5, 0, 0.5]
        .map((share) => {
          const half = radius * Math.sqrt(1 - share * share);
          return `M${round(world.x - half)} ${round(world.y + radius * share)}h${round(2 * half)}`;
        })
        .join(''),
      stroke: 'strong',
      width: 1.2,
    },
    ...scales.flat(),
  ];
}

/** A line from pole to pole on both sides, at this share of the radius. */
function meridian({ x, y }: Point, radius: number, share: number): string {
  const bow = radius * share * 1.33;
  const [top, upper, lower, bottom] = [-1, -0.7, 0.7, 1].map((up) => round(y + up * radius));
  return [-bow, bow]
    .map((side) => round(x + side))
    .map((side) => `M${round(x)} ${top}C${side} ${upper} ${side} ${lower} ${round(x)} ${bottom}`)
    .join('');
}
