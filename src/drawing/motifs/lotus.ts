import { drawingOrder, petals } from '#src/model/lotus.ts';
import { between, type Chance } from '../chance.ts';
import { placed, type Ink, type Shape } from '../drawing.ts';
import { ground, size } from './ground.ts';

/** What belongs to no axis or to all: the seven petals, large and never from quite the same place. */
export function lotus(chance: Chance): Shape[] {
  const scale = between(chance, 0.3, 0.42);
  const at = {
    x: size.width * between(chance, 0.36, 0.64) - 200 * scale,
    y: size.height * between(chance, 0.9, 1.02) - 252 * scale,
  };
  const shapes = drawingOrder.map((order): Shape => ({
    d: petals[order - 1]!.path,
    fill: order satisfies Ink,
    stroke: 'soft',
    width: 5,
  }));
  return [...ground(chance), ...placed({ shapes }, at, scale)];
}
