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
  return [...faces, ...standIns.map(standIn)].join('\n');
}

/**
 * What stands in until the typeface is there, at its width: `adjust` is the width of the site's own
 * sentences and headlines in Be Vietnam Pro against theirs in Roboto, every Android's font.
 */
const standIns = [
  { weight: 400, local: ['Roboto', 'Arial'], adjust: 1.1 },
  { weight: 700, local: ['Roboto Bold', 'Arial Bold'], adjust: 1.107 },
] as const;

/** Height and depth of Be Vietnam Pro's line, in ems: a stand-in takes the same room. */
const line = { ascent: 1, descent: 0.265 };

function standIn({ weight, local, adjust }: (typeof standIns)[number]): string {
  return `@font-face {
  font-family: '${fontFamily} Fallback';
  font-weight: ${weight};
  src: ${local.map((name) => `local('${name}')`).join(', ')};
  size-adjust: ${percent(adjust)};
  ascent-override: ${percent(line.ascent / adjust)};
  descent-override: ${percent(line.descent / adjust)};
}`;
}

function percent(part: number): string {
  return `${Number((part * 100).toFixed(1))}%`;
}
