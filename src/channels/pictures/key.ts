/** Names of pictures by what they show. */
import { createElement, type FunctionComponent } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import satoriPackage from 'satori/package.json' with { type: 'json' };
import sharp from 'sharp';
import { cacheKey, codeOf } from '#src/build-cache.ts';
import { pngOptions } from './draw.ts';
import { pictureFonts } from './fonts.ts';

/** What every picture depends on beside its template and inputs: fonts, tools, the ways of fitting. */
const common = cacheKey(
  JSON.stringify([satoriPackage.version, sharp.versions, pngOptions]),
  ...pictureFonts.map(({ data }) => data),
  ...codeOf('src/channels/pictures', 'src/channels/share-card', 'src/channels/social'),
);

/**
 * Name of a picture by what would be drawn: its template's properties and the whole markup that the
 * template makes of them, so that no version of a template is counted by hand.
 */
export function pictureKey<P extends object>(
  template: FunctionComponent<P>,
  properties: P,
): string {
  const markup = renderToStaticMarkup(createElement(template, properties));
  return cacheKey(common, JSON.stringify(properties), markup);
}
