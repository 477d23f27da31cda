/** Picture files as people have them: which can be used, what to do about the others, what to call them. */
import { toSlug } from '#src/schema/slug.ts';
import { maxPicture } from './media.ts';

/** Files that no page can show as a picture: how their names end, how their bytes begin, what to do. */
const others: readonly { ending: RegExp; start: RegExp; remedy: string }[] = [
  {
    ending: /\.pdf$/i,
    start: /^%PDF/,
    remedy: 'Đây là tệp PDF. Hãy lưu trang cần dùng thành ảnh JPG hoặc PNG.',
  },
  {
    ending: /\.svg$/i,
    start:
      /^[\s\xef\xbb\xbf]*(?:<\?xml[^>]*>\s*)?(?:<!--[^>]*>\s*)?(?:<!DOCTYPE svg[^>]*>\s*)?<svg\b/i,
    remedy: 'Đây là hình vẽ SVG. Hãy xuất ra ảnh PNG.',
  },
  {
    ending: /\.tiff?$/i,
    start: /^(?:II\*\0|MM\0\*)/,
    remedy: 'Đây là ảnh TIFF. Hãy lưu lại thành JPG hoặc PNG.',
  },
  {
    ending: /\.gif$/i,
    start: /^GIF8/,
    remedy: 'Đây là ảnh GIF; trang chỉ có ảnh tĩnh. Hãy lưu hình cần dùng thành JPG hoặc PNG.',
  },
  {
    ending: /\.(?:m4a|mp3|wav|ogg|amr|aac)$/i,
    start: /^(?:ID3|\xff[\xfb\xf3\xf2]|.{4}ftypM4A|OggS|RIFF.{4}WAVE|#!AMR)/s,
    remedy: 'Đây là tệp âm thanh. Muốn đăng, hãy thêm một mục “Bản ghi” rồi chọn tệp ở đó.',
  },
  {
    ending: /\.(?:mp4|m4v|mov|webm|avi|mkv|3gp)$/i,
    start: /^(?:.{4}ftyp(?:iso|mp4|M4V|qt|avc1|3gp|dash)|\x1a\x45\xdf\xa3|RIFF.{4}AVI )/s,
    remedy: 'Đây là phim. Muốn đăng, hãy thêm một mục “Bản ghi” rồi chọn tệp ở đó.',
  },
  {
    ending: /\.(?:docx?|xlsx?|pptx?|odt|zip|rar|7z)$/i,
    start: /^(?:PK\x03\x04|\xd0\xcf\x11\xe0|Rar!|7z\xbc\xaf)/,
    remedy: 'Đây không phải là ảnh. Hãy mở tệp, lưu ảnh trong đó ra máy rồi chọn ảnh ấy.',
  },
];

/** So far into a file its kind shows. */
const head = 512;

/**
 * Why a file cannot be used, in words for whoever chose it; `undefined` when it may be a picture. A file is
 * what its bytes say, whatever its name ends in.
 */
export function whyUnusable(
  { name, size }: Pick<File, 'name' | 'size'>,
  bytes: Uint8Array,
): string | undefined {
  const shown = name.normalize('NFC');
  if (size === 0) return `Không dùng được “${shown}”: tệp trống. Hãy chép lại từ máy chụp.`;
  const start = String.fromCharCode(...bytes.subarray(0, head));
  const other =
    others.find((kind) => kind.start.test(start)) ??
    others.find(({ ending }) => ending.test(shown));
  if (other) return `Không dùng được “${shown}”. ${other.remedy}`;
  if (size <= maxPicture) return undefined;
  const [megabytes, most] = [size, maxPicture].map((one) =>
    (one / 1e6).toLocaleString('vi', { maximumFractionDigits: 1 }),
  );
  return `Không dùng được “${shown}”: ảnh ${megabytes} MB, mà mỗi ảnh tối đa ${most} MB. Hãy thu nhỏ ảnh rồi chọn lại.`;
}

/** What to say of a file that the browser cannot read as a picture, whatever its name says. */
export function unreadable(name: string): string {
  return `Không đọc được “${name.normalize('NFC')}” như một ảnh. Hãy mở tệp bằng phần mềm xem ảnh rồi lưu lại thành JPG hoặc PNG.`;
}

/** The name in the media folder: what the schema takes as a picture's name. */
export function pictureName(name: string, taken: ReadonlySet<string>): string {
  const base = toSlug(name.replace(/\.[^.]*$/, '')) || 'anh';
  for (let count = 1; ; count += 1) {
    const free = `${count === 1 ? base : `${base}-${count}`}.webp`;
    if (!taken.has(free)) return free;
  }
}
