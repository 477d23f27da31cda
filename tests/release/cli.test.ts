/** `npm run deploy:release`, as a person or a timer runs it. */
import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { runProgram } from '#admin/server/git/process.ts';
import { filesReached } from '#src/code-reached.ts';
import { writeSite } from './site.ts';

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

test('a wrong call says how', async () => {
  expect((await run('--from', 'dist')).stderr).toContain('Cách dùng');
});

test('the client of buckets is loaded for buckets alone', () => {
  const client = 'node_modules/@aws-sdk/client-s3/package.json';
  for (const entry of ['admin/release/release-cli.ts', 'admin/server/start.ts']) {
    expect(filesReached(entry), entry).not.toContain(client);
  }
  expect(filesReached('admin/release/bucket.ts')).toContain(client);
});
