/** A picture from its input: texts fitted, drawn once, kept on disk. */
import { kept } from '#src/build-cache.ts';
import type { PictureFormat } from '#src/model/share-kit.ts';
import { drawPng } from '../pictures/draw.ts';
import { drawingKeys } from '../pictures/key.ts';
import { outlined } from '../pictures/outlined.ts';
import { drawnHeight } from '../pictures/measure.ts';
import { fitPicture } from './fit-picture.tsx';
import type { PictureInput } from './input.ts';
import { layoutOf } from './layout.ts';
import { Picture } from './picture.tsx';

const keyOf = drawingKeys('src/channels/social/social.tsx');

/** Path of the picture as PNG; an input that was drawn before is not drawn again. */
export function keptPicture(input: PictureInput, format: PictureFormat): Promise<string> {
  return kept(`${keyOf(format, input)}.png`, () => drawPicture(input, format));
}

/** The picture as PNG, drawn anew; an error names the entry's file and the format. */
export async function drawPicture(input: PictureInput, format: PictureFormat): Promise<Buffer> {
  try {
    const layout = layoutOf(format);
    const fitted = await fitPicture(input, layout, drawnHeight);
    return await drawPng(<Picture {...fitted} picture={outlined(fitted.picture)} />, layout);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new Error(`${input.file}, ${format.label.toLowerCase()}: ${reason}`, { cause });
  }
}
