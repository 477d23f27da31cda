/** `npm run export` and `npm run import`, run as an engineer runs them beside a server at work. */
import { execFile } from 'node:child_process';
import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { article, content, file } from '#tests/support/content.ts';
import { containing, startWorld, type World } from '#tests/server/harness.ts';

const exec = promisify(execFile);
const body =
  '## Cách làm\n\n- Mở **Cổng dịch vụ công**\n- Đăng nhập\n\n| Ngày | Việc |\n| - | - |\n| Thứ bảy | Dọn ngõ |\n';

let world: World;
beforeAll(async () => {
  const files = content().set('content/articles/dich-vu-cong.mdx', file(article, body));
  world = await startWorld({}, files);
});
afterAll(() => world.close());

/** Rejects with `code` and `stderr` when the command fails. */
const run = (command: 'export' | 'import', ...args: string[]) =>
  exec(process.execPath, [`admin/exchange/${command}-cli.ts`, ...args], {
    env: { ...process.env, DATA_DIR: join(world.dir, 'data') },
  });

const choices = ['--as', 'an', '--axis', 'truc-1', '--unit', 'uy-ban-nhan-dan'];
const source = ['--source', 'ke-hoach'];

/** A folder with these files. */
async function folderOf(name: string, files: Record<string, string>): Promise<string> {
  const folder = join(world.dir, name);
  await mkdir(folder);
  for (const [path, text] of Object.entries(files)) await writeFile(join(folder, path), text);
  return folder;
}

/** All branches, and what lies beside the folder of the server. */
const state = async () => [await world.git('show-ref'), await readdir(world.dir)];

test('what was exported comes back as a draft that says the same', async () => {
  const archive = join(world.dir, 'kho-luu-tru');
  const { stdout } = await run('export', '--to', archive);
  expect(stdout).toBe(`Đã xuất 11 mục vào ${archive}. Đọc DOC-TRUOC.txt ở đó trước.\n`);
  const exported = await readFile(join(archive, 'noi-dung/articles/dich-vu-cong.mdx'), 'utf8');
  const folder = await folderOf('bai-cu', { 'Dịch vụ công.md': exported });
  const brought = await run('import', folder, ...choices, ...source);
  const slug = 'lam-thu-tuc-o-nha-bang-dien-thoai';
  expect(brought.stdout).toContain(
    `Dịch vụ công.md: đã tạo /admin/#/collections/article/entries/${slug}\n`,
  );
  const draft = await world.git('show', `cms/article/${slug}:content/articles/${slug}.mdx`);
  expect(draft).toContain(`title: ${article.title}\nsummary: ${article.summary}\n`);
  expect(draft.split('---\n\n').at(-1)).toBe(exported.split('---\n\n').at(-1)!.trim());
  expect(await readFile(join(world.dir, 'bao-cao-nhap.csv'), 'utf8')).toContain(
    `"Dịch vụ công.md","đã tạo","/admin/#/collections/article/entries/${slug}"`,
  );
});

test('files that cannot be read are named with the remedy, and leave nothing', async () => {
  const folder = await folderOf('bai-hong', {
    'bang-tinh.xlsx': 'x',
    'hong.docx': 'không phải Word',
    'khai-bao.md': '---\ntitle: "Chưa đóng\nsummary: x: y: z\n---\n\nNội dung.\n',
  });
  const branches = await world.git('show-ref');
  await expect(run('import', folder, ...choices, ...source)).rejects.toMatchObject({
    code: 1,
    stdout: expect.stringMatching(
      /^bang-tinh\.xlsx: bỏ qua\n {2}- Chỉ đọc được \.md, .+\nhong\.docx: lỗi\n {2}- Không mở được tệp Word này\. Hãy mở bằng Word, lưu lại .+\nkhai-bao\.md: lỗi\n {2}- Phần khai báo ở đầu tệp viết sai\. Hãy xem lại .+\nBáo cáo: .+\n$/,
    ) as string,
  });
  expect(await world.git('show-ref')).toBe(branches);
});

test.each<[string, 'export' | 'import', (folder: string) => string[], string]>([
  [
    'an axis that is not there',
    'import',
    (folder) => [folder, '--as', 'an', '--axis', 'truc-9', '--unit', 'uy-ban-nhan-dan', ...source],
    '--axis: không có trục nội dung nào mang mã “truc-9”. Hãy chọn một trong: truc-1,',
  ],
  [
    'a person who is not there',
    'import',
    (folder) => [folder, ...choices.with(1, 'khong-co'), ...source],
    'Không có tài khoản “khong-co”. Xem: npm run account -- list',
  ],
  [
    'a folder that is not there',
    'import',
    (folder) => [`${folder}-khac`, ...choices, ...source],
    '-khac.',
  ],
  [
    'a report that cannot be written',
    'import',
    (folder) => [folder, ...choices, ...source, '--report', `${folder}/khac/b.csv`],
    '--report: không ghi được ',
  ],
  [
    'an option that is none',
    'import',
    (folder) => [folder, ...choices, ...source, '--nguon', 'x'],
    'Cách dùng:\n  npm run import',
  ],
  [
    'a place that is a file',
    'export',
    (folder) => ['--to', `${folder}/a.md`],
    'a.md không phải thư mục. Hãy chọn một thư mục mới hoặc rỗng.',
  ],
  [
    'a place that holds something',
    'export',
    (folder) => ['--to', folder],
    'đã có tệp. Hãy chọn một thư mục mới hoặc rỗng',
  ],
  [
    'a repository that is none',
    'export',
    (folder) => ['--to', `${folder}-moi`, '--from', folder],
    '--from: ',
  ],
  ['no place', 'export', () => [], 'Cách dùng: npm run export'],
  ['an option that is none', 'export', () => ['--vao', 'x'], 'Cách dùng: npm run export'],
])('%s is refused by %s in words, and nothing is written', async (name, command, args, words) => {
  const folder = await folderOf(`${command}-${name}`.replaceAll(' ', '-'), {
    'a.md': '# Một\n\nHai.\n',
  });
  const before = await state();
  const { code, stderr } = await run(command, ...args(folder)).then(
    () => expect.unreachable('it went on'),
    (error: unknown) => error as { code: number; stderr: string },
  );
  expect([code, stderr]).toEqual([1, containing(words)]);
  // A remedy, and no stack of the program.
  expect(stderr).not.toMatch(/^\s+at /m);
  expect(await state()).toEqual(before);
});
