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

type Code = ReturnType<typeof encode>;

/** One code stands on every picture and paper of its entry, and its mask is costly to choose. */
const codes = new Map<string, Code>();

/** The modules of the code that holds `text`; a quarter may be lost to glare or a fold (level Q). */
export function encodeQr(text: string): Code {
  const known = codes.get(text) ?? encode(text, { ecc: 'Q', border: quietZone });
  codes.set(text, known);
  return known;
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
