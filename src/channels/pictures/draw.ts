/** From a picture's element tree to PNG: satori lays out and draws SVG, sharp makes the pixels. */
import type { ReactNode } from 'react';
import satori from 'satori';
import sharp from 'sharp';
import { pictureFonts } from './fonts.ts';

/** Size in pixels. */
export interface PictureSize {
  width: number;
  height: number;
}

/** The picture as SVG; letters are outlines, so no font is needed to show it. */
export function drawSvg(picture: ReactNode, size: PictureSize): Promise<string> {
  return satori(picture, { ...size, fonts: pictureFonts, loadAdditionalAsset: refuseUnknown });
}

/** PNG with a palette of 256 colours: flat colours need no more. */
export const pngOptions = { palette: true, effort: 7, compressionLevel: 9 } as const;

/** A drawn picture as PNG. */
export function toPng(svg: string): Promise<Buffer> {
  return sharp(Buffer.from(svg)).png(pngOptions).toBuffer();
}

/** Satori asks here for a character that the typeface lacks; an empty box must not leave the house. */
function refuseUnknown(_code: string, characters: string): never {
  throw new Error(
    `Bộ chữ của trang không có ký tự “${characters}” nên không vẽ được ảnh. Hãy bỏ ký tự này trong tiêu đề, tóm tắt hoặc thông điệp.`,
  );
}
