/** The repository is an ordinary one: engineers push to it, and a second one may follow it. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { GitError } from '#admin/server/git/git.ts';
import { article, file } from '#tests/support/content.ts';
import { fakeBuild } from '#tests/support/fake-build.ts';
import {
  commitAll,
  containing,
  gitIn,
  key,
  saveOf,
  startWorld,
  writeIn,
  type World,
} from './harness.ts';

let world: World;
let work: string;
let remote: string;

/** A server with a remote repository, and an engineer's clone of the server's own. */
beforeEach(async () => {
  remote = await mkdtemp(join(tmpdir(), 'remote-'));
  await gitIn(remote, 'init', '--quiet', '--bare', '-b', 'main');
  world = await startWorld({ gitRemote: { url: remote, seconds: 3600 } });
  work = join(world.dir, 'engineer');
  await gitIn(world.dir, 'clone', '--quiet', join(world.dir, 'data/repository.git'), work);
});
afterEach(async () => {
  await world.close();
  await rm(remote, { recursive: true, force: true });
});

const path = 'content/articles/dich-vu-cong.mdx';
const page = async (slug: string) => (await world.request(`/bai-viet/${slug}/`)).body as string;
const push = (...args: string[]) => gitIn(work, 'push', '--quiet', 'origin', ...args);
const heads = async (dir: string) => (await gitIn(dir, 'show-ref', '--heads')).split('\n');

async function commit(files: Record<string, string>): Promise<void> {
  for (const [name, text] of Object.entries(files)) await writeIn(work, name, text);
  await commitAll(work, 'Kỹ sư sửa');
}

/** A commit on the remote's `main`, made in a clone of it. */
async function commitThere(files: Record<string, string>): Promise<void> {
  const clone = join(world.dir, 'other');
  await rm(clone, { recursive: true, force: true });
  await gitIn(world.dir, 'clone', '--quiet', remote, clone);
  for (const [name, text] of Object.entries(files)) await writeIn(clone, name, text);
  await commitAll(clone, 'Sửa ở kho từ xa');
  await gitIn(clone, 'push', '--quiet', 'origin', 'main');
}

async function sync(): Promise<string[]> {
  return world.services.remote!.sync();
}

test('a push to main is noticed and served', async () => {
  world.services.watch.start();
  await commit({ [path]: file({ ...article, title: 'Kỹ sư đổi tiêu đề' }) });
  await push('main');
  await expect.poll(() => page('dich-vu-cong')).toContain('Kỹ sư đổi tiêu đề');
  expect(world.services.health.mainProblem).toBeUndefined();
});

test('a server that is stopped while it builds finds no fault in that', async () => {
  const { promise: begun, resolve: begin } = Promise.withResolvers<undefined>();
  let isSlow = false;
  const other = await startWorld({
    buildCommand: (source, outDir) => {
      if (!isSlow) return fakeBuild(source, outDir);
      begin(undefined);
      return { file: 'sleep', args: ['600'] };
    },
  });
  const { watch, health } = other.services;
  const clone = join(other.dir, 'engineer');
  await gitIn(other.dir, 'clone', '--quiet', join(other.dir, 'data/repository.git'), clone);
  await writeIn(clone, path, file({ ...article, title: 'Kỹ sư đổi tiêu đề' }));
  await commitAll(clone, 'Kỹ sư sửa');
  await gitIn(clone, 'push', '--quiet', 'origin', 'main');
  isSlow = true;
  const checked = watch.check();
  await begun;
  await other.close();
  await checked;
  expect(health.problems).toEqual([]);
});

test('a bad push leaves the old site up, is told, and is over with the next good one', async () => {
  const { watch, health } = world.services;
  const before = await page('dich-vu-cong');
  await commit({ [path]: file({ ...article, axis: 'truc-9' }) });
  await push('main');
  await watch.check();
  expect(health.mainProblem).toContain('nội dung sai nên trang cũ vẫn chạy');
  expect(health.mainProblem).toContain(path);
  expect(await page('dich-vu-cong')).toBe(before);
  await commit({ [path]: file({ ...article, title: 'Bài HONG bản dựng' }) });
  await push('main');
  await watch.check();
  expect(health.mainProblem).toContain('✗ dich-vu-cong.mdx: không dựng được');
  await commit({ [path]: file({ ...article, title: 'Bài đã sửa đúng' }) });
  await push('main');
  await watch.check();
  expect(health.mainProblem).toBeUndefined();
  expect(await page('dich-vu-cong')).toContain('Bài đã sửa đúng');
});

test('new code says what to do', async () => {
  await commit({ 'package-lock.json': '{}' });
  await push('main');
  await world.services.watch.check();
  expect(world.services.health.mainProblem).toContain('chạy npm ci rồi khởi động lại');
});

test('history is not rewritten and main not deleted by a push', async () => {
  await gitIn(work, 'commit', '--quiet', '--amend', '-m', 'Viết lại');
  await expect(push('--force', 'main')).rejects.toThrow('non-fast-forward');
  await expect(push('--delete', 'main')).rejects.toThrow('deletion prohibited');
});

