import { between, whole, type Chance } from '../chance.ts';
import { disc, line, petal, type Shape } from '../drawing.ts';
import { ground, size } from './ground.ts';

/** Trục 4, giáo dục và an sinh xã hội: out of an open book a plant grows. */
export function book(chance: Chance): Shape[] {
  const middle = size.width * between(chance, 0.36, 0.64);
  const foot = { x: middle, y: between(chance, 84, 88) };
  const top = between(chance, 14, 24);
  const pairs = whole(chance, 2, 4);
  const lean = between(chance, -4, 4);
  const leaves = Array.from({ length: pairs }, (_, index) => {
    const share = (index + 1) / (pairs + 0.6);
    const at = { x: middle + lean * share, y: foot.y - (foot.y - top - 20) * share };
    const length = between(chance, 20, 30);
    return [-1, 1].map((side): Shape => ({
      d: petal({
        at,
        angle: side * between(chance, 46, 66),
        length: length * (1.15 - share * 0.4),
        half: 5.5,
      }),
      fill: 'strong',
    }));
  });
  return [
    ...ground(chance),
    {
      d: line(foot, { x: middle + lean, y: top + 18 }),
      stroke: 'strong',
      width: 2.5,
    },
    ...leaves.flat(),
    {
      d: petal({ at: { x: middle + lean, y: top + 22 }, length: 24, half: 7, angle: lean }),
      fill: 'gold',
    },
    ...[-1, 1].flatMap((side): Shape[] => [
      { d: petal({ at: foot, angle: side * 97, length: 66, half: 10 }), fill: 'strong' },
      {
        d: petal({ at: { x: foot.x, y: foot.y - 3 }, angle: side * 82, length: 60, half: 9 }),
        fill: 'ground',
        stroke: 'strong',
        width: 2,
      },
    ]),
    {
      d: Array.from({ length: whole(chance, 3, 6) }, () =>
        disc({ x: between(chance, 12, 148), y: between(chance, 10, 60) }, 1.8),
      ).join(''),
      fill: 'gold',
    },
  ];
}
