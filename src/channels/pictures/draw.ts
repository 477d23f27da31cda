/** From a picture's element tree to PNG. */
import { collectCodepoints } from '@takumi-rs/helpers';
import type { ReactNode } from 'react';
import { missingGlyphs } from '../fonts/glyphs.ts';
import { readFont } from '../fonts/files.ts';
import { nodeOf, renderer } from './renderer.ts';

/** Size in pixels. */
export interface PictureSize {
  width: number;
  height: number;
}

/**
 * The picture as PNG in true colour. A palette would make the file a third smaller and the drawing
 * three times as dear.
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
  return (await renderer()).render(node, { width, height, format: 'png' });
}

let read: Buffer | undefined;

/** One weight speaks for all: they have the same characters (`tests/channels/fonts.test.ts`). */
function font(): Buffer {
  return (read ??= readFont(400));
}
