/** `npm run deploy:release`, as a person or a timer runs it. */
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { runProgram } from '#admin/server/git/process.ts';
import { filesReached } from '#src/code-reached.ts';
import { filesOf } from '#src/files-of.ts';
import { sentPaths, writeSite } from './site.ts';

let dir: string;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'release-'));
  await writeSite(join(dir, 'dist'));
});
afterEach(() => rm(dir, { recursive: true }));

const program = resolve('admin/release/release-cli.ts');
const run = (...args: string[]) =>
  runProgram(process.execPath, [program, ...args], { env: process.env });

test('one place that is ill keeps nothing from the others, and the exit code says so', async () => {
  await mkdir(join(dir, 'hong/current'), { recursive: true });
  const [ill, well] = ['hong', 'lanh'].map((name) => `file://${dir}/${name}`);
  const { code, stdout, stderr } = await run(
    ...['--from', join(dir, 'dist'), '--to', ill!, '--to', well!],
  );
  expect(code).toBe(1);
  expect(stderr).toMatch(new RegExp(`^✗ ${ill}: .+Hãy đổi tên nó`));
  expect(stdout.toString()).toMatch(new RegExp(`^✓ ${well}: đã gửi 9 tệp .+ giữ 0, bỏ 0\\.`));
  expect(await readFile(join(dir, 'lanh/current/index.html'), 'utf8')).toBe('<p>Trang chủ');
});

test('a place gets the whole site, then only what is new; a trial sends nothing', async () => {
  const place = `file://${dir}/nhận trang`;
  const call = ['--from', join(dir, 'dist'), '--to', place];
  const trial = await run(...call, '--dry-run');
  expect(trial.stdout.toString()).toMatch(/^✓ .+: sẽ gửi 9 tệp /);
  expect(existsSync(join(dir, 'nhận trang'))).toBe(false);
  expect(await run(...call)).toMatchObject({ code: 0, stderr: '' });
  const served = join(dir, 'nhận trang/current');
  expect(filesOf(served).sort()).toEqual([...sentPaths].sort());
  expect((await run(...call)).stdout.toString()).toBe(`✓ ${place}: không có gì mới.\n`);
  await writeSite(join(dir, 'dist'), { 'index.html': '<p>Trang mới', '404.html': undefined });
  expect((await run(...call)).stdout.toString()).toMatch(/ đã gửi 1 tệp .+ giữ 7, bỏ 1\.$/m);
  expect(await readFile(join(served, 'index.html'), 'utf8')).toBe('<p>Trang mới');
});

test.each([
  [['--to', 'file:///srv/trang'], 'Thiếu --from: thư mục của trang đã dựng.\nCách dùng'],
  [['--from', 'dist'], 'Thiếu --to: nơi nhận trang.\nCách dùng'],
  [['--form', 'dist'], 'Tham số “--form” chưa đúng.\nCách dùng'],
  [['--from'], 'Tham số “--from” chưa đúng.\nCách dùng'],
  [['dist'], 'Tham số “dist” chưa đúng.\nCách dùng'],
  [
    ['--from', 'khong-co', '--to', 'file:///srv/trang'],
    'khong-co (thiếu index.html). Hãy chạy npm run build, hoặc chọn thư mục khác sau --from.',
  ],
  [['--from', 'dist', '--to', '/srv/trang'], '“/srv/trang” không phải nơi nhận trang. Có ba dạng'],
  [['--from', 'dist', '--to', 'file://srv/trang'], 'Nơi nhận file://srv/trang: cần ba dấu gạch'],
  [
    ['--from', 'dist', '--to', 'ssh://may/srv/trang phường'],
    'thư mục chỉ gồm chữ không dấu, số và . _ -, ví dụ: ssh://trang@may-1/srv/trang.',
  ],
  [
    ['--from', 'dist', '--to', 's3://thung?endpoint=luu-tru.vn'],
    'endpoint phải là địa chỉ http:// hoặc https:// của máy chủ S3.',
  ],
])('%j is refused: what is wrong, and what to do', async (call, words) => {
  const { code, stdout, stderr } = await run(...call);
  expect([code, stdout.toString()]).toEqual([1, '']);
  expect(stderr).toContain(words);
  expect(stderr).not.toMatch(/^\s+at /m);
});

test('a secret in an address is refused and not repeated', async () => {
  const { code, stderr } = await run(
    '--from',
    'dist',
    '--to',
    'ssh://trang:mat-khau@may/srv/trang',
  );
  expect(code).toBe(1);
  expect(stderr).toContain('đừng để mật khẩu hay khóa trong địa chỉ');
  expect(stderr).not.toContain('mat-khau');
});

test('the client of buckets is loaded for buckets alone', () => {
  const client = 'node_modules/@aws-sdk/client-s3/package.json';
  for (const entry of ['admin/release/release-cli.ts', 'admin/server/start.ts']) {
    expect(filesReached(entry), entry).not.toContain(client);
  }
  expect(filesReached('admin/release/bucket.ts')).toContain(client);
});
