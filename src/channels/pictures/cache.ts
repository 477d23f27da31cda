/** Files on disk by what they show: a picture that did not change costs one file read. */
import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { createElement, type FunctionComponent } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import satoriPackage from 'satori/package.json' with { type: 'json' };
import sharp from 'sharp';
import { pngOptions } from './draw.ts';
import { pictureFonts } from './fonts.ts';

/** What every picture depends on beside its template and its inputs: the fonts and the tools. */
const common = createHash('sha256')
  .update(JSON.stringify([satoriPackage.version, sharp.versions, pngOptions]))
  .update(Buffer.concat(pictureFonts.map(({ data }) => data)))
  .digest('hex');

/**
 * Name of a picture by what would be drawn: its template's properties and the whole markup that the
 * template makes of them, so that no version of a template is counted by hand.
 */
export function pictureKey<P extends object>(
  template: FunctionComponent<P>,
  properties: P,
): string {
  return createHash('sha256')
    .update(common)
    .update(JSON.stringify(properties))
    .update(renderToStaticMarkup(createElement(template, properties)))
    .digest('hex')
    .slice(0, 32);
}

/** The file `<folder>/<key>.png`; made and kept when it is not there. */
export function cachedPicture(
  folder: string,
  key: string,
  make: () => Promise<Buffer>,
): Promise<Buffer> {
  return cachedFile(join(folder, `${key}.png`), make);
}

/** The file at `path`, whose name says what it holds; made and kept when it is not there. */
export async function cachedFile(path: string, make: () => Promise<Buffer>): Promise<Buffer> {
  try {
    return await readFile(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  const bytes = await make();
  await mkdir(dirname(path), { recursive: true });
  // Two builds may run at once: a reader sees the whole file or none.
  const temporary = `${path}.${process.pid}.tmp`;
  await writeFile(temporary, bytes);
  await rename(temporary, path);
  return bytes;
}
