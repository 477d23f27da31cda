/** Heights as satori draws. */
import satori from 'satori';
import type { Measure } from './fit.ts';
import { pictureFonts } from './fonts.ts';

export const drawnHeight: Measure = async (element, width) => {
  const svg = await satori(element, { width, fonts: pictureFonts, embedFont: false });
  const height = /^<svg[^>]* height="([\d.]+)"/.exec(svg)?.[1];
  if (!height) throw new Error('Không đo được chiều cao của chữ: satori trả về SVG lạ.');
  return Number(height);
};
