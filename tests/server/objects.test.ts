/** What is read and written through git commands that stay is what git itself says. */
import { execFile } from 'node:child_process';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Git } from '#admin/server/git/git.ts';

const exec = promisify(execFile);
let dir: string;
let git: Git;
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'objects-'));
  await exec('git', ['init', '--quiet', '--bare', dir]);
  git = new Git(dir);
});
afterAll(async () => {
  git.close();
  await rm(dir, { recursive: true });
});

const said = async (...args: string[]) =>
  (await exec('git', ['--git-dir', dir, ...args])).stdout.split('\0').filter(Boolean);

/** Few names, so that files and folders of one name meet. */
const name = fc.constantFrom('a', 'a.b', 'a-b', 'đường', 'hai chữ', 'z');
const path = fc.array(name, { minLength: 1, maxLength: 3 }).map((names) => names.join('/'));
/** Files by path, none of which is a folder of another. */
const files = fc
  .dictionary(path, fc.string({ unit: 'grapheme', maxLength: 8 }), { maxKeys: 8 })
  .map((all) =>
    Object.entries(all).filter(
      ([one]) => !Object.keys(all).some((other) => other.startsWith(`${one}/`)),
    ),
  );

async function treeOf(entries: readonly [string, string][], base: string): Promise<string> {
  const blobs = entries.map(async ([at, text]) => [at, await git.writeBlob(text)] as const);
  return git.writeTree(base, new Map(await Promise.all(blobs)));
}

test('files, changes and trees are those that git itself finds', async () => {
  const empty = (
    await exec('sh', ['-c', `git --git-dir '${dir}' mktree </dev/null`])
  ).stdout.trim();
  await fc.assert(
    fc.asyncProperty(files, files, async (one, other) => {
      const from = await treeOf(one, empty);
      const to = await treeOf(other, empty);
      const listed = await said('ls-tree', '-r', '-z', '--full-tree', to);
      const lines = (await git.files(to, '')).map(
        ({ mode, sha, path: at }) => `${mode} blob ${sha}\t${at}`,
      );
      expect(lines).toEqual(listed);

      const changes = await git.changes(from, to);
      const told = await said('diff-tree', '-r', '-z', '--no-renames', '--name-status', from, to);
      const marks = changes.flatMap(({ path: at, isNew, sha }) => [
        isNew ? 'A' : sha ? 'M' : 'D',
        at,
      ]);
      expect(marks.toSorted()).toEqual(told.toSorted());

      // What was taken out, put in and changed makes of the one tree the other.
      expect(
        await git.writeTree(from, new Map(changes.map(({ path: at, sha }) => [at, sha]))),
      ).toBe(to);
    }),
    { numRuns: 30 },
  );
});

test('an object that is broken fails whoever asks for it, and nobody else', async () => {
  const [good, bad] = [await git.writeBlob('tốt'), await git.writeBlob('hỏng')];
  const file = join(dir, 'objects', bad.slice(0, 2), bad.slice(2));
  await chmod(file, 0o644);
  await writeFile(file, 'x');
  const answers = await Promise.allSettled([good, bad, good].map((sha) => git.blobs([sha])));
  expect(answers.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  expect(String((answers[1] as PromiseRejectedResult).reason)).toContain(bad);
});

test('what is not there is told, and no name asks two questions', async () => {
  expect(await git.resolve('refs/heads/khong-co')).toBeUndefined();
  await expect(git.blobs(['0'.repeat(40)])).rejects.toThrow('thiếu đối tượng');
  await expect(git.resolve('main\ninfo main')).rejects.toThrow('Không phải tên');
});

test('git can be used again after it was closed', async () => {
  const sha = await git.writeBlob('còn đây');
  git.close();
  expect((await git.blobs([sha])).join('')).toBe('còn đây');
});
