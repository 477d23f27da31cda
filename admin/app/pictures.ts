/** Picture files as people have them: which can be used, what to do about the others, what to call them. */
import { toSlug } from '#src/schema/slug.ts';

/** What is to be done about files that no page can show, by ending. */
const remedies: readonly [endings: RegExp, remedy: string][] = [
  [/\.pdf$/i, 'Đây là tệp PDF. Hãy lưu trang cần dùng thành ảnh JPG hoặc PNG.'],
  [/\.svg$/i, 'Đây là hình vẽ SVG. Hãy xuất ra ảnh PNG.'],
  [/\.tiff?$/i, 'Đây là ảnh TIFF. Hãy lưu lại thành JPG hoặc PNG.'],
  [/\.gif$/i, 'Đây là ảnh GIF; trang chỉ có ảnh tĩnh. Hãy lưu hình cần dùng thành JPG hoặc PNG.'],
];

/** Why a file cannot be used, from what can be seen of it unread; `undefined` when it may be one. */
export function whyUnusable({ name, size }: Pick<File, 'name' | 'size'>): string | undefined {
  const shown = name.normalize('NFC');
  if (size === 0) return `Không dùng được “${shown}”: tệp trống. Hãy chép lại từ máy chụp.`;
  const remedy = remedies.find(([ending]) => ending.test(shown))?.[1];
  return remedy && `Không dùng được “${shown}”. ${remedy}`;
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
