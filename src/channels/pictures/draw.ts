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
export async function drawSvg(picture: ReactNode, size: PictureSize): Promise<string> {
  const svg = await satori(picture, {
    ...size,
    fonts: pictureFonts,
    loadAdditionalAsset: refuseUnknown,
  });
  return withoutIdleMasks(svg);
}

/**
 * Satori masks and clips every drawing to its own box, which hides nothing, and costs librsvg a
 * layer of the whole picture's size: more than half of the time that painting takes.
 */
function withoutIdleMasks(svg: string): string {
  return svg.replaceAll(/<image [^>]*>/g, (image) =>
    image.replaceAll(/ (?:mask|clip-path)="[^"]*"/g, ''),
  );
}

/** PNG with a palette of 256 colours: flat colours need no more, and no dithering. */
export const pngOptions = { palette: true, effort: 1, dither: 0, compressionLevel: 6 } as const;

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
