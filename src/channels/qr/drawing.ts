/** A QR code as a drawing, for pictures and papers, in Node and in a browser. */
import { encode } from 'uqr';

/** Clear modules around a code that scanners need (ISO/IEC 18004). */
export const quietZone = 4;

/** A code as a drawing: one module is one unit. */
export interface QrDrawing {
  /** Modules on a side, the quiet zone included. */
  modules: number;
  /** SVG path data of the dark modules, one rectangle for each run in a row. */
  path: string;
}

/** The code that holds `text`. */
export function qrDrawing(text: string): QrDrawing {
  const { size, data } = encodeQr(text);
  const path = data.map((row, y) =>
    runs(row)
      .map(({ x, width }) => `M${x} ${y}h${width}v1h-${width}z`)
      .join(''),
  );
  return { modules: size, path: path.join('') };
}

/** The modules of a code, the quiet zone included. */
interface Code {
  /** Modules on a side. */
  size: number;
  /** Row by row; `true` is dark. */
  data: boolean[][];
}

/**
 * One code stands on every picture and paper of its entry, and its mask is costly to choose. Kept as a byte for each
 * module: ten thousand codes as rows of booleans would take 270 MB.
 */
const codes = new Map<string, Uint8Array>();

/** The modules of the code that holds `text`; a quarter may be lost to glare or a fold (level Q). */
export function encodeQr(text: string): Code {
  const known = codes.get(text) ?? packed(encode(text, { ecc: 'Q', border: quietZone }).data);
  codes.set(text, known);
  const size = Math.sqrt(known.length);
  const rows = Array.from({ length: size }, (_, y) => known.subarray(y * size, (y + 1) * size));
  return { size, data: rows.map((row) => Array.from(row, Boolean)) };
}

function packed(data: readonly boolean[][]): Uint8Array {
  return Uint8Array.from(data.flat(), Number);
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
