/** The site's typeface as files: whole TrueType fonts, from which pictures and web fonts are made. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

/** Weights that pictures and posters use; pages use the first and the last. */
export const fontWeights = [400, 600, 700] as const;

export type FontWeight = (typeof fontWeights)[number];

/**
 * Bytes of the whole font of one weight. Found from the working folder, the project's root, since
 * a bundled module does not stand where its source does.
 */
export function readFont(weight: FontWeight): Buffer {
  return readFileSync(resolve(`src/channels/fonts/be-vietnam-pro-${weight}.ttf`));
}
