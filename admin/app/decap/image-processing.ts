/**
 * Stands in for `decap-cms-core`'s picture processing, which makes small pictures larger and loads
 * WebAssembly. The canvas of every browser of our editors writes WebP itself.
 */
import { store } from 'decap-cms-core/dist/esm/redux/index.js';
import { decodeHeic } from '../heic/decode.ts';
import { isHeic } from '../heic/file.ts';
import { lossOf } from '../picture-loss.ts';
import { pictureName, unreadable, whyUnusable } from '../pictures.ts';
import { tell } from '../tell.ts';

interface Processing {
  /** Widest a picture may be, in pixels; narrower ones keep their size. */
  width: number;
  /** 0 to 1. */
  quality: number;
}

interface Config {
  media_processing?: { width: number; quality: number };
}

export function getMediaProcessingConfig({ media_processing }: Config): Processing | undefined {
  if (!media_processing) return undefined;
  return { width: media_processing.width, quality: media_processing.quality / 100 };
}

/** Every file: one that is no picture is refused, and not kept as it is. */
export function shouldTransformImage(_file: File, processing: Processing | undefined): boolean {
  return processing !== undefined;
}

/** A free name, so that Decap never asks whether to replace somebody's picture. */
export function getMediaProcessingFileName(name: string): string {
  return pictureName(name, takenNames());
}

/**
 * The picture as WebP without metadata, at most `width` wide, under its final path. The name follows
 * from the file's own: in `path` Decap has taken a decomposed name (NFD) apart.
 *
 * @throws in words for the editor, when the file is no picture that can be used.
 */
export async function transformImage(
  file: File,
  path: string,
  { width, quality }: Processing,
): Promise<{ file: File; path: string }[]> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const refusal = whyUnusable(file, bytes);
  if (refusal) throw new Error(refusal);
  const picture = await read(file, bytes, width);
  const told = changesOf(bytes);
  if (told.length > 0) {
    tell(
      `Ảnh “${file.name.normalize('NFC')}”: ${told.join(' ')}`,
      isHeic(bytes) ? 'success' : 'warning',
    );
  }
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
  const name = getMediaProcessingFileName(file.name);
  return [{ file: new File([blob], name, { type: blob.type }), path: folder + name }];
}

/** The pixels. Safari reads HEIC itself; elsewhere a decoder of ours does. */
function read(file: File, bytes: Uint8Array, width: number): Promise<ImageBitmap> {
  return createImageBitmap(file).catch((cause: unknown) => {
    if (isHeic(bytes)) return decodeHeic(file, width);
    throw new Error(unreadable(file.name), { cause });
  });
}

/** What becomes another picture than the file was, in words. */
function changesOf(bytes: Uint8Array): string[] {
  if (isHeic(bytes)) return ['Đã đổi từ HEIC của iPhone sang WebP, máy nào cũng xem được.'];
  return lossOf(bytes);
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

/** Names of all pictures that the library and the open draft have. */
function takenNames(): Set<string> {
  const { mediaLibrary, entryDraft } = store.getState();
  const ofDraft = entryDraft.get('entry')?.get('mediaFiles');
  const files = [
    ...(mediaLibrary.get('files') ?? []),
    ...((ofDraft?.toJS() ?? []) as { name: string }[]),
  ];
  return new Set(files.map(({ name }) => name.toLowerCase()));
}
