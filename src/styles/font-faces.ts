/** The typeface for browsers. */
import { fontFamily } from './tokens.ts';

/** The weights of pages: each more is a file that every reader waits for. */
export const pageWeights = [400, 700] as const;

/** Address of the file of one weight. */
export function fontAddress(weight: (typeof pageWeights)[number]): string {
  return `/fonts/be-vietnam-pro-${weight}.woff2`;
}

/**
 * The faces as CSS. `swap` shows the fallback until a file has come. `optional` shows the typeface
 * where its files, asked for with the page, are there at once, else the fallback for as long as the
 * page is open: nothing moves under the reader's eyes.
 */
export function fontFaces(display: 'swap' | 'optional'): string {
  const faces = pageWeights.map(
    (weight) => `@font-face {
  font-family: '${fontFamily}';
  font-weight: ${weight};
  font-display: ${display};
  src: url('${fontAddress(weight)}') format('woff2');
}`,
  );
  return [...faces, fallback].join('\n');
}

/** Roboto, every Android's font, at Be Vietnam Pro's width and height. */
const fallback = `@font-face {
  font-family: '${fontFamily} Fallback';
  src: local('Roboto'), local('Arial');
  size-adjust: 110%;
  ascent-override: 91%;
  descent-override: 24%;
  line-gap-override: 0%;
}`;
