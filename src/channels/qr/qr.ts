/** QR codes of the site's short addresses as files: SVG and PNG. */
import { deflateSync } from 'node:zlib';
import { pngFile } from '../pictures/png.ts';
import { encodeQr, qrDrawing } from './drawing.ts';

/** About the side in pixels of a code as a file of its own: 10 cm on paper at 250 dots an inch. */
export const qrFileSide = 1000;

/** The code as an SVG file, black on white, one unit a module. */
export function qrSvg(text: string): string {
  const { modules, path } = qrDrawing(text);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${modules} ${modules}" shape-rendering="crispEdges">`,
    `<rect width="${modules}" height="${modules}" fill="#fff"/>`,
    `<path d="${path}"/>`,
    '</svg>',
    '',
  ].join('\n');
}

/**
 * The code as PNG, about `side` pixels wide, one bit a pixel: whole pixels a module keep its edges
 * sharp.
 */
export function qrPng(text: string, side: number): Buffer {
  const { size, data: modules } = encodeQr(text);
  const scale = Math.max(1, Math.round(side / size));
  const width = size * scale;
  const rows = modules.flatMap((row) => Array<Buffer>(scale).fill(scanLine(row, scale, width)));
  const data = deflateSync(Buffer.concat(rows), { level: 9 });
  return pngFile({ width, height: width, depth: 1 }, data);
}

/** One row of pixels after its filter byte; a set bit is white. */
function scanLine(row: readonly boolean[], scale: number, width: number): Buffer {
  const line = Buffer.alloc(1 + Math.ceil(width / 8));
  for (let x = 0; x < width; x++) {
    if (!row[Math.floor(x / scale)]) line[1 + (x >> 3)]! |= 0x80 >> (x & 7);
  }
  return line;
}
