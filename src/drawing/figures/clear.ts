import type { ClearLine } from '#src/load/infographic-content.ts';
import { around, petal, type Drawing, type Shape } from '../drawing.ts';
import { pictogram, type PictogramName } from '../pictograms.ts';

const signs: Record<ClearLine['name'], PictogramName> = {
  people: 'person',
  work: 'task',
  progress: 'clock',
  product: 'product',
  resources: 'means',
  responsibility: 'shield',
};

/** The sign of one of the six, 28 × 28. */
export function clearSign(name: ClearLine['name']): Drawing {
  return { width: 28, height: 28, shapes: pictogram(signs[name], { x: 14, y: 14 }, 24, 'strong') };
}

/** Thẻ 6 rõ: a petal for each of the six; those that are clear are full and bear their sign. */
export function sixClear(clear: readonly ClearLine['name'][]): Drawing {
  const middle = { x: 160, y: 112 };
  const shapes = Object.entries(signs).flatMap(([name, sign], index): Shape[] => {
    const isClear = clear.includes(name as ClearLine['name']);
    const angle = index * 60;
    return [
      {
        d: petal({ at: around(middle, angle, 8), angle, length: 102, half: 33 }),
        fill: isClear ? 'strong' : 'ground',
        stroke: isClear ? 'ground' : 'strong',
      },
      ...pictogram(sign, around(middle, angle, 67), 28, isClear ? 'onStrong' : 'strong'),
    ];
  });
  return { width: 320, height: 224, shapes };
}
