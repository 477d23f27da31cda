import { drawingOrder, lotusSize, petals } from '#src/model/lotus.ts';
import type { Drawing, Shape } from '../drawing.ts';

/** Thông điệp, sơ đồ bảy trục: the mark itself, the petals of these axes lit and numbered. */
export function lotus(lit: readonly number[]): Drawing {
  const shapes = drawingOrder.map((order): Shape => ({
    d: petals[order - 1]!.path,
    fill: lit.includes(order) ? (order as 1) : 'ground',
    stroke: lit.includes(order) ? 'ground' : (order as 1),
    width: lit.includes(order) ? 4 : 2,
  }));
  const numbers = petals
    .filter(({ order }) => lit.includes(order))
    .map(({ order, label }): Shape => ({
      text: String(order),
      ...label,
      size: 28,
      fill: 'onStrong',
    }));
  return { ...lotusSize, shapes: [...shapes, ...numbers] };
}
