/** The PNG format (ISO/IEC 15948). */
import { crc32 } from 'node:zlib';

/** A picture of one channel: shades of grey, or places in a palette. */
export interface PngPicture {
  width: number;
  height: number;
  /** Bits a pixel. */
  depth: 1 | 8;
  /** Red, green and blue of each colour, one after the other; without it pixels are grey. */
  palette?: Uint8Array;
}

/** A PNG file. `data` are the rows, each after the byte that names its filter, as zlib has compressed them. */
export function pngFile({ width, height, depth, palette }: PngPicture, data: Uint8Array): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.writeUInt8(depth, 8);
  // The colour type; compression, filter and interlacing stay 0.
  header.writeUInt8(palette ? 3 : 0, 9);
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    ...(palette ? [chunk('PLTE', palette)] : []),
    chunk('IDAT', data),
    chunk('IEND', new Uint8Array()),
  ]);
}

function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}
