/** Which files a person may write through the server, and what a picture must be. */
import { locate, pathOf } from '#src/schema/entry-file.ts';
import { imagePattern } from '#src/schema/field.ts';
import type { Finding } from '#src/schema/finding.ts';
import { allTypes } from '#src/schema/index.ts';
import { isSlug, slugMaxLength } from '#src/schema/slug.ts';
import type { ContentType } from '#src/schema/index.ts';
import { Refusal } from '../http/errors.ts';

export const mediaFolder = 'content/media';

const pictureTypes: Record<string, string> = {
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
  avif: 'image/avif',
};

/** Largest picture, in bytes. */
export const pictureMaxBytes = 8 * 1024 * 1024;

export interface EntryPlace {
  type: ContentType;
  slug: string;
  /** Path of the entry's file. */
  path: string;
}

/** The one file that an entry may write; refuses an unknown collection and a bad slug. */
export function entryPlace(collection: string, slug: string): EntryPlace {
  const type = allTypes.find(({ name }) => name === collection);
  if (!type) {
    throw new Refusal(422, 'unknown-collection', `Không có loại nội dung “${collection}”.`);
  }
  if (!isSlug(slug)) {
    throw new Refusal(
      422,
      'bad-slug',
      `Mã “${slug}” không dùng được làm địa chỉ. Hãy dùng chữ thường không dấu, chữ số, gạch nối, tối đa ${slugMaxLength} ký tự.`,
    );
  }
  return { type, slug, path: pathOf(type, slug) };
}

/** True when a collection and a slug name a possible entry. */
export function isEntryKey(collection: string, slug: string): boolean {
  return allTypes.some(({ name }) => name === collection) && isSlug(slug);
}

/** True for the path of an entry of a known type, with a slug that can be an address. */
export function isEntryPath(path: string): boolean {
  const place = locate(path);
  return place !== undefined && isSlug(place.slug) && pathOf(place.type, place.slug) === path;
}

/** True for a picture directly in the media folder, with a plain name. */
export function isMediaPath(path: string): boolean {
  return path.startsWith(`${mediaFolder}/`) && imagePattern.test(path.slice('content'.length));
}

/** Refuses any path but those of entries and pictures. */
export function assertReadable(path: string): void {
  if (isEntryPath(path) || isMediaPath(path)) return;
  throw new Refusal(403, 'bad-path', `Không được đọc tệp “${path}” từ đây.`);
}

/** The media type of a picture by its name. */
export function pictureTypeOf(name: string): string {
  return pictureTypes[name.slice(name.lastIndexOf('.') + 1)] ?? 'application/octet-stream';
}

/** What is wrong with a picture: its path, its size, or content that is not what its name says. */
export function checkPicture(path: string, content: Buffer): Finding[] {
  const problem = pictureProblem(path, content);
  if (!problem) return [];
  const [rule, message] = problem;
  return [{ file: path, field: '', label: 'Ảnh', message, rule, severity: 'error' }];
}

function pictureProblem(path: string, content: Buffer): [string, string] | undefined {
  if (!isMediaPath(path)) {
    return [
      'media-place',
      `Ảnh phải nằm trong ${mediaFolder}/, tên chữ thường không dấu, đuôi jpg, png, webp hoặc avif.`,
    ];
  }
  if (content.length > pictureMaxBytes) {
    const size = (content.length / 1024 / 1024).toFixed(1).replace('.', ',');
    return ['media-size', `Ảnh nặng ${size} MB, tối đa 8 MB. Hãy thu nhỏ ảnh.`];
  }
  const extension = path.slice(path.lastIndexOf('.') + 1).replace('jpeg', 'jpg');
  if (formatOf(content) !== extension) {
    return ['media-format', `Nội dung tệp không phải ảnh ${extension}. Hãy lưu lại ảnh đúng dạng.`];
  }
  return undefined;
}

/** The format by the first bytes, as a file extension. */
function formatOf(content: Buffer): string | undefined {
  const head = content.toString('latin1', 0, 12);
  if (head.startsWith('\xff\xd8\xff')) return 'jpg';
  if (head.startsWith('\x89PNG\r\n\x1a\n')) return 'png';
  if (head.startsWith('RIFF') && head.endsWith('WEBP')) return 'webp';
  if (/^ftypavi[fs]$/.test(head.slice(4))) return 'avif';
  return undefined;
}
