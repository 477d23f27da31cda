/** The lotus mark as an SVG file, made of the same petals and colours as on the pages. */
import { drawingOrder, lotusSize, petals } from '#src/model/lotus.ts';
import { axisColor, colors } from '#src/styles/tokens.ts';

interface MarkOptions {
  /** Space around the lotus, as a share of the side. */
  margin: number;
  /** Colour of the ground; transparent when absent. */
  ground?: string;
}

/** The mark in a square, all petals in their axes' colours. */
export function markSvg({ margin, ground }: MarkOptions): string {
  const side = Math.round(lotusSize.width / (1 - 2 * margin));
  const left = (side - lotusSize.width) / 2;
  const top = (side - lotusSize.height) / 2;
  const box = `${-left} ${-top} ${side} ${side}`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${box}">`,
    ...(ground
      ? [`<rect x="${-left}" y="${-top}" width="${side}" height="${side}" fill="${ground}"/>`]
      : []),
    `<g stroke="${ground ?? colors.surface}" stroke-width="5" stroke-linejoin="round">`,
    ...drawingOrder.map(
      (order) => `<path d="${petals[order - 1]!.path}" fill="${axisColor(order).strong}"/>`,
    ),
    '</g>',
    '</svg>',
    '',
  ].join('\n');
}
