/** A poster's PDF, kept on disk by its input and by the code that draws it. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { cacheKey, cached } from '#src/build-cache.ts';
import type { PosterPaper } from '#src/model/share-kit.ts';
import { fontWeights, readFont } from '../fonts/files.ts';
import type { PosterInput } from './input.ts';
import { posterPdf } from './pdf.ts';

/** The poster as PDF; an input that was drawn before costs one file read. */
export function cachedPosterPdf(input: PosterInput, paper: PosterPaper): Promise<Buffer> {
  const key = cacheKey((common ??= drawingKey()), JSON.stringify([paper, input]));
  return cached(`${key}.pdf`, () => posterPdf(input, paper));
}

/** What decides the drawing beside this folder and the fonts. */
const drawnWith = [
  'src/channels/qr/drawing.ts',
  'src/model/lotus.ts',
  'src/model/typography.ts',
  'src/text/compounds.ts',
  'src/text/kit.ts',
  'node_modules/pdfkit/package.json',
  'node_modules/uqr/package.json',
];

let common: string | undefined;

/**
 * A key of what every poster is drawn with: the code of this folder and of the marks, pdfkit and
 * the fonts. The code is found from the project's root, for a bundled module stands elsewhere.
 */
function drawingKey(): string {
  const folder = resolve('src/channels/poster');
  const files = readdirSync(folder)
    .sort()
    .map((name) => join(folder, name));
  const code = [...files, ...drawnWith].map((file) => readFileSync(file));
  return cacheKey(...code, ...fontWeights.map(readFont));
}
