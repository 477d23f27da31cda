/** QR codes as kept files. */
import { kept } from '#src/build-cache.ts';
import { drawingKeys } from '../pictures/key.ts';
import { qrFileSide, qrPng, qrSvg } from './qr.ts';

const keyOf = drawingKeys('src/channels/qr/qr.ts');

/** Path of the code as PNG, `qrFileSide` pixels wide. */
export function keptQrPng(text: string): Promise<string> {
  return kept(`${keyOf(text)}.png`, () => Promise.resolve(qrPng(text, qrFileSide)));
}

/** Path of the code as SVG. */
export function keptQrSvg(text: string): Promise<string> {
  return kept(`${keyOf(text)}.svg`, () => Promise.resolve(Buffer.from(qrSvg(text))));
}
