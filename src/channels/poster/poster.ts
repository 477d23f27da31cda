/** A poster's PDF, kept on disk by its input and by the code that draws it. */
import { kept } from '#src/build-cache.ts';
import type { PosterSheet } from '#src/model/share-kit.ts';
import { drawingKeys } from '../pictures/key.ts';
import type { PosterInput } from './input.ts';

const keyOf = drawingKeys('src/channels/poster/pdf.ts');

/** Path of the poster as PDF; an input that was drawn before is not drawn again. */
export function keptPosterPdf(input: PosterInput, sheet: PosterSheet): Promise<string> {
  // Its libraries come with the first poster that is not there: most builds draw none.
  return kept(`${keyOf(sheet, input)}.pdf`, async () => {
    const { posterPdf } = await import('./pdf.ts');
    return posterPdf(input, sheet);
  });
}
