/** What builds keep: made once, found again, never stale, and never written into. */
import { mkdir, mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cruise, type ICruiseResult } from 'dependency-cruiser';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { cached, kept, keptFile } from '#src/build-cache.ts';
import { drawingKeys } from '#src/channels/pictures/key.ts';
import { filesReached } from '#src/code-reached.ts';
import { linkOrCopy } from '#src/link-file.ts';
import rules from '../../.dependency-cruiser.mjs';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kept-'));
});
afterEach(() => rm(folder, { recursive: true }));

describe('a kept file', () => {
  test('is made once, also when several ask at the same time', async () => {
    const store = join(folder, 'new');
    let made = 0;
    const make = () => {
      made += 1;
      return Promise.resolve(Buffer.from('picture'));
    };
    const together = await Promise.all([
      cached('key.png', make, store),
      kept('key.png', make, store).then((path) => readFile(path)),
    ]);
    const later = await cached('key.png', make, store);
    expect(made).toBe(1);
    expect([...together, later].map(String)).toEqual(['picture', 'picture', 'picture']);
    expect(await readdir(store)).toEqual(['key.png']);
  });

  test('tells what hinders it', async () => {
    await writeFile(join(folder, 'file'), '');
    const make = () => Promise.resolve(Buffer.of());
    await expect(kept('key.png', make, join(folder, 'file'))).rejects.toThrow('ENOTDIR');
    const broken = () => Promise.reject(new Error('no ink'));
    await expect(kept('other.png', broken, folder)).rejects.toThrow('no ink');
    expect(await readdir(folder)).toEqual(['file']);
  });

  test('that is used has the day of its use, and the time of its change stays', async () => {
    const path = join(folder, 'key.png');
    await writeFile(path, 'picture');
    const then = new Date('2026-01-02T03:04:05Z');
    await utimes(path, then, then);
    await kept('key.png', () => Promise.reject(new Error('made anew')), folder);
    const { atimeMs, mtime } = await stat(path);
    expect(mtime).toEqual(then);
    expect(Date.now() - atimeMs).toBeLessThan(60_000);
  });

  test('in a release is the same file on the disk', async () => {
    const path = await kept('key.png', () => Promise.resolve(Buffer.from('picture')), folder);
    await mkdir(join(folder, 'release'));
    linkOrCopy(path, join(folder, 'release/a.png'));
    expect((await stat(join(folder, 'release/a.png'))).ino).toBe((await stat(path)).ino);
  });
});

/** Every module whose code decides what is kept. */
const makers = [
  'src/channels/share-card/share-card.ts',
  'src/channels/social/social.tsx',
  'src/channels/poster/pdf.ts',
  'src/channels/qr/qr.ts',
  'src/integrations/first-view/styles.ts',
];

test('of two builds that make one file the first stays: the other may be giving it a further name', async () => {
  const path = join(folder, 'key.html');
  let first = 0;
  const makeSecond = async () => {
    await writeFile(path, 'page');
    first = (await stat(path)).ino;
    return Buffer.from('page');
  };
  expect(await kept('key.html', makeSecond, folder)).toBe(path);
  expect((await stat(path)).ino).toBe(first);
  const own = join(folder, 'index.html');
  await writeFile(own, 'page');
  expect(keptFile('key.html', own, folder)).toBe(path);
  expect((await stat(own)).ino).toBe(first);
  expect((await readdir(folder)).sort()).toEqual(['index.html', 'key.html']);
});

test.each(makers)(
  'the name of what %s makes follows from all the code that it runs',
  async (maker) => {
    const { output } = await cruise([maker], { ...rules.options, tsPreCompilationDeps: false });
    const { modules } = output as ICruiseResult;
    const ours = modules.map(({ source }) => source).filter((source) => /^src\//.test(source));
    const packages = modules
      .map(({ source }) => /^node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(source)?.[1])
      .filter((name) => name !== undefined)
      .map((name) => `node_modules/${name}/package.json`);
    expect(ours.length).toBeGreaterThan(0);
    expect([...filesReached(maker)]).toEqual(expect.arrayContaining([...ours, ...packages]));
  },
);

test('the name of a drawing changes with its input and its maker, and with nothing else', () => {
  const keyOf = drawingKeys('src/channels/qr/qr.ts');
  expect(keyOf('a')).toBe(drawingKeys('src/channels/qr/qr.ts')('a'));
  const names = [
    keyOf('a'),
    keyOf('b'),
    keyOf('a', 'b'),
    keyOf(['a', 'b']),
    drawingKeys('src/channels/poster/pdf.ts')('a'),
  ];
  expect(new Set(names).size).toBe(names.length);
});
