/** Where a share card's texts stand, and in which sizes they may. */
import type { TextPlace } from '../pictures/fit.ts';

const width = 680;

/** One line; a label too long for that takes two smaller ones. */
export const label: TextPlace = {
  width,
  height: 64,
  weight: 600,
  lineHeight: 1.3,
  textWrap: 'balance',
  sizes: [32, 30, 28, 26, 24, 22, 20, 18],
};

/** The title when nothing stands below it. */
export const title: TextPlace = {
  width,
  height: 316,
  weight: 700,
  lineHeight: 1.22,
  textWrap: 'balance',
  sizes: [76, 70, 64, 58, 54, 50, 46, 42],
};

export const titleAboveText: TextPlace = {
  ...title,
  height: 172,
  sizes: [68, 62, 56, 50, 46, 42, 38, 34],
};

export const text: TextPlace = {
  width,
  height: 160,
  weight: 400,
  lineHeight: 1.4,
  textWrap: 'wrap',
  sizes: [36, 34, 32, 30, 28, 26, 24, 22],
};

export const siteName: TextPlace = {
  width: 470,
  height: 84,
  weight: 700,
  lineHeight: 1.3,
  textWrap: 'balance',
  sizes: [30, 28, 26, 24, 22, 20],
};

export const sitePlace: TextPlace = { ...siteName, width: 500, weight: 600 };

/** Under the code, in one line. */
export const address: TextPlace = {
  width: 392,
  height: 32,
  weight: 700,
  lineHeight: 1.2,
  textWrap: 'balance',
  sizes: [26, 24, 22, 20, 18, 16, 14, 13],
};
