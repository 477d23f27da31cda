/**
 * Decodes one HEIC picture, apart from the page: it takes seconds, and ending the worker gives all
 * its memory back. The decoder is WebAssembly from our own origin.
 */
import libheif, { type HeifImage } from 'libheif-js/libheif-wasm/libheif.js';
import decoder from 'libheif-js/libheif-wasm/libheif.wasm?url';
import { colourSpaceOf } from './file.ts';

/** What the page sends. */
export interface Order {
  file: File;
  /** Widest that the answer may be, in pixels. */
  width: number;
}

/** What it gets: the picture, upright, or why there is none. */
export type Answer =
  | { picture: ImageBitmap }
  | { fault: 'no-decoder' | 'unreadable' }
  | { fault: 'too-large'; width: number; height: number };

/** Four bytes a pixel, twice: at 50 million some 400 MB, what an office computer can spare. */
const maxPixels = 50_000_000;

self.onmessage = async ({ data }: MessageEvent<Order>) => {
  const answer = await decode(data);
  self.postMessage(answer, { transfer: 'picture' in answer ? [answer.picture] : [] });
};

async function decode({ file, width: widest }: Order): Promise<Answer> {
  const library = await load().catch((cause: unknown) => console.error(cause));
  if (!library) return { fault: 'no-decoder' };
  const bytes = new Uint8Array(await file.arrayBuffer());
  const images = new library.HeifDecoder().decode(bytes);
  // A burst has many.
  const image = images.find((one) => one.is_primary()) ?? images[0];
  if (!image) return { fault: 'unreadable' };
  const [width, height] = [image.get_width(), image.get_height()];
  if (width * height > maxPixels) return { fault: 'too-large', width, height };
  const pixels = await draw(
    image,
    new ImageData(width, height, { colorSpace: colourSpaceOf(bytes) }),
  );
  if (!pixels) return { fault: 'unreadable' };
  const scale = Math.min(1, widest / width);
  return {
    picture: await createImageBitmap(pixels, {
      resizeWidth: Math.round(width * scale),
      resizeHeight: Math.round(height * scale),
      resizeQuality: 'high',
    }),
  };
}

async function load() {
  const response = await fetch(decoder);
  if (!response.ok) throw new Error(`${decoder}: ${response.status}`);
  return libheif({ wasmBinary: await response.arrayBuffer() });
}

/** Fills in the pixels; nothing when the picture is broken. */
function draw(image: HeifImage, into: ImageData): Promise<ImageData | null> {
  return new Promise((resolve) => image.display(into, resolve));
}
