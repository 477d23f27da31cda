import { fontFamily } from '#src/styles/tokens.ts';
import { fontWeights, readFont } from '../fonts/files.ts';

/** The site's typeface for satori, all weights; read once. */
export const pictureFonts = fontWeights.map((weight) => ({
  name: fontFamily,
  weight,
  style: 'normal' as const,
  data: readFont(weight),
}));
