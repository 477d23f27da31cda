/** A poster's PDF, kept on disk by its input and by the code that draws it. */
import { cacheKey, cached, codeOf } from '#src/build-cache.ts';
import type { PosterPaper } from '#src/model/share-kit.ts';
import { fontWeights, readFont } from '../fonts/files.ts';
import type { PosterInput } from './input.ts';
import { posterPdf } from './pdf.ts';

/** The poster as PDF; an input that was drawn before costs one file read. */
export function cachedPosterPdf(input: PosterInput, paper: PosterPaper): Promise<Buffer> {
  const key = cacheKey((common ??= drawingKey()), JSON.stringify([paper, input]));
  return cached(`${key}.pdf`, () => posterPdf(input, paper));
}

let common: string | undefined;

/** A key of what every poster is drawn with: code, pdfkit and the fonts. */
function drawingKey(): string {
  const code = codeOf(
    'src/channels/poster',
    'src/channels/qr/drawing.ts',
    'src/model/lotus.ts',
    'src/model/typography.ts',
    'src/text/compounds.ts',
    'src/text/kit.ts',
    'node_modules/pdfkit/package.json',
    'node_modules/uqr/package.json',
  );
  return cacheKey(...code, ...fontWeights.map(readFont));
}