test('every step goes to the remote: main, drafts, and that a draft is gone', async () => {
  expect(await sync()).toEqual([]);
  const start = await heads(remote);
  expect(start).toEqual(await heads(join(world.dir, 'data/repository.git')));
  await world.cms('editor', 'persistEntry', saveOf('bai-moi'));
  expect(await sync()).toEqual([]);
  expect(await heads(remote)).toContainEqual(containing('refs/heads/cms/article/bai-moi'));
  await world.cms('editor', 'deleteUnpublishedEntry', key('bai-moi'));
  expect(await sync()).toEqual([]);
  expect(await heads(remote)).toEqual(start);
});

test('steps go to the remote by themselves', async () => {
  world.services.start();
  await world.cms('editor', 'persistEntry', saveOf('bai-moi'));
  await expect
    .poll(() => heads(remote).catch(() => []))
    .toContainEqual(containing('refs/heads/cms/article/bai-moi'));
});

test('what was merged there comes in, and the draft that was merged goes', async () => {
  await world.cms('editor', 'persistEntry', saveOf('bai-moi'));
  await sync();
  const clone = join(world.dir, 'host');
  await gitIn(world.dir, 'clone', '--quiet', remote, clone);
  // As a git host does it: the branch becomes one new commit, and goes.
  await gitIn(clone, 'merge', '--quiet', '--squash', 'origin/cms/article/bai-moi');
  await commitAll(clone, 'Gộp bài mới (#1)');
  await gitIn(clone, 'push', '--quiet', 'origin', 'main', ':cms/article/bai-moi');
  expect(await sync()).toEqual([]);
  expect(await heads(remote)).toEqual(await heads(join(world.dir, 'data/repository.git')));
  expect((await world.cms('editor', 'unpublishedEntries')).body).toEqual([]);
  await world.services.watch.check();
  expect(await page('bai-moi')).toContain('Bài bai-moi');
});

test('a draft that was deleted there without being merged is put back', async () => {
  await world.cms('editor', 'persistEntry', saveOf('bai-moi'));
  await sync();
  await gitIn(remote, 'update-ref', '-d', 'refs/heads/cms/article/bai-moi');
  expect(await sync()).toEqual([]);
  expect(await heads(remote)).toContainEqual(containing('refs/heads/cms/article/bai-moi'));
});

test('a draft that somebody changed there is told; neither side is overwritten', async () => {
  await world.cms('editor', 'persistEntry', saveOf('bai-moi'));
  await sync();
  const ref = 'refs/heads/cms/article/bai-moi';
  const tree = await gitIn(remote, 'rev-parse', 'main^{tree}');
  const forged = await gitIn(
    remote,
    ...['commit-tree', tree, '-p', ref, '-m', 'x\n\nWorkflow-Status: pending_publish'],
  );
  await gitIn(remote, 'update-ref', ref, forged);
  const here = await world.git('rev-parse', ref);
  expect((await sync()).join()).toContain('cms/article/bai-moi ở kho từ xa đã bị sửa từ nơi khác');
  expect(await world.git('rev-parse', ref)).toBe(here);
  expect(await gitIn(remote, 'rev-parse', ref)).toBe(forged);
});

test('both sides having moved, neighbouring fields are merged into one commit', async () => {
  await sync();
  await commit({ [path]: file({ ...article, title: 'Tiêu đề sửa ở đây' }) });
  await push('main');
  await commitThere({ [path]: file({ ...article, summary: 'Tóm tắt sửa ở kho từ xa, đủ dài.' }) });
  expect(await sync()).toEqual([]);
  expect(await world.git('rev-parse', 'main')).toBe(await gitIn(remote, 'rev-parse', 'main'));
  expect((await world.git('rev-list', '--parents', '-1', 'main')).split(' ')).toHaveLength(3);
  const text = await world.git('show', `main:${path}`);
  expect(text).toContain('Tiêu đề sửa ở đây');
  expect(text).toContain('Tóm tắt sửa ở kho từ xa');
});

test('a true collision is told with its fields, and both sides stay', async () => {
  await sync();
  await commit({ [path]: file({ ...article, title: 'Tiêu đề sửa ở đây' }) });
  await push('main');
  await commitThere({ [path]: file({ ...article, title: 'Tiêu đề sửa ở đó' }) });
  const before = [await heads(join(world.dir, 'data/repository.git')), await heads(remote)];
  expect((await sync()).join()).toContain(`${path} (title)`);
  expect([await heads(join(world.dir, 'data/repository.git')), await heads(remote)]).toEqual(
    before,
  );
});

test('a remote that cannot be reached is told without its password', async () => {
  await rm(remote, { recursive: true });
  world.services.start();
  await expect
    .poll(() => world.services.health.remoteProblem)
    .toContain('Chưa đồng bộ được với kho từ xa, sẽ tự thử lại.');
  const outcome = {
    code: 128,
    signal: null,
    stdout: Buffer.alloc(0),
    stderr: "fatal: unable to access 'https://an:mat-khau@git.example/trang.git/'",
  };
  const { message } = new GitError(['fetch', 'remote'], outcome);
  expect(message).toContain('https://git.example/trang.git');
  expect(message).not.toContain('mat-khau');
});
