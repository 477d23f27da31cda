/** Photos of the library, and which of them the site shows: nothing of any other may be published. */
import { readFileSync, statSync } from 'node:fs';
import sharp from 'sharp';
import { cacheKey } from '#src/build-cache.ts';
import { answer, note } from '#src/page-reads.ts';
import { imagePattern } from '#src/schema/field.ts';

/** A photo of the library, with its size in pixels as it stands upright. */
export interface Photo {
  /** Its address in the library, such as `/media/le-phat-dong.webp`. */
  src: string;
  width: number;
  height: number;
  /** Differs when its bytes do. */
  digest: string;
}

interface Original {
  /** By which a change is seen while `astro dev` runs. */
  edition: string;
  digest: string;
  size?: Promise<Pick<Photo, 'width' | 'height'>>;
}

interface State {
  readonly shown: Set<string>;
  readonly originals: Map<string, Original>;
}

// The steps of a build and the pages are bundled apart: both find the same state by its symbol.
const symbol = Symbol.for('photos');
const holder = globalThis as { [symbol]?: State | undefined };
const state: State = (holder[symbol] ??= { shown: new Set(), originals: new Map() });

/**
 * The photo at an address of the library, for a page or file that shows it.
 *
 * @throws when there is none, or when it is no picture.
 */
export async function mediaPhoto(src: string): Promise<Photo> {
  note('media', src);
  const photo = await findPhoto(src);
  if (!photo) {
    throw new Error(
      `Không thấy ảnh ${src} trong content/media. Hãy tải ảnh lên hoặc sửa đường dẫn.`,
    );
  }
  showPhoto(src);
  return photo;
}

/** The photo at an address of the library, if there is one. @throws when it is no picture. */
export async function findPhoto(src: string): Promise<Photo | undefined> {
  const known = original(src);
  if (!known) return undefined;
  known.size ??= sizeOf(src);
  return { src, digest: known.digest, ...(await known.size) };
}

/** The bytes of a photo as the library has it. They may tell where a phone was, and stay unpublished. */
export function originalBytes(src: string): Buffer {
  return readFileSync(`content${src}`);
}

/** Says that the site shows a photo. */
export function showPhoto(src: string): void {
  state.shown.add(src);
}

/** The photos that the site shows, by their addresses in the library. */
export function shownPhotos(): ReadonlySet<string> {
  return state.shown;
}

/** The photo that a noted read of a page is about: a page that is as it was goes on to show it. */
export function photoOfRead(read: string): string | undefined {
  return read.startsWith('["media",') ? (JSON.parse(read) as [string, string])[1] : undefined;
}

/** A photo that cannot be read, in words for an editor. */
export function unreadable(src: string, cause: unknown): Error {
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new Error(
    `Không đọc được ảnh ${src} trong content/media (${reason}). Hãy lưu lại ảnh rồi tải lên lần nữa.`,
    { cause },
  );
}

answer('media', (src: string) => original(src)?.digest);

/** What is known of a file of the library; nothing of any other file. */
function original(src: string): Original | undefined {
  if (!imagePattern.test(src)) return undefined;
  const status = statSync(`content${src}`, { throwIfNoEntry: false });
  if (!status) return undefined;
  const edition = `${status.mtimeMs} ${status.size}`;
  const known = state.originals.get(src);
  if (known?.edition === edition) return known;
  const read = { edition, digest: cacheKey(originalBytes(src)) };
  state.originals.set(src, read);
  return read;
}

async function sizeOf(src: string): Promise<Pick<Photo, 'width' | 'height'>> {
  try {
    const { autoOrient } = await sharp(originalBytes(src)).metadata();
    return autoOrient;
  } catch (cause) {
    throw unreadable(src, cause);
  }
}
