/** From a picture's element tree to PNG. */
import { collectCodepoints } from '@takumi-rs/helpers';
import type { ReactNode } from 'react';
import { missingGlyphs } from '../fonts/glyphs.ts';
import { readFont } from '../fonts/files.ts';
import { palettePng } from './palette-png.ts';
import { nodeOf, renderer } from './renderer.ts';

/** Size in pixels. */
export interface PictureSize {
  width: number;
  height: number;
}

/**
 * The picture as PNG with a palette (`palette-png.ts`).
 *
 * @throws when the typeface lacks a character: an empty box must not leave the house.
 */
export async function drawPng(picture: ReactNode, { width, height }: PictureSize): Promise<Buffer> {
  const node = await nodeOf(picture);
  const text = String.fromCodePoint(...collectCodepoints(node)).replace('\n', '');
  const [missing] = missingGlyphs(text, font());
  if (missing !== undefined) {
    throw new Error(
      `Bộ chữ của trang không có ký tự “${missing}” nên không vẽ được ảnh. Hãy bỏ ký tự này trong tiêu đề, tóm tắt hoặc thông điệp.`,
    );
  }
  const pixels = await (await renderer()).render(node, { width, height, format: 'raw' });
  return palettePng(pixels, { width, height });
}

let read: Buffer | undefined;

/** One weight speaks for all: they have the same characters (`tests/channels/fonts.test.ts`). */
function font(): Buffer {
  return (read ??= readFont(400));
}
