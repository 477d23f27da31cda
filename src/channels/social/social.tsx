/** A picture from its input: texts fitted, drawn once, kept on disk. */
import { cached } from '#src/build-cache.ts';
import type { PictureFormat } from '#src/model/share-kit.ts';
import { drawPng } from '../pictures/draw.ts';
import { pictureKey } from '../pictures/key.ts';
import { drawnHeight } from '../pictures/measure.ts';
import { fitPicture, unfitted } from './fit-picture.tsx';
import type { PictureInput } from './input.ts';
import { bodySizes, layoutOf, readable } from './layout.ts';
import { Picture, type PictureProps } from './picture.tsx';
import { variants, type Variant } from './variants.ts';

/** The picture as PNG; an input that was drawn before costs one file read. */
export function picturePng(input: PictureInput, format: PictureFormat): Promise<Buffer> {
  const properties = { ...unfitted(input, layoutOf(format)), variants: variants(input.content) };
  const key = pictureKey(AllVariants, { ...properties, bodySizes, readable });
  return cached(`${key}.png`, () => drawPicture(input, format));
}

/** Everything that fitting chooses from: the picture's name on disk follows from it. */
function AllVariants({ variants, ...picture }: PictureProps & { variants: Variant[] }) {
  return variants.map((variant, index) => <Picture key={index} {...picture} variant={variant} />);
}

/** The picture as PNG, drawn anew; an error names the entry's file and the format. */
export async function drawPicture(input: PictureInput, format: PictureFormat): Promise<Buffer> {
  try {
    const layout = layoutOf(format);
    return await drawPng(<Picture {...await fitPicture(input, layout, drawnHeight)} />, layout);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new Error(`${input.file}, ${format.label.toLowerCase()}: ${reason}`, { cause });
  }
}
