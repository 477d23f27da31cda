import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareLists, readSite } from '#admin/release/files.ts';
import { nextName, outdated } from '#admin/release/names.ts';
import { sentPaths, writeSite } from './site.ts';

const list = fc
  .dictionary(
    fc.constantFrom('a', 'b', 'c/d', '__proto__', 'constructor'),
    fc.constantFrom('1', '2'),
  )
  .map((files) => new Map(Object.entries(files)));

test('whatever two lists hold, the difference makes the one into the other, and names each path once', () => {
  fc.assert(
    fc.property(list, list, (before, after) => {
      const { added, changed, same, removed } = compareLists(before, after);
      const made = new Map(before);
      for (const path of removed) made.delete(path);
      for (const path of [...added, ...changed]) made.set(path, after.get(path)!);
      expect(new Map([...made].sort())).toEqual(new Map([...after].sort()));
      const named = [...added, ...changed, ...same, ...removed];
      expect(named.sort()).toEqual([...new Set([...before.keys(), ...after.keys()])].sort());
      expect(same.every((path) => before.get(path) === after.get(path))).toBe(true);
      expect(changed.every((path) => before.has(path))).toBe(true);
    }),
  );
});

test('a site goes without what only the editorial server answers', async () => {
  const dir = await mkdtemp(join(tmpdir(), 'release-'));
  await writeSite(dir, { 'in/article/a.recipe.json': '{}' });
  expect([...(await readSite(dir)).files.keys()].sort()).toEqual([...sentPaths].sort());
  // A git host is behind this CMS: it works wherever it lies.
  await writeSite(dir, { 'admin/backend.json': '{}' });
  expect((await readSite(dir)).files.has('admin/index.html')).toBe(true);
  await rm(join(dir, 'index.html'));
  await expect(readSite(dir)).rejects.toThrow('Hãy chạy npm run build');
  await rm(dir, { recursive: true });
});

test('three releases are kept, the served one among them; files of others stay', () => {
  const sum = 'abcdefabcdef';
  const names = ['1', '2', '3', '10'].map((number) => `${sum}-${number}`);
  expect(nextName(sum, names)).toBe(`${sum}-11`);
  expect(nextName(sum, [])).toBe(`${sum}-1`);
  const all = [...names, 'unfinished-x', 'cua-nguoi-khac'];
  expect(outdated(all, `${sum}-10`)).toEqual([`${sum}-1`, 'unfinished-x']);
  // Somebody has gone back to an older one.
  expect(outdated(names, `${sum}-1`)).toEqual([`${sum}-2`]);
});
