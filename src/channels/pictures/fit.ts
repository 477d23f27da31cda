/** The largest type in which a text fits its place: long texts become smaller, none is cut. */
import { createElement, type CSSProperties, type ReactNode } from 'react';
import { fontFamily } from '#src/styles/tokens.ts';
import type { FontWeight } from '../fonts/files.ts';

/**
 * Height in pixels that an element takes when it is drawn this wide: the renderer's for the pictures, the
 * browser's for the editor's preview of them.
 */
export type Measure = (element: ReactNode, width: number) => Promise<number>;

export interface TextPlace {
  /** The place in pixels. */
  width: number;
  height: number;
  weight: FontWeight;
  /** Multiple of the size. */
  lineHeight: number;
  /** `balance` makes lines about equally long, for titles; `wrap` fills each line. */
  textWrap: 'balance' | 'wrap';
  /** Sizes in pixels that may be tried, largest first. */
  sizes: readonly [number, ...number[]];
}

/** A text in its place, in one of the place's sizes. */
export interface PlacedText {
  text: string;
  place: TextPlace;
  size: number;
}

/** The text in the largest size of its place, whether it fits or not. */
export function inPlace(text: string, place: TextPlace): PlacedText {
  return { text, place, size: place.sizes[0] };
}

/** The text in the largest size in which it fits; an error when it fits in none. */
export async function fitText({ text, place }: PlacedText, measure: Measure): Promise<PlacedText> {
  for (const size of place.sizes) {
    const placed = { text, place, size };
    if ((await heightOf(placed, measure)) <= place.height) return placed;
  }
  throw new Error(`Chữ dài quá nên không vừa ảnh: “${text}” (${text.length} ký tự). Hãy rút gọn.`);
}

/**
 * A title in its largest size, parted at its colon (what, then what of it) where the first part takes
 * one line and the rest has room.
 */
export async function fitTitle(title: PlacedText, measure: Measure): Promise<PlacedText> {
  const whole = await fitText(title, measure);
  const { size, place } = whole;
  const [, first, rest] = /^([^:]+:)\s(.+)$/su.exec(title.text) ?? [];
  if (first === undefined || rest === undefined) return whole;
  const parted = { ...whole, text: `${first}\n${rest}` };
  const hasRoom =
    (await heightOf({ ...whole, text: first }, measure)) < size * place.lineHeight * 1.5 &&
    (await heightOf(parted, measure)) <= place.height;
  return hasRoom ? parted : whole;
}

function heightOf(placed: PlacedText, measure: Measure): Promise<number> {
  return measure(createElement(SetText, { ...placed }), placed.place.width);
}

/** A placed text as an element; what is measured is what is drawn. */
export function SetText({ text, place, size, ...style }: PlacedText & CSSProperties) {
  const ownStyle = {
    width: place.width,
    fontFamily,
    fontSize: size,
    fontWeight: place.weight,
    lineHeight: place.lineHeight,
    textWrap: place.textWrap,
    overflowWrap: 'anywhere',
    whiteSpace: 'pre-line',
  } as const;
  return createElement('div', { style: { ...ownStyle, ...style } }, keepDashes(text));
}

/** A line never begins with the dash between two parts. */
function keepDashes(text: string): string {
  return text.replaceAll(/ (?=[-–—] )/g, '\u00a0');
}
