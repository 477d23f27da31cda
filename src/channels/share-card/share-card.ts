/** A share card from its input: texts fitted, drawn once, kept on disk. */
import { createElement } from 'react';
import { kept } from '#src/build-cache.ts';
import { shareCardSize } from '#src/model/head.ts';
import { unbroken } from '#src/model/typography.ts';
import { drawPng } from '../pictures/draw.ts';
import { fitText, fitTitle, inPlace, type PlacedText } from '../pictures/fit.ts';
import { drawingKeys } from '../pictures/key.ts';
import { outlined } from '../pictures/outlined.ts';
import { drawnHeight } from '../pictures/measure.ts';
import { qrDrawing } from '../qr/drawing.ts';
import { ShareCard, type ShareCardProps } from './card.tsx';
import type { ShareCardInput } from './input.ts';
import * as places from './places.ts';

const keyOf = drawingKeys('src/channels/share-card/share-card.ts');

/** Path of the card as PNG; an input that was drawn before is not drawn again. */
export function keptShareCard(input: ShareCardInput): Promise<string> {
  return kept(`${keyOf(input)}.png`, () => drawShareCard(input));
}

/** The card as PNG, drawn anew. */
export async function drawShareCard(input: ShareCardInput): Promise<Buffer> {
  return drawPng(createElement(ShareCard, await fitShareCard(input)), shareCardSize);
}

/** The card with each text in the largest size that fits its place; an error when one fits in none. */
export async function fitShareCard(input: ShareCardInput): Promise<ShareCardProps> {
  const { label, title, text, siteName, sitePlace, lit, picture, code } = unfitted(input);
  const fit = (placed: PlacedText) => fitText(placed, drawnHeight);
  return {
    label: await fit(label),
    title: await fitTitle(title, drawnHeight),
    text: text && (await fit(text)),
    siteName: await fit(siteName),
    sitePlace: await fit(sitePlace),
    lit,
    picture,
    code: code && { qr: code.qr, address: await fit(code.address) },
  };
}

function unfitted(input: ShareCardInput) {
  const { label, title, text, siteName, sitePlace, lit, picture, address } = input;
  const small = text !== undefined;
  return {
    label: inPlace(unbroken(label), places.label),
    title: inPlace(unbroken(title), small ? places.titleAboveText : places.title),
    text: small ? inPlace(unbroken(text), places.text) : undefined,
    siteName: inPlace(siteName, places.siteName),
    sitePlace: inPlace(sitePlace, places.sitePlace),
    lit,
    picture: picture && outlined(picture),
    code: address && {
      qr: qrDrawing(address.qr),
      address: inPlace(address.shown, places.address),
    },
  } satisfies ShareCardProps;
}
