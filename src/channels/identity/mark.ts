/** The lotus mark as an SVG file, made of the same petals and colours as on the pages. */
import sharp from 'sharp';
import { cached, cacheKey } from '#src/build-cache.ts';
import { drawingOrder, lotusSize, petals } from '#src/model/lotus.ts';
import { axisColor, colors } from '#src/styles/tokens.ts';

interface MarkOptions {
  /** Space around the lotus, as a share of the side. */
  margin: number;
  /** Colour of the ground; transparent when absent. */
  ground?: string;
  /** Order of the one petal in full colour; all seven when absent. */
  lit?: number | undefined;
}

/** The mark in a square. */
export function markSvg({ margin, ground, lit }: MarkOptions): string {
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
    ...drawingOrder.map((order) => petal(order, lit === undefined || lit === order)),
    '</g>',
    '</svg>',
    '',
  ].join('\n');
}

const pngOptions = { palette: true, effort: 10, compressionLevel: 9 } as const;

/** A drawn mark as PNG, `side` pixels square. */
export function markPng(svg: string, side: number): Promise<Buffer> {
  const key = cacheKey(svg, String(side), JSON.stringify([sharp.versions, pngOptions]));
  return cached(`${key}.png`, () =>
    sharp(Buffer.from(svg), { density: Math.ceil((72 * side) / lotusSize.width) })
      .resize(side, side)
      .png(pngOptions)
      .toBuffer(),
  );
}

function petal(order: number, full: boolean): string {
  const { strong, soft } = axisColor(order);
  const { path } = petals[order - 1]!;
  return full
    ? `<path d="${path}" fill="${strong}"/>`
    : `<path d="${path}" fill="${soft}" stroke="${strong}" stroke-width="3"/>`;
}
