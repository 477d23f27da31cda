import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { astroBuild, Builder } from '#admin/server/build/builder.ts';
import { clearAfterCrash, lockDataDir } from '#admin/server/machine/lock.ts';
import type { Git } from '#admin/server/git/git.ts';
import { openRepository } from '#admin/server/git/repository.ts';
import { readSettings } from '#admin/server/settings.ts';
import { commitAll, gitIn, makeCheckout, writeIn } from './harness.ts';

let dir: string;
let checkout: string;
let bare: string;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'start-'));
  checkout = join(dir, 'checkout');
  bare = join(dir, 'repository.git');
  await makeCheckout(checkout);
});
// Folders that no build takes may be being deleted still.
afterEach(() => rm(dir, { recursive: true, force: true, maxRetries: 9 }));

const head = (repository: string) => gitIn(repository, 'rev-parse', 'main');

/** A commit that only the editorial repository has, as a publish makes one. */
async function publishSomething(): Promise<void> {
  const tree = await gitIn(bare, 'rev-parse', 'main^{tree}');
  const commit = await gitIn(bare, 'commit-tree', tree, '-p', 'main', '-m', 'Đăng');
  await gitIn(bare, 'update-ref', 'refs/heads/main', commit);
}

test('the first start clones; later starts take over what the checkout has gained', async () => {
  expect((await openRepository(bare, checkout)).messages).toEqual([]);
  expect(await head(bare)).toBe(await head(checkout));
  await writeIn(checkout, 'README.md', 'Mới\n');
  await commitAll(checkout, 'Thêm');
  expect((await openRepository(bare, checkout)).messages).toEqual([
    'Đã nhận các commit mới ở nhánh main của thư mục mã nguồn.',
  ]);
  expect(await head(bare)).toBe(await head(checkout));
});

test('published content comes back into the checkout by the command that is shown', async () => {
  await openRepository(bare, checkout);
  await publishSomething();
  const before = await head(bare);
  const { messages } = await openRepository(bare, checkout);
  expect(messages.join()).toContain(`git pull --ff-only '${bare}' main`);
  expect(await head(bare)).toBe(before);
  await gitIn(checkout, 'pull', '--quiet', '--ff-only', bare, 'main');
  expect((await openRepository(bare, checkout)).messages).toEqual([]);
});

test('two directions: nothing is moved, and the way to reconcile is said', async () => {
  await openRepository(bare, checkout);
  await publishSomething();
  await writeIn(checkout, 'README.md', 'Mới\n');
  await commitAll(checkout, 'Thêm');
  const before = [await head(bare), await head(checkout)];
  const { messages } = await openRepository(bare, checkout);
  expect(messages.join('\n')).toContain(`git pull --no-rebase '${bare}' main`);
  expect([await head(bare), await head(checkout)]).toEqual(before);
  await gitIn(checkout, 'pull', '--quiet', '--no-rebase', bare, 'main');
  await openRepository(bare, checkout);
  expect(await head(bare)).toBe(await head(checkout));
});

test('a shallow checkout and one without a main branch will do', async () => {
  await writeIn(checkout, 'README.md', 'Mới\n');
  await commitAll(checkout, 'Thêm');
  const shallow = join(dir, 'shallow');
  await gitIn(dir, 'clone', '--quiet', '--depth=1', `file://${checkout}`, shallow);
  await gitIn(shallow, 'checkout', '--quiet', '-b', 'khac');
  await gitIn(shallow, 'branch', '--quiet', '-D', 'main');
  await openRepository(bare, shallow);
  expect(await head(bare)).toBe(await gitIn(shallow, 'rev-parse', 'HEAD'));
});

test('a folder that is no checkout is named', async () => {
  await rm(join(checkout, '.git'), { recursive: true });
  await expect(openRepository(bare, checkout)).rejects.toThrow(
    `Không đọc được kho git ở ${checkout}`,
  );
});

/** A builder whose build is a copy of the content. */
async function openBuilder(git: Git, siteUrl?: string): Promise<Builder> {
  const builder = new Builder({
    git,
    dataDir: dir,
    modules: join(checkout, 'node_modules'),
    command: (source, outDir) => ({ file: 'cp', args: ['-r', join(source, 'content'), outDir] }),
    siteUrl,
  });
  await builder.open();
  return builder;
}

test('a builder takes up its release after a restart and removes what a crash left', async () => {
  const { git } = await openRepository(bare, checkout);
  const open = () => openBuilder(git);
  const builder = await open();
  const release = await builder.build(await head(bare));
  await builder.activate(release);
  await writeFile(join(dir, 'build-index.lock'), '');
  await writeIn(dir, 'releases/unfinished-1/index.html', '');
  // A publish that was under way had its draft's file there already.
  await writeIn(dir, 'build/content/articles/chua-dang.mdx', 'Chưa đăng');
  const restarted = await open();
  expect(restarted.releases).toEqual([release]);
  // Nobody waits for what is deleted.
  await expect
    .poll(async () => (await readdir(join(dir, 'releases'))).sort())
    .toEqual([`${release.commit}-1`, 'current'].sort());
  // Files that a later commit no longer has are gone from the source, and those that none has.
  await gitIn(checkout, 'rm', '--quiet', 'content/articles/dich-vu-cong.mdx');
  await commitAll(checkout, 'Bớt');
  await openRepository(bare, checkout);
  const next = await restarted.build(await head(bare));
  expect(await readdir(next.dir, { recursive: true })).not.toContainEqual(
    expect.stringContaining('articles'),
  );
});

