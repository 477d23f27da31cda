/** Drawings of few plain colours as PNG: a byte a pixel, a third smaller than in true colour. */
import { promisify } from 'node:util';
import { deflate } from 'node:zlib';
import { pngFile } from './png.ts';

const compress = promisify(deflate);

/** As many colours as a PNG's palette holds. */
const most = 256;

/**
 * The PNG of a picture without transparency; `pixels` are red, green, blue and opacity, a byte each. Beside the
 * plain colours there are hundreds between two of them, on the edges of letters and shapes. Half of the palette are
 * those that most pixels have, then comes each time the one that is farthest from all that are there; what is left
 * gets the nearest.
 */
export async function palettePng(
  pixels: Uint8Array,
  { width, height }: { width: number; height: number },
): Promise<Buffer> {
  // A colour as one number.
  const colors = new Int32Array(pixels.buffer, pixels.byteOffset, width * height);
  const { known, counts, ids } = colorsOf(colors);
  const { palette, indexes } = paletteOf(known, counts);

  // Each row begins with the number of its filter: 0, none.
  const rows = new Uint8Array((width + 1) * height);
  for (let y = 0, from = 0, to = 0; y < height; y += 1) {
    to += 1;
    for (let x = 0; x < width; x += 1) rows[to++] = indexes[ids[from++]!]!;
  }
  // Level 6 takes twice as long and saves a fiftieth.
  return pngFile({ width, height, depth: 8, palette }, await compress(rows, { level: 5 }));
}

/** Each colour once, its number of pixels, and for each pixel the place of its colour among them. */
function colorsOf(colors: Int32Array) {
  const places = new Map<number, number>();
  const counts: number[] = [];
  const ids = new Uint32Array(colors.length);
  // Looked up where the colour changes: most pixels have that of the one before.
  for (let from = 0, to = 0; from < colors.length; from = to) {
    const color = colors[from]!;
    let id = places.get(color);
    if (id === undefined) {
      id = counts.push(0) - 1;
      places.set(color, id);
    }
    while (to < colors.length && colors[to] === color) ids[to++] = id;
    counts[id]! += to - from;
  }
  return { known: Int32Array.from(places.keys()), counts, ids };
}

/** The palette, and for each colour the place in it of what it becomes. */
function paletteOf(known: Int32Array, counts: readonly number[]) {
  const byUse = counts.map((_, id) => id).sort((a, b) => counts[b]! - counts[a]!);
  const chosen: number[] = [];
  const indexes = new Uint8Array(known.length);
  const distances = new Int32Array(known.length).fill(far);
  const choose = (color: number) => {
    const index = chosen.push(color) - 1;
    for (let id = 0; id < known.length; id += 1) {
      const distance = distanceOf(known[id]!, color);
      if (distance >= distances[id]!) continue;
      distances[id] = distance;
      indexes[id] = index;
    }
  };
  for (const id of byUse.slice(0, most / 2)) choose(known[id]!);
  while (chosen.length < most) {
    let farthest = 0;
    for (let id = 0; id < distances.length; id += 1) {
      if (distances[id]! > distances[farthest]!) farthest = id;
    }
    if (distances[farthest] === 0) break;
    choose(known[farthest]!);
  }
  return { palette: Uint8Array.from(chosen.flatMap(partsOf)), indexes };
}

/** Farther than any two colours are from each other. */
const far = 3 * 256;

/** Red, green and blue: processors of today keep the first byte of four as the lowest part of a number. */
function partsOf(color: number): number[] {
  return [color & 0xff, (color >> 8) & 0xff, (color >> 16) & 0xff];
}

function distanceOf(one: number, other: number): number {
  return (
    Math.abs((one & 0xff) - (other & 0xff)) +
    Math.abs(((one >> 8) & 0xff) - ((other >> 8) & 0xff)) +
    Math.abs(((one >> 16) & 0xff) - ((other >> 16) & 0xff))
  );
}
