/** Names of pictures by what they show. */
import { createElement, type FunctionComponent } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { cacheKey, codeOf } from '#src/build-cache.ts';
import packageJson from '../../../package.json' with { type: 'json' };
import { fontWeights, readFont } from '../fonts/files.ts';

/** What every picture depends on beside its template and inputs: fonts, the renderer, the ways of fitting. */
const common = cacheKey(
  packageJson.dependencies['@takumi-rs/core'],
  ...fontWeights.map(readFont),
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
