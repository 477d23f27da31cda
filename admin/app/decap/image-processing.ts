/**
 * Stands in for `decap-cms-core`'s picture processing, which makes small pictures larger and loads
 * WebAssembly. The canvas of every browser of our editors writes WebP itself.
 */
import { toSlug } from '#src/schema/slug.ts';

interface Processing {
  /** Widest a picture may be, in pixels; narrower ones keep their size. */
  width: number;
  /** 0 to 1. */
  quality: number;
}

interface Config {
  media_processing?: { width: number; quality: number };
}

const readable = ['image/jpeg', 'image/png', 'image/webp', 'image/avif'];

export function getMediaProcessingConfig({ media_processing }: Config): Processing | undefined {
  if (!media_processing) return undefined;
  return { width: media_processing.width, quality: media_processing.quality / 100 };
}

export function shouldTransformImage(file: File, processing: Processing | undefined): boolean {
  return processing !== undefined && readable.includes(file.type.toLowerCase());
}

/** The name in the media folder: what the schema takes as a picture's name. */
export function getMediaProcessingFileName(name: string): string {
  return `${toSlug(name.replace(/\.[^.]*$/, '')) || 'anh'}.webp`;
}

/** The picture as WebP without metadata, at most `width` wide, under its final path. */
export async function transformImage(
  file: File,
  path: string,
  { width, quality }: Processing,
): Promise<{ file: File; path: string }[]> {
  const picture = await createImageBitmap(file);
  const scale = Math.min(1, width / picture.width);
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(picture.width * scale);
  canvas.height = Math.round(picture.height * scale);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('Trình duyệt không xử lý được ảnh.');
  context.drawImage(picture, 0, 0, canvas.width, canvas.height);
  picture.close();
  const blob = await encode(canvas, quality);
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  const name = getMediaProcessingFileName(path.slice(folder.length));
  return [{ file: new File([blob], name, { type: blob.type }), path: folder + name }];
}

function encode(canvas: HTMLCanvasElement, quality: number): Promise<Blob> {
  return new Promise((resolve, reject) => {
    canvas.toBlob(
      (blob) => {
        if (blob?.type === 'image/webp') resolve(blob);
        else
          reject(new Error('Trình duyệt này không lưu được ảnh WebP. Hãy dùng Chrome hoặc Edge.'));
      },
      'image/webp',
      quality,
    );
  });
}
