/** Names of pictures by what they show. */
import { createHash } from 'node:crypto';
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
