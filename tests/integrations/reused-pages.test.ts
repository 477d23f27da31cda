/**
 * No stale page: a build that reuses the code of pages, and one after edits at random that reuses pages too, give what
 * Astro itself makes of the project from nothing.
 */
import { once } from 'node:events';
import { appendFile, mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { expect, onTestFinished, test } from 'vitest';
import {
  fixtureContent,
  makeProject,
  pagesOnly,
  startAstro,
  startBuild,
} from '#tests/support/fixture-site.ts';
import { editAtRandom, randomFrom } from '#tests/support/random-edits.ts';
import { seed } from '#tests/support/seed.ts';
import { differences, digestsOf } from '#tests/support/same-folders.ts';

/** Few: with many, every page shows something that changed, and none is reused. */
const edits = 4;

interface Kept {
  pages: Record<string, { edition: string }>;
}

test('after edits at random the pages are those of a clean build, and most were not rendered', async () => {
  const files = fixtureContent(2);
  const shown = [...files.keys()].find((path) => path.startsWith('content/articles/'))!;
  files.set(shown, `${files.get(shown)!}\n![Cổng phường](/media/cong-phuong.png)\n`);
  const root = await makeProject(files);
  onTestFinished(() => rm(root, { recursive: true }));
  await mkdir(join(root, 'content/media'));
  const picture = { width: 800, height: 500, channels: 3, background: '#a31515' } as const;
  await sharp({ create: picture }).png().toFile(join(root, 'content/media/cong-phuong.png'));
  const build = async (start = startBuild) => {
    const [code] = (await once(start(root, pagesOnly), 'exit')) as [number];
    expect(code, `SEED=${seed}`).toBe(0);
    return digestsOf(join(root, 'dist'));
  };
  const first = await build();

  // What Astro bundles anew has another file.
  const code = join(root, '.cache/astro/code/kept.json');
  const bundled = await stat(code);
  for (const left of ['page-reads.json', 'finished-files.json']) {
    await rm(join(root, '.cache/astro', left));
  }
  const rendered = await build();
  expect(differences(rendered, first)).toEqual([]);

  const random = randomFrom(seed + 1);
  const before = new Map(files);
  const done = Array.from({ length: edits }, () => editAtRandom(files, random));
  for (const path of before.keys()) if (!files.has(path)) await rm(join(root, path));
  for (const [path, text] of files) {
    if (before.get(path) !== text) await writeFile(join(root, path), text);
  }
  if (files.has(shown)) await appendFile(join(root, shown), '\nMột câu mới dưới ảnh.\n');
  const reused = await build();
  expect((await stat(code)).ino, 'Astro was started').toBe(bundled.ino);
  const { pages } = JSON.parse(
    await readFile(join(root, '.cache/astro/page-reads.json'), 'utf8'),
  ) as Kept;
  const editions = Object.values(pages).map(({ edition }) => edition);
  await rm(join(root, '.cache'), { recursive: true });
  const clean = await build(startAstro);

  expect(differences(reused, clean), `SEED=${seed}:\n${done.join('\n')}`).toEqual([]);
  expect(new Set(editions).size).toBe(2);
}, 300_000);
