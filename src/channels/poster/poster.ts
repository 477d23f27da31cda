/** A poster's PDF, kept on disk by its input and by the code that draws it. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { PosterPaper } from '#src/model/share-kit.ts';
import { fontWeights, readFont } from '../fonts/files.ts';
import { drawnFile } from '../pictures/drawn.ts';
import type { PosterInput } from './input.ts';
import { posterPdf } from './pdf.ts';

/** The poster as PDF; an input that was drawn before costs one file read. */
export function cachedPosterPdf(input: PosterInput, paper: PosterPaper): Promise<Buffer> {
  const key = createHash('sha256')
    .update((common ??= drawingDigest()))
    .update(JSON.stringify([paper, input]))
    .digest('hex')
    .slice(0, 32);
  return drawnFile(`${key}.pdf`, () => posterPdf(input, paper));
}

/** What decides the drawing beside this folder and the fonts. */
const drawnWith = [
  'src/channels/qr/qr.ts',
  'src/model/lotus.ts',
  'src/text/kit.ts',
  'node_modules/pdfkit/package.json',
  'node_modules/uqr/package.json',
];

let common: string | undefined;

/**
 * A digest of what every poster is drawn with: the code of this folder and of the marks, pdfkit and
 * the fonts. The code is found from the project's root, for a bundled module stands elsewhere.
 */
function drawingDigest(): string {
  const hash = createHash('sha256');
  const folder = resolve('src/channels/poster');
  const files = readdirSync(folder)
    .sort()
    .map((name) => join(folder, name));
  for (const file of [...files, ...drawnWith]) {
    hash.update(readFileSync(file));
  }
  for (const weight of fontWeights) hash.update(readFont(weight));
  return hash.digest('hex');
}
