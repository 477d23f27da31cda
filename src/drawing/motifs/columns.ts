import { between, whole, type Chance } from '../chance.ts';
import { petal, rectangle, round, type Point, type Shape } from '../drawing.ts';
import { ground, size } from './ground.ts';

/** Trục 1, thể chế và quản trị: the village's common house, petals for its columns. */
export function columns(chance: Chance): Shape[] {
  const count = whole(chance, 5, 9);
  const lit = whole(chance, 0, count - 1);
  const step = between(chance, 15, 19);
  const left = size.width * between(chance, 0.38, 0.62) - (count * step) / 2;
  const foot = between(chance, 78, 84);
  const length = between(chance, 36, 42);
  const width = count * step;
  const roof = foot - length - 8;
  const rise = between(chance, 16, 24);
  return [
    ...ground(chance),
    { d: eaves({ x: left + width / 2, y: roof }, width / 2 + 10, rise), fill: 'strong' },
    { d: rectangle(left - 2, roof + 3, width + 4, 3), fill: 'gold' },
    ...Array.from({ length: count }, (_, index): Shape => {
      const at = { x: left + (index + 0.5) * step, y: foot };
      return {
        d: petal({ at, length, half: step * 0.36 }),
        fill: index === lit ? 'gold' : 'strong',
      };
    }),
    { d: rectangle(left - 6, foot + 1, width + 12, 5), fill: 'strong' },
    { d: rectangle(left - 12, foot + 8, width + 24, 4), fill: 'strong' },
  ];
}

/** A roof whose ends turn upwards, as a đình has it; the point is the middle of its lower edge. */
function eaves({ x, y }: Point, half: number, rise: number): string {
  const ridge = half * 0.5;
  const [left, right] = [x - half, x + half];
  const points = [
    `M${left - 4} ${y - 7}`,
    `C${left + 4} ${y - 2} ${x - ridge * 1.2} ${y - rise * 0.5} ${x - ridge - 2} ${y - rise - 3}`,
    `L${x - ridge + 3} ${y - rise}L${x + ridge - 3} ${y - rise}L${x + ridge + 2} ${y - rise - 3}`,
    `C${x + ridge * 1.2} ${y - rise * 0.5} ${right - 4} ${y - 2} ${right + 4} ${y - 7}`,
    `L${right - 6} ${y}L${left + 6} ${y}Z`,
  ];
  return points.join('').replaceAll(/-?\d+\.\d+/g, (number) => String(round(Number(number))));
}
