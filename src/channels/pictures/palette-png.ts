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
  // A colour as one number, and a small one: hundreds of thousands are looked up.
  const colors = new Int32Array(pixels.buffer, pixels.byteOffset, width * height);
  const counts = new Map<number, number>();
  for (let from = 0, to = 0; from < colors.length; from = to) {
    const color = colors[from]!;
    while (to < colors.length && colors[to] === color) to += 1;
    counts.set(color, (counts.get(color) ?? 0) + to - from);
  }
  const { palette, indexes } = paletteOf(counts);

  // Each row begins with the number of its filter: 0, none.
  const rows = new Uint8Array((width + 1) * height);
  let last = colors[0]!;
  let index = indexes.get(last)!;
  for (let y = 0, from = 0, to = 0; y < height; y += 1) {
    to += 1;
    for (let x = 0; x < width; x += 1) {
      const color = colors[from++]!;
      if (color !== last) {
        last = color;
        index = indexes.get(color)!;
      }
      rows[to++] = index;
    }
  }
  return pngFile({ width, height, depth: 8, palette }, await compress(rows));
}

/** The palette, and color → index of what it becomes there. `counts` is color → number of pixels. */
function paletteOf(counts: ReadonlyMap<number, number>) {
  const byUse = [...counts].sort(([, a], [, b]) => b - a).map(([color]) => color);
  const chosen: number[] = [];
  const indexes = new Map<number, number>();
  const distances = new Int32Array(byUse.length).fill(far);
  const choose = (color: number) => {
    const index = chosen.push(color) - 1;
    for (let at = 0; at < byUse.length; at += 1) {
      const distance = distanceOf(byUse[at]!, color);
      if (distance >= distances[at]!) continue;
      distances[at] = distance;
      indexes.set(byUse[at]!, index);
    }
  };
  for (const color of byUse.slice(0, most / 2)) choose(color);
  while (chosen.length < most) {
    let farthest = 0;
    for (let at = 0; at < distances.length; at += 1) {
      if (distances[at]! > distances[farthest]!) farthest = at;
    }
    if (distances[farthest] === 0) break;
    choose(byUse[farthest]!);
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
