/** QR codes of the site's short addresses as files: SVG and PNG. */
import { crc32, deflateSync } from 'node:zlib';
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
  const { size, data } = encodeQr(text);
  const scale = Math.max(1, Math.round(side / size));
  const width = size * scale;
  const rows = data.flatMap((row) => Array<Buffer>(scale).fill(scanLine(row, scale, width)));
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(width, 4);
  // Depth 1; colour type 0 (grey), compression, filter and interlacing as the format's only or 0.
  header.writeUInt8(1, 8);
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.concat(rows), { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** One row of pixels after its filter byte; a set bit is white. */
function scanLine(row: readonly boolean[], scale: number, width: number): Buffer {
  const line = Buffer.alloc(1 + Math.ceil(width / 8));
  for (let x = 0; x < width; x++) {
    if (!row[Math.floor(x / scale)]) line[1 + (x >> 3)]! |= 0x80 >> (x & 7);
  }
  return line;
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}
