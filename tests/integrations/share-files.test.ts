/** A new release beside an old one: the same bytes to readers, and the disk holds them once. */
import { mkdtemp, readFile, rm, stat, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { shareFiles } from '#src/integrations/share-files.ts';
import { writeIn } from '../server/harness.ts';

let dir = '';
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'share-files-'));
});
afterEach(() => rm(dir, { recursive: true }));

const inodeOf = async (path: string) => (await stat(join(dir, path))).ino;

test('what did not change is one file with two names; what changed is its own', async () => {
  const large = 'Khương Đình\n'.repeat(60_000);
  await writeIn(dir, 'old/index.html', 'Trang chủ');
  await writeIn(dir, 'old/bai-viet/a/index.html', large);
  await writeIn(dir, 'old/bai-viet/b/index.html', 'một');
  await writeIn(dir, 'old/chi-cu.txt', 'cũ');
  await writeIn(dir, 'new/index.html', 'Trang chủ');
  await writeIn(dir, 'new/bai-viet/a/index.html', `${large.slice(0, -1)}!`);
  await writeIn(dir, 'new/bai-viet/b/index.html', 'hai');
  await writeIn(dir, 'new/chi-moi.txt', 'cũ');
  const time = (await stat(join(dir, 'old/index.html'))).mtimeMs;
  shareFiles(join(dir, 'new'), join(dir, 'old'));
  expect(await inodeOf('new/index.html')).toBe(await inodeOf('old/index.html'));
  expect((await stat(join(dir, 'new/index.html'))).mtimeMs).toBe(time);
  for (const path of ['bai-viet/a/index.html', 'bai-viet/b/index.html']) {
    expect(await inodeOf(`new/${path}`), path).not.toBe(await inodeOf(`old/${path}`));
  }
  expect(await readFile(join(dir, 'new/bai-viet/a/index.html'), 'utf8')).toMatch(/!$/);
  // The old release is removed one day: the new one stands without it.
  await rm(join(dir, 'old'), { recursive: true });
  expect(await readFile(join(dir, 'new/index.html'), 'utf8')).toBe('Trang chủ');
});

test('no release before this one, or a file where a folder is now: nothing is lost', async () => {
  await writeIn(dir, 'old/a', 'tệp');
  await writeIn(dir, 'new/a/index.html', 'thư mục');
  await symlink('a', join(dir, 'new/lien-ket'));
  shareFiles(join(dir, 'new'), join(dir, 'old'));
  shareFiles(join(dir, 'new'), join(dir, 'khong-co'));
  expect(await readFile(join(dir, 'new/lien-ket/index.html'), 'utf8')).toBe('thư mục');
});

test('whatever two releases hold, the new one reads as it was built', async () => {
  const release = fc.dictionary(
    fc.constantFrom('a', 'b/c', 'b/d', 'e/f/g'),
    fc.constantFrom('', 'x', 'y', 'xx'),
  );
  let round = 0;
  await fc.assert(
    fc.asyncProperty(release, release, async (older, newer) => {
      const here = String((round += 1));
      for (const [name, files] of Object.entries({ older, newer })) {
        await writeIn(dir, `${here}/${name}/goc`, 'gốc');
        for (const [path, text] of Object.entries(files)) {
          await writeIn(dir, `${here}/${name}/${path}`, text);
        }
      }
      shareFiles(join(dir, here, 'newer'), join(dir, here, 'older'));
      for (const [path, text] of Object.entries(newer)) {
        expect(await readFile(join(dir, here, 'newer', path), 'utf8')).toBe(text);
      }
    }),
    { numRuns: 60 },
  );
});
