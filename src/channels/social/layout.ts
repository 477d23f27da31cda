/** Where the parts of a picture stand, by its format, and in which sizes their texts may. */
import type { PictureFormat } from '#src/model/share-kit.ts';
import type { TextPlace } from '../pictures/fit.ts';

/** Clear space at the left and right edges, in pixels. */
export const margin = 64;

/** Width of a body in pixels; every format is as wide. */
export const bodyWidth = 1080 - 2 * margin;

/** All in pixels. */
export interface Layout {
  width: number;
  height: number;
  head: number;
  foot: number;
  /** Space above the head's words and below the foot's, which a story's own buttons cover. */
  covered: { top: number; bottom: number };
  /** The most that the head's drawing may take. */
  visual: { width: number; height: number };
  /** The drawing above the words, not beside them; then the picture says one thing. */
  stacked: boolean;
  /** About the side of the QR code. */
  qr: number;
  label: TextPlace;
  title: TextPlace;
  siteName: TextPlace;
  sitePlace: TextPlace;
  address: TextPlace;
}

/** A line or two of words in the given height. */
const line = (
  width: number,
  height: number,
  weight: 400 | 600 | 700,
  largest: number,
  lineHeight = 1.3,
): TextPlace => ({
  width,
  height,
  weight,
  lineHeight,
  textWrap: 'balance',
  sizes: steps(largest, Math.ceil(largest * 0.5)),
});

const beside = {
  visual: { width: 264, height: 165 },
  stacked: false,
  qr: 206,
  covered: { top: 0, bottom: 0 },
};
const signed = {
  siteName: line(590, 84, 700, 34),
  sitePlace: line(590, 42, 600, 28),
  address: line(680, 48, 700, 36),
};
const wordsBeside = bodyWidth - 264 - 36;

const layouts: Record<PictureFormat['name'], Layout> = {
  vuong: {
    width: 1080,
    height: 1080,
    head: 248,
    foot: 238,
    ...beside,
    ...signed,
    label: line(wordsBeside, 48, 600, 28),
    title: line(wordsBeside, 164, 700, 56, 1.2),
  },
  doc: {
    width: 1080,
    height: 1350,
    head: 312,
    foot: 244,
    ...beside,
    ...signed,
    label: line(wordsBeside, 54, 600, 32),
    title: line(wordsBeside, 206, 700, 64, 1.2),
  },
  story: {
    width: 1080,
    height: 1920,
    head: 790,
    foot: 430,
    visual: { width: 830, height: 388 },
    stacked: true,
    qr: 246,
    covered: { top: 44, bottom: 150 },
    ...signed,
    label: line(bodyWidth, 54, 600, 34),
    title: line(bodyWidth, 200, 700, 72, 1.2),
  },
};

export function layoutOf(format: PictureFormat): Layout {
  return layouts[format.name];
}

/** Clear space above and below the body, in pixels. */
export const bodyPadding = 30;

/** Height in pixels that a body may take. */
export function bodyHeight({ height, head, foot }: Layout): number {
  return height - head - foot - 2 * bodyPadding;
}

/** Sizes in which a body may be set, largest first. */
export const bodySizes = steps(54, 16);

/** Below this size in pixels a phone's reader has to enlarge the picture. */
export const readable = 30;

/** Sizes from the largest to the smallest, in steps of 2. */
function steps(largest: number, smallest: number): [number, ...number[]] {
  const sizes: [number, ...number[]] = [largest];
  for (let size = largest - 2; size >= smallest; size -= 2) sizes.push(size);
  return sizes;
}
