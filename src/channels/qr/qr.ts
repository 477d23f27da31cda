/** QR codes of the site's short addresses: as a path for pictures and papers, as SVG, as PNG. */
import { crc32, deflateSync } from 'node:zlib';
import { encode } from 'uqr';

/** Clear modules around a code that scanners need (ISO/IEC 18004). */
export const quietZone = 4;

/** About the side in pixels of a code as a file of its own: 10 cm on paper at 250 dots an inch. */
export const qrFileSide = 1000;

/** A code as a drawing: one module is one unit. */
export interface QrDrawing {
  /** Modules on a side, the quiet zone included. */
  modules: number;
  /** SVG path data of the dark modules, one rectangle for each run in a row. */
  path: string;
}

/** The code that holds `text`; a quarter of it may be lost to glare or a fold (level Q). */
export function qrDrawing(text: string): QrDrawing {
  const { size, data } = encodeQr(text);
  const path = data.map((row, y) =>
    runs(row)
      .map(({ x, width }) => `M${x} ${y}h${width}v1h-${width}z`)
      .join(''),
  );
  return { modules: size, path: path.join('') };
}

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

type Code = ReturnType<typeof encode>;

/** One code stands on every picture and paper of its entry, and its mask is costly to choose. */
const codes = new Map<string, Code>();

function encodeQr(text: string): Code {
  const known = codes.get(text) ?? encode(text, { ecc: 'Q', border: quietZone });
  codes.set(text, known);
  return known;
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

function runs(row: readonly boolean[]): { x: number; width: number }[] {
  const found: { x: number; width: number }[] = [];
  for (const [x, dark] of row.entries()) {
    const last = found.at(-1);
    if (!dark) continue;
    if (last && last.x + last.width === x) last.width += 1;
    else found.push({ x, width: 1 });
  }
  return found;
}
