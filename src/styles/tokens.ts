/**
 * The identity's single source: colours, type, spacing. The stylesheet is made from it (css.ts) and
 * the pictures and posters import it. Colours have functional names. The ward's own are content; a check
 * holds their ratios (`src/checks/content/colors.ts`).
 */

import ward from '../../content/colors.json' with { type: 'json' };

/** Ground tone: the ward's own colour and gold on warm paper. */
export const colors = {
  /** Page ground. */
  paper: '#fffaf2',
  /** Cards and form fields on the page ground. */
  surface: '#ffffff',
  /** Quiet areas: boxes, table heads. */
  sand: '#f8eedd',
  /** Lines between things; decoration only. */
  line: '#e8d9bf',
  /** Edges of form fields and buttons, which must be seen. */
  edge: '#8d7a5c',
  /** Body text. */
  ink: '#2a1a14',
  /** Text of second rank: dates, labels. */
  inkSoft: '#5d4a40',
  /** Links, and lines and signs of the same rank. */
  brand: ward.brand,
  /** Ground of the header, of main buttons and of discs. */
  brandGround: ward.brand,
  brandDark: ward.brandDark,
  brandDeep: ward.brandDeep,
  /** Text on the three grounds of the ward's colour. */
  onBrand: '#fff8ec',
  /** Gold as text and line on the ward's colour. */
  goldLight: '#ffd98a',
  /** Gold as line and ornament on paper. */
  gold: '#b07d1d',
  /** Gold as an area in drawings. */
  goldWarm: '#d9a441',
  /** Keyboard focus on light grounds; goldLight on the ward's colour. */
  focus: '#0b4fae',
  /** Text on the full colour of an axis. */
  onAxis: '#ffffff',
} as const;

/** What the CMS says in colours beside those of the site: what is wrong, what is done, what is chosen. */
export const deskColors = {
  wrong: '#b3201f',
  /** Ground of what is wrong, and of words that go. */
  wrongSoft: '#fbe3e0',
  done: '#2d5c1a',
  doneSoft: '#e9f4e1',
  /** Ground of what is chosen and of what asks for a look. */
  brandSoft: mixed(ward.brand, '#ffffff', 0.9),
} as const;

/** What is otherwise where the reader's device asks for a dark page; the rest stays. */
export const darkColors = {
  paper: '#17110f',
  surface: '#221a16',
  sand: '#2b211c',
  line: '#4a3b31',
  edge: '#a38f76',
  ink: '#f7ede2',
  inkSoft: '#d2c3b4',
  brand: ward.brandOnDark,
  gold: '#c99a3f',
  focus: '#8ab8ff',
  onAxis: '#17110f',
} as const satisfies Partial<Record<keyof typeof colors, string>>;

/** Colours of one axis: `strong` for petal, text and white text's ground; `soft` as a pale ground. */
export interface AxisColors {
  strong: string;
  soft: string;
}

/** By the axis's order, 1 to 7: the petals of the lotus from left to right. */
export const axisColors: readonly AxisColors[] = ward.axes;

/** The colours of the axes on a dark page: light enough to be read, and a ground near to black. */
export const darkAxisColors = inTheDark(axisColors);

/** Colours of axes as a dark page has them. */
export function inTheDark(axes: readonly AxisColors[]): AxisColors[] {
  return axes.map(({ strong }) => ({
    strong: mixed(strong, '#ffffff', 0.58),
    soft: mixed(strong, darkColors.paper, 0.74),
  }));
}

/** The first colour with this share of the second, both `#rrggbb`. */
function mixed(first: string, second: string, share: number): string {
  const channels = [1, 3, 5].map((at) => {
    const [from, to] = [first, second].map((color) => Number.parseInt(color.slice(at, at + 2), 16));
    return Math.round(from! + (to! - from!) * share);
  });
  return `#${channels.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
}

/** The colours of the axis with this order. */
export function axisColor(order: number): AxisColors {
  const found = axisColors[order - 1];
  if (!found) throw new RangeError(`An axis's order is 1 to ${axisColors.length}, not ${order}.`);
  return found;
}

/** The colours of an axis; the identity's own where all seven are meant. */
export function toneOf(order: number | undefined): AxisColors {
  return order === undefined ? { strong: colors.brand, soft: colors.sand } : axisColor(order);
}

export const fontFamily = 'Be Vietnam Pro';

/** Sizes in rem of 16 px; the base is 18 px for readers at 70 on a phone. */
export const textSizes = {
  small: '1rem',
  base: '1.125rem',
  lead: '1.25rem',
  h3: '1.25rem',
  h2: '1.5rem',
  h1: '1.625rem',
  display: '2.25rem',
} as const;

/** Steps of space in rem. */
export const space = {
  1: '0.25rem',
  2: '0.5rem',
  3: '0.75rem',
  4: '1rem',
  5: '1.25rem',
  6: '1.5rem',
  8: '2rem',
  10: '2.5rem',
  12: '3rem',
  16: '4rem',
} as const;
