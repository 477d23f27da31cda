/** Everything that an archive needs of a commit: content, pictures, tables, and sums to prove them. */
import { createHash } from 'node:crypto';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { colorsPath } from '#src/checks/content/colors.ts';
import { locate, readEntryFile, type EntryFile } from '#src/schema/entry-file.ts';
import { noticeOf, type Life } from '#src/schema/in-force.ts';
import { hanoiDay } from '#src/time/hanoi.ts';
import { isEntryPath, isMediaPath } from '../server/content/files.ts';
import type { Git } from '../server/git/git.ts';
import { activityCsv, readHistory } from '../server/people/activity.ts';
import { csv } from '#src/text/csv.ts';

interface Archived {
  path: string;
  bytes: Buffer | string;
}

const readMe = `Kho nội dung của trang, xuất từ một bản đã đăng.

noi-dung/     Mỗi mục một tệp chữ (UTF-8), mở bằng trình soạn thảo nào cũng được; colors.json: màu của phường.
media/        Ảnh của các mục.
muc-luc.csv   Danh sách các mục: loại, mã, địa chỉ, tiêu đề, ngày, trạng thái, nguồn.
lich-su.csv   Ai làm gì, lúc nào, ai duyệt. Mở bằng Excel hoặc LibreOffice.
SHA256SUMS    Kiểm tra tệp có còn nguyên: sha256sum -c SHA256SUMS

Tệp ghi âm, ghi hình không nằm ở đây: chép thêm thư mục recordings trong thư mục dữ liệu của máy chủ.
Không có tài khoản, mật khẩu hay nhật ký đăng nhập.
`;

/**
 * Writes the archive of a commit into `target`, which must be new or empty. The same commit gives the
 * same bytes on the same day. Returns how many entries it holds.
 */
export async function writeArchive(
  git: Git,
  commit: string,
  target: string,
  now: Date,
): Promise<number> {
  await assertEmpty(target);
  const stored = await git.files(commit, 'content');
  const contents = await git.blobs(stored.map(({ sha }) => sha));
  const files = stored.map(({ path }, at) => ({ path, bytes: contents[at]! }));
  const entries = files.flatMap(({ path, bytes }) => {
    const { entry } = isEntryPath(path) ? readEntryFile(path, bytes.toString('utf8')) : {};
    return entry ? [entry] : [];
  });
  const archived: Archived[] = [
    ...files.flatMap(({ path, bytes }) => {
      const place = placeOf(path);
      return place ? [{ path: place, bytes }] : [];
    }),
    { path: 'muc-luc.csv', bytes: tableOf(entries, hanoiDay(now)) },
    { path: 'lich-su.csv', bytes: activityCsv(await readHistory(git, commit)) },
    { path: 'DOC-TRUOC.txt', bytes: readMe },
  ];
  archived.sort((a, b) => (a.path < b.path ? -1 : 1));
  const sums = archived.map(({ path, bytes }) => `${sumOf(bytes)}  ${path}\n`).join('');
  for (const { path, bytes } of [...archived, { path: 'SHA256SUMS', bytes: sums }]) {
    await mkdir(dirname(join(target, path)), { recursive: true });
    await writeFile(join(target, path), bytes);
  }
  return entries.length;
}

async function assertEmpty(target: string): Promise<void> {
  const names = await readdir(target).catch((error: unknown) => {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return [];
    if (code !== 'ENOTDIR') throw error;
    throw new Error(`${target} không phải thư mục. Hãy chọn một thư mục mới hoặc rỗng.`);
  });
  if (names.length === 0) return;
  throw new Error(
    `Thư mục ${target} đã có tệp. Hãy chọn một thư mục mới hoặc rỗng, để không ghi đè lên gì.`,
  );
}

/** Where a file of the content stands in the archive; other files stay out. */
function placeOf(path: string): string | undefined {
  if (isMediaPath(path)) return path.replace(/^content\//, '');
  return locate(path) || path === colorsPath ? path.replace(/^content\//, 'noi-dung/') : undefined;
}

const states = { withdrawn: 'đã gỡ', expired: 'hết hạn' } as const;

const columns: readonly [title: string, value: (entry: EntryFile, today: string) => string][] = [
  ['Loại', ({ type }) => type.words.one],
  ['Mã', ({ slug }) => slug],
  ['Địa chỉ', ({ type, slug }) => type.address?.(slug) ?? ''],
  ['Tiêu đề', ({ data, type }) => text(data[type.nameField]) || text(data['siteName'])],
  ['Trục nội dung', ({ data }) => text(data['axis'])],
  ['Đơn vị', ({ data }) => text(data['unit'])],
  ['Ngày đăng', ({ data }) => text(data['published'])],
  ['Cập nhật', ({ data }) => text(data['updated'])],
  ['Rà soát lại', ({ data }) => text(data['reviewDate'])],
  ['Trạng thái', ({ data }, today) => stateOf(data, today)],
  ['Nguồn', ({ data }) => sourcesOf(data['sources'])],
];

function tableOf(entries: readonly EntryFile[], today: string): string {
  const rows = entries.map((entry) => columns.map(([, value]) => value(entry, today)));
  return csv([columns.map(([title]) => title), ...rows]);
}

function stateOf(life: Life, today: string): string {
  const notice = noticeOf(life, today);
  return notice ? states[notice.kind] : 'đang đăng';
}

function sourcesOf(sources: unknown): string {
  const rows = (sources ?? []) as { document: string; locator: string }[];
  return rows.map(({ document, locator }) => `${document}: ${locator}`).join('; ');
}

const text = (value: unknown) => (typeof value === 'string' ? value : '');

function sumOf(bytes: Buffer | string): string {
  return createHash('sha256').update(bytes).digest('hex');
}
