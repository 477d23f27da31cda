/** Finished files: in their place only when they are those of the page's last rendering, and never written into. */
import { randomUUID } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { cacheFolder, kept } from '#src/build-cache.ts';
import { FinishedFiles, type Kind } from '#src/integrations/finished-files.ts';

const path = 'bai-viet/a/index.html';

let root: string;
let names: Record<string, string>;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'finished-files-'));
  const own = randomUUID();
  names = { '': `${own}.html`, '.br': `${own}.br`, '.gz': `${own}.gz` };
});
afterEach(() => {
  rmSync(root, { recursive: true });
  for (const name of Object.values(names)) rmSync(join(cacheFolder, name), { force: true });
});

interface Begin {
  kind?: Kind;
  css?: string;
}

/** A build's site and what it leaves; `css` is what its pages are finished with. */
async function begin(build: string, { kind = 'site', css = 'a{}' }: Begin = {}) {
  const dist = join(root, build);
  mkdirSync(join(dist, '_astro'), { recursive: true });
  writeFileSync(join(dist, '_astro/a.css'), css);
  const finished = new FinishedFiles({ kind });
  finished.open(dist, join(root, 'left.json'));
  await finished.ready();
  return { dist, finished };
}

/** The first build: it makes the page under the edition `one`. */
async function first() {
  const { finished } = await begin('first');
  expect(finished.place(path, 'one')).toBe(false);
  finished.expect(path, 'one');
  for (const [ending, name] of Object.entries(names)) {
    finished.keep(path, ending, await kept(name, () => Promise.resolve(Buffer.from(`a${ending}`))));
  }
  finished.keepStyles(path, ['/_astro/a.css']);
  finished.close();
}

test('a page that is as it was stands in its place with its copies, and nobody makes it again', async () => {
  await first();
  const { dist, finished } = await begin('second');
  expect(finished.place(path, 'one')).toBe(true);
  expect(finished.isPlaced(path)).toBe(true);
  expect(finished.placedStyles()).toEqual(new Set(['/_astro/a.css']));
  for (const [ending, name] of Object.entries(names)) {
    expect(statSync(join(dist, path + ending)).ino).toBe(statSync(join(cacheFolder, name)).ino);
  }
  finished.close();
  expect((await begin('third')).finished.place(path, 'one')).toBe(true);
});

test.each([
  ['rendered anew', 'two', {}],
  ['under another stylesheet', 'one', { css: 'b{}' }],
])('a page %s is not taken over', async (_, edition, how) => {
  await first();
  const { dist, finished } = await begin('second', how);
  expect(finished.place(path, edition)).toBe(false);
  finished.clear();
  // Its folders neither: nobody else has a file there.
  expect(readdirSync(dist)).toEqual(['_astro']);
});

test('a preview takes over a page of the site without its copies, the site none of a preview', async () => {
  await first();
  const { dist, finished } = await begin('preview', { kind: 'preview' });
  expect(finished.place(path, 'one')).toBe(true);
  expect(readFileSync(join(dist, path), 'utf8')).toBe('a');
  expect(existsSync(join(dist, `${path}.br`))).toBe(false);
  finished.close();
  expect((await begin('site')).finished.place(path, 'one')).toBe(false);
});

test('of a site whose pages came first nothing is taken over: it has no copies', async () => {
  const { finished } = await begin('pages', { kind: 'pages' });
  finished.expect(path, 'one');
  finished.close();
  expect((await begin('site')).finished.place(path, 'one')).toBe(false);
});

test('a copy that is gone from the cache: nothing of the page is placed', async () => {
  await first();
  rmSync(join(cacheFolder, names['.gz']!));
  const { dist, finished } = await begin('second');
  expect(finished.place(path, 'one')).toBe(false);
  expect(existsSync(join(dist, path))).toBe(false);
});

test('a build that breaks off leaves nothing to be taken over', async () => {
  await first();
  (await begin('second')).finished.place(path, 'one');
  expect((await begin('third')).finished.place(path, 'one')).toBe(false);
});

test('a placed page that is rendered all the same leaves its place first: the kept file stays whole', async () => {
  await first();
  const { dist, finished } = await begin('second');
  finished.place(path, 'one');
  finished.withdraw(path);
  writeFileSync(join(dist, path), 'other');
  expect(existsSync(join(dist, `${path}.br`))).toBe(false);
  expect(readFileSync(join(cacheFolder, names['']!), 'utf8')).toBe('a');
  expect(finished.isPlaced(path)).toBe(false);
});

test('a file that no step finishes is kept as it stands, and named by its bytes', async () => {
  const { dist, finished } = await begin('first');
  finished.expect('a.txt', 'one');
  writeFileSync(join(dist, 'a.txt'), randomUUID());
  finished.close();
  const second = await begin('second');
  expect(second.finished.place('a.txt', 'one')).toBe(true);
  expect(readFileSync(join(second.dist, 'a.txt'))).toEqual(readFileSync(join(dist, 'a.txt')));
});
