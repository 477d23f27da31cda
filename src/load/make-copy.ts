/** How a copy of a photo is made. What stands here is part of its name (`photo-copies.ts`). */
import sharp from 'sharp';

/** Formats of copies, as file extensions. */
export type CopyFormat = 'avif' | 'webp';

/**
 * A copy of a photo that is `width` pixels wide: upright, in sRGB, and without what a camera or phone wrote into it (place,
 * time, owner). Of one that moves, the first picture.
 *
 * @throws when the bytes are no picture.
 */
export function makeCopy(
  original: Uint8Array,
  { width, format }: { width: number; format: CopyFormat },
): Promise<Buffer> {
  // A photo whose end was lost on its way is shown as far as it goes.
  return sharp(original, { failOn: 'none' }).autoOrient().resize({ width })[format]().toBuffer();
}
