/** An installation's checkout goes to other code; what the ward has published comes with it. */
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openRepository } from '#admin/server/git/repository.ts';
import { commitAll, gitIn, makeCheckout, writeIn } from '#tests/server/harness.ts';
import { publish } from './trial-machine.ts';

const exec = promisify(execFile);
const article = 'content/articles/phuong.mdx';

let dir: string;
let upstream: string;
let code: string;
let bare: string;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'upgrade-'));
  upstream = join(dir, 'upstream');
  code = join(dir, 'code');
  bare = join(dir, 'repository.git');
  await makeCheckout(upstream);
  await exec('git', ['clone', '--quiet', upstream, code]);
  await openRepository(bare, code);
});
afterEach(() => rm(dir, { recursive: true, force: true }));

const head = (repository: string) => gitIn(repository, 'rev-parse', 'main');
const take = (...args: string[]) => exec('sh', ['deploy/take-code.sh', code, bare, ...args]);
const textOf = (path: string) => readFile(join(code, path), 'utf8').catch(() => undefined);

test('new code and published content become one history, which the server takes over', async () => {
  await publish(bare, article, 'Phường đăng\n');
  await writeIn(upstream, 'src/moi.ts', 'export {};\n');
  await commitAll(upstream, 'Mã mới');
  await take();
  expect([await textOf(article), await textOf('src/moi.ts')]).toEqual([
    'Phường đăng\n',
    'export {};\n',
  ]);
  expect((await openRepository(bare, code)).messages).toEqual([
    'Đã nhận các commit mới ở nhánh main của thư mục mã nguồn.',
  ]);
  expect(await head(bare)).toBe(await head(code));
  // Once more, with nothing new.
  await take();
  expect(await head(bare)).toBe(await head(code));
});

test('the code of before comes back, files that it did not have go, and what was published stays', async () => {
  const before = await head(code);
  await writeIn(upstream, 'src/moi.ts', 'export {};\n');
  await writeIn(upstream, 'README.md', 'Bản mới\n');
  await commitAll(upstream, 'Mã mới');
  const readme = await textOf('README.md');
  await take();
  await openRepository(bare, code);
  await publish(bare, article, 'Đăng sau khi nâng cấp\n');
  await take(before);
  expect([await textOf('src/moi.ts'), await textOf('README.md')]).toEqual([undefined, readme]);
  expect(await textOf(article)).toBe('Đăng sau khi nâng cấp\n');
  await openRepository(bare, code);
  expect(await head(bare)).toBe(await head(code));
  expect(await gitIn(bare, 'diff', '--name-only', before, 'main')).toBe(article);

  // What was taken back comes whole with the next upgrade; a merge would leave out what it has seen before.
  await writeIn(upstream, 'src/moi.ts', 'export const sua = true;\n');
  await commitAll(upstream, 'Sửa mã mới');
  await take();
  expect(await gitIn(code, 'diff', '--name-only', await head(upstream), 'main')).toBe(article);
  await openRepository(bare, code);
  expect(await head(bare)).toBe(await head(code));
});

test.each([
  [
    'both changed one place',
    async () => {
      await publish(bare, article, 'Phường đăng\n');
      await writeIn(upstream, article, 'Mẫu mới\n');
      await commitAll(upstream, 'Mẫu');
    },
    `sửa cùng một chỗ trong nội dung. Kỹ sư hãy gộp bằng tay`,
  ],
  [
    'code came from the service',
    () => publish(bare, 'deploy/setup.sh', 'echo xấu\n'),
    'kho biên tập có thay đổi ngoài nội dung',
  ],
  [
    'somebody works in the checkout',
    () => writeIn(code, 'content/settings/site.yml', 'đang sửa\n'),
    'có tệp đã sửa mà chưa thành commit',
  ],
])('%s: nothing is changed', async (_, happen, message) => {
  await happen();
  const state = async () => [await head(code), await gitIn(code, 'status', '--porcelain')];
  const before = await state();
  await expect(take()).rejects.toMatchObject({
    stderr: expect.stringContaining(message) as string,
  });
  expect(await state()).toEqual(before);
});
