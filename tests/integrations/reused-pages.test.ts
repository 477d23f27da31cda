/** No stale page: after edits at random, a build that reuses pages gives what a clean one gives. */
import { once } from 'node:events';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { fixtureContent, makeProject, pagesOnly, startBuild } from '#tests/support/fixture-site.ts';
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
  const root = await makeProject(files);
  onTestFinished(() => rm(root, { recursive: true }));
  const build = async () => {
    const [code] = (await once(startBuild(root, pagesOnly), 'exit')) as [number];
    expect(code, `SEED=${seed}`).toBe(0);
    return digestsOf(join(root, 'dist'));
  };
  await build();

  const random = randomFrom(seed + 1);
  const before = new Map(files);
  const done = Array.from({ length: edits }, () => editAtRandom(files, random));
  for (const path of before.keys()) if (!files.has(path)) await rm(join(root, path));
  for (const [path, text] of files) {
    if (before.get(path) !== text) await writeFile(join(root, path), text);
  }
  const reused = await build();
  const { pages } = JSON.parse(
    await readFile(join(root, '.cache/astro/page-reads.json'), 'utf8'),
  ) as Kept;
  const editions = Object.values(pages).map(({ edition }) => edition);
  await rm(join(root, '.cache/astro'), { recursive: true });
  const clean = await build();

  expect(differences(reused, clean), `SEED=${seed}:\n${done.join('\n')}`).toEqual([]);
  expect(new Set(editions).size).toBe(2);
}, 300_000);
