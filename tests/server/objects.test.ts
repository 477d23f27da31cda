/** What is read and written through git commands that stay is what git itself says. */
import { execFile } from 'node:child_process';
import { access, chmod, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Git, StaleRefError } from '#admin/server/git/git.ts';

const exec = promisify(execFile);
let dir: string;
let git: Git;
let empty: string;
const an = { name: 'An', email: 'an@example.invalid' };
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'objects-'));
  await exec('git', ['init', '--quiet', '--bare', dir]);
  git = new Git(dir);
  const tree = await exec('sh', ['-c', `git --git-dir '${dir}' mktree </dev/null`]);
  empty = tree.stdout.trim();
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

test('a commit is what git itself would have made of the same words', async () => {
  // Something must be left of a name: git takes none away that has no letter.
  const name = fc
    .tuple(
      fc.string({ unit: 'grapheme', maxLength: 12 }),
      fc.constantFrom('', '.', ' <', '"', "'\\", '\n'),
    )
    .map((parts) => `${parts.join('')}Nguyễn${parts.toReversed().join('')}`.replaceAll('\0', ''));
  const message = fc
    .string({ unit: 'grapheme', maxLength: 40 })
    .map((text) => text.replaceAll('\0', ''));
  await fc.assert(
    fc.asyncProperty(name, message, async (who, words) => {
      const sha = await git.commit(empty, [], words, { name: who, email: 'an@example.invalid' });
      const own = await git.ownCommit(sha);
      expect(own).toMatchObject({ tree: empty, parents: [], message: words });
      const date = `${own!.at.getTime() / 1000} +0700`;
      const env = {
        ...process.env,
        ...{ GIT_AUTHOR_NAME: who, GIT_AUTHOR_EMAIL: 'an@example.invalid', GIT_AUTHOR_DATE: date },
        ...{
          GIT_COMMITTER_NAME: who,
          GIT_COMMITTER_EMAIL: 'an@example.invalid',
          GIT_COMMITTER_DATE: date,
        },
      };
      const made = exec('git', ['--git-dir', dir, 'commit-tree', empty], { env });
      made.child.stdin!.end(words);
      expect((await made).stdout.trim()).toBe(sha);
    }),
    { numRuns: 25 },
  );
});

test('a commit from elsewhere is not taken for our own', async () => {
  const own = await git.commit(empty, [], 'Lời', an);
  const text = (await exec('git', ['--git-dir', dir, 'cat-file', '-p', own])).stdout;
  const others = [
    text.replace(/\ncommitter An/, '\ncommitter Bình'),
    text.replace('\n\nLời', '\nencoding latin1\n\nLời'),
    text.replaceAll('+0700', '+0000'),
  ];
  for (const other of others) {
    const file = join(dir, 'khac');
    await writeFile(file, other);
    const { stdout } = await exec('git', [
      '--git-dir',
      dir,
      'hash-object',
      '-t',
      'commit',
      '-w',
      file,
    ]);
    expect(await git.ownCommit(stdout.trim())).toBeUndefined();
  }
});

test('of changes asked for at once, one that comes too late changes nothing and stops no other', async () => {
  const [one, two] = [
    await git.commit(empty, [], 'Một', an),
    await git.commit(empty, [], 'Hai', an),
  ];
  const answers = await Promise.allSettled([
    git.updateRefs([{ ref: 'refs/heads/x', from: undefined, to: one }]),
    git.updateRefs([
      { ref: 'refs/heads/y', from: undefined, to: one },
      { ref: 'refs/heads/x', from: undefined, to: two },
    ]),
    git.updateRefs([{ ref: 'refs/heads/z', from: undefined, to: two }]),
    git.updateRefs([{ ref: 'refs/heads/x', from: one, to: two }]),
  ]);
  expect(answers.map(({ status }) => status)).toEqual([
    'fulfilled',
    'rejected',
    'fulfilled',
    'fulfilled',
  ]);
  expect((answers[1] as PromiseRejectedResult).reason).toBeInstanceOf(StaleRefError);
  expect(await git.refValues('refs/heads/')).toEqual(
    new Map([
      ['x', two],
      ['z', two],
    ]),
  );
});

test('what a killed server left of a write is cleared by git itself', async () => {
  const left = join(dir, 'objects', 'tmp_con-sot');
  await writeFile(left, 'x');
  await exec('git', ['--git-dir', dir, 'prune', '--expire=now']);
  await expect(access(left)).rejects.toThrow('ENOENT');
  await git.writeBlob('xong');
  expect((await readdir(join(dir, 'objects'))).filter((name) => name.startsWith('tmp_'))).toEqual(
    [],
  );
});
