/** Heights as pictures are drawn. */
import type { Measure } from './fit.ts';
import { nodeOf, renderer } from './renderer.ts';

export const drawnHeight: Measure = async (element, width) =>
  (await (await renderer()).measure(await nodeOf(element), { width })).height;