test('a release of pages alone is not the one to stay, also after a restart', async () => {
  const { git } = await openRepository(bare, checkout);
  const builder = await openBuilder(git);
  await builder.activate(await builder.build(await head(bare)), false);
  for (const one of [builder, await openBuilder(git)]) expect(one.isWhole()).toBe(false);
  await builder.activate(await builder.build(await head(bare)));
  for (const one of [builder, await openBuilder(git)]) expect(one.isWhole()).toBe(true);
});

test('a release built under another address is not the one to serve', async () => {
  const { git } = await openRepository(bare, checkout);
  const open = (siteUrl?: string) => openBuilder(git, siteUrl);
  const first = await open();
  expect(first.hasAddress()).toBe(false);
  await first.activate(await first.build(await head(bare)));
  expect((await open()).hasAddress()).toBe(true);
  const moved = await open('https://phuong.example');
  expect(moved.isWhole()).toBe(true);
  expect(moved.hasAddress()).toBe(false);
  await moved.activate(await moved.build(await head(bare)));
  expect((await open('https://phuong.example')).hasAddress()).toBe(true);
});

test('a build ends when the server that began it was killed', async () => {
  // The options with which Astro is run, with another program in its place.
  const { args } = astroBuild(dir, 'out');
  await writeIn(dir, 'wait.mjs', 'setInterval(() => {}, 1000)');
  const options = args.slice(0, args.indexOf('build') - 1);
  const build = spawn(process.execPath, [...options, join(dir, 'wait.mjs')], {
    stdio: ['pipe', 'ignore', 'inherit'],
  });
  build.stdin.destroy();
  expect(await once(build, 'exit')).toEqual([1, null]);
});

test('one server per data folder; the lock of a dead one is taken over', async () => {
  const unlock = await lockDataDir(dir);
  await expect(lockDataDir(dir)).rejects.toThrow(
    `Một máy chủ khác (tiến trình ${process.pid}) đang dùng thư mục ${dir}`,
  );
  const lock = join(dir, 'server.lock');
  const mine = await readFile(lock, 'utf8');
  await unlock();
  // A process of another start, as after a restart of the machine; and half a file.
  for (const dead of [mine.replace(/"started":"/, '"started":"0'), '{"pid":']) {
    await writeFile(lock, dead);
    const again = await lockDataDir(dir);
    expect(await readFile(lock, 'utf8')).toBe(mine);
    await again();
  }
  // Of several that start together over a dead lock, one wins.
  await writeFile(lock, '{}');
  const starts = await Promise.allSettled(Array.from({ length: 8 }, () => lockDataDir(dir)));
  expect(starts.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  expect((await readdir(dir)).filter((name) => name.endsWith('.tmp'))).toEqual([]);
});

test('what a killed server left behind is removed, what is being written is not', async () => {
  await openRepository(bare, checkout);
  const left = [
    'repository.git/packed-refs.lock',
    'repository.git/refs/heads/main.lock',
    'repository.git/index-5f0c8a3e-0000-4000-8000-000000000000',
    'accounts.json.5f0c8a3e-0000-4000-8000-000000000000.tmp',
    'notices/people/an.json.5f0c8a3e-0000-4000-8000-000000000000.tmp',
  ];
  await mkdir(join(dir, 'repository.git/refs/heads'), { recursive: true });
  await mkdir(join(dir, 'notices/people'), { recursive: true });
  for (const path of left) {
    await writeFile(join(dir, path), '');
    await utimes(join(dir, path), 1, 1);
  }
  const kept = join(dir, 'repository.git/refs/heads/other.lock');
  await writeFile(kept, '');
  setTimeout(() => void rm(kept), 300);
  const started = Date.now();
  await clearAfterCrash(dir);
  expect(Date.now() - started).toBeGreaterThanOrEqual(250);
  const names = await readdir(dir, { recursive: true });
  expect(names.filter((name) => left.includes(name))).toEqual([]);
  await publishSomething();
});

test('settings that are wrong are named', () => {
  expect(
    readSettings({ SITE_URL: 'https://phuong.example', ALLOWED_HOSTS: 'a.vn, b.vn' }),
  ).toMatchObject({
    port: 4321,
    host: '127.0.0.1',
    allowedHosts: new Set(['localhost', '127.0.0.1', '[::1]', 'phuong.example', 'a.vn', 'b.vn']),
  });
  expect(() => readSettings({ PORT: 'abc' })).toThrow('PORT=abc');
  expect(readSettings({ GIT_REMOTE: 'ssh://git.example/trang.git' }).gitRemote).toEqual({
    url: 'ssh://git.example/trang.git',
    seconds: 60,
  });
  expect(() => readSettings({ GIT_REMOTE: 'x', GIT_REMOTE_SECONDS: '0' })).toThrow(
    'GIT_REMOTE_SECONDS=0',
  );
  expect(() => readSettings({ SITE_URL: 'phuong.example' })).toThrow('SITE_URL=phuong.example');
});
