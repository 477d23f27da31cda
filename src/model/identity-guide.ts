/** What the identity guide shows of the tokens: colours by use, and contrast as measured. */
import { contrastRatio } from '#src/styles/contrast.ts';
import { axisColors, colors, textSizes } from '#src/styles/tokens.ts';

export interface Swatch {
  name: string;
  use: string;
  value: string;
}

/** The ground tone, each colour with where it is used. */
export const groundTone: readonly Swatch[] = [
  { name: 'Màu chính', use: 'Nút, liên kết, đầu trang', value: colors.brand },
  { name: 'Chính đậm', use: 'Nền bìa, nền lớn', value: colors.brandDark },
  { name: 'Chính trầm', use: 'Cuối trang', value: colors.brandDeep },
  { name: 'Vàng sáng', use: 'Chữ phụ và đường kẻ trên nền màu chính', value: colors.goldLight },
  { name: 'Vàng', use: 'Đường kẻ, trang trí trên nền giấy', value: colors.gold },
  { name: 'Giấy', use: 'Nền trang', value: colors.paper },
  { name: 'Cát', use: 'Khung, đầu bảng', value: colors.sand },
  { name: 'Mực', use: 'Chữ chính', value: colors.ink },
  { name: 'Mực nhạt', use: 'Ngày tháng, chú thích', value: colors.inkSoft },
  { name: 'Trắng kem', use: 'Chữ trên nền màu chính', value: colors.onBrand },
];

export interface ContrastPair {
  name: string;
  text: string;
  ground: string;
  /** WCAG 2.2 ratio, rounded down, such as `7,9 : 1`. */
  ratio: string;
  /** The level that text of normal size reaches. */
  level: 'AA' | 'AAA';
}

/** Text and ground as the site puts them together. */
export const contrastPairs: readonly ContrastPair[] = [
  pair('Mực trên giấy', colors.ink, colors.paper),
  pair('Mực trên cát', colors.ink, colors.sand),
  pair('Mực nhạt trên giấy', colors.inkSoft, colors.paper),
  pair('Màu chính trên giấy', colors.brand, colors.paper),
  pair('Trắng kem trên màu chính', colors.onBrand, colors.brand),
  pair('Trắng kem trên chính đậm', colors.onBrand, colors.brandDark),
  pair('Vàng sáng trên chính đậm', colors.goldLight, colors.brandDark),
  pair('Vàng sáng trên chính trầm', colors.goldLight, colors.brandDeep),
];

export interface AxisSwatch {
  order: number;
  strong: string;
  soft: string;
  /** White text on the full colour. */
  white: ContrastPair;
  /** Text in the full colour on the pale one. */
  onSoft: ContrastPair;
}

/** The seven axes' colours, in the axes' order. */
export const axisSwatches: readonly AxisSwatch[] = axisColors.map(({ strong, soft }, index) => ({
  order: index + 1,
  strong,
  soft,
  white: pair('Chữ trắng trên màu trục', colors.surface, strong),
  onSoft: pair('Màu trục trên nền nhạt', strong, soft),
}));

/** Sizes of type from the largest, in CSS pixels of a browser at its standard size. */
export const typeScale = [
  { name: 'Tên trang chủ', pixels: pixels(textSizes.display), bold: true },
  { name: 'Tiêu đề bài', pixels: pixels(textSizes.h1), bold: true },
  { name: 'Đầu mục', pixels: pixels(textSizes.h2), bold: true },
  { name: 'Câu mở đầu', pixels: pixels(textSizes.lead), bold: false },
  { name: 'Đầu mục nhỏ', pixels: pixels(textSizes.h3), bold: true },
  { name: 'Chữ thường', pixels: pixels(textSizes.base), bold: false },
  { name: 'Chú thích', pixels: pixels(textSizes.small), bold: false },
] as const;

function pixels(rem: string): number {
  return Number.parseFloat(rem) * 16;
}

/** A ratio is never told better than it is; less than AA is a fault of the tokens. */
function pair(name: string, text: string, ground: string): ContrastPair {
  const measured = contrastRatio(text, ground);
  if (measured < 4.5) throw new RangeError(`${name}: độ tương phản ${measured} thấp hơn 4,5 : 1.`);
  const shown = (Math.floor(measured * 10) / 10).toFixed(1).replace('.', ',');
  return { name, text, ground, ratio: `${shown} : 1`, level: measured >= 7 ? 'AAA' : 'AA' };
}
