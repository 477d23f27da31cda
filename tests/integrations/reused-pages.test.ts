/**
 * No stale page: a build that reuses the code of pages, and one after edits at random that reuses pages and the folder of
 * a former site too, give what Astro itself makes of the project from nothing.
 */
import { once } from 'node:events';
import { mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { expect, onTestFinished, test } from 'vitest';
import { takePages } from '#src/integrations/left-pages.ts';
import { listBeside } from '#src/integrations/site-folder.ts';
import {
  fixtureContent,
  makeProject,
  pagesOnly,
  startAstro,
  startBuild,
} from '#tests/support/fixture-site.ts';
import { photoOfAPhone } from '#tests/support/photo-of-a-phone.ts';
import { editAtRandom, randomFrom } from '#tests/support/random-edits.ts';
import { seed } from '#tests/support/seed.ts';
import { differences, digestsOf } from '#tests/support/same-folders.ts';

/** Few: with many, every page shows something that changed, and none is reused. */
const edits = 4;

/** Pages that random edits leave alone, and the photo that each shows. */
const shown = {
  'content/pages/gioi-thieu.mdx': 'giu',
  'content/pages/gioi-thieu-thu.mdx': 'thay',
  'content/pages/anh-thu.mdx': 'bo',
};
const showing = (name: string) => `\n![Ảnh thử](/media/${name}.jpg)\n`;

/** The names of the photos that a site has copies of, and of their files. */
function photosOf(site: ReadonlyMap<string, string>) {
  const files = [...site.keys()].filter((path) =>
    /^_astro\/.*\.(?:avif|webp|png|jpe?g)$/.test(path),
  );
  return { files, names: new Set(files.map((path) => path.replace(/^_astro\/|-\d.*/g, ''))) };
}

test('after edits at random the pages are those of a clean build, and most were not rendered', async () => {
  const files = fixtureContent(2);
  const about = files.get('content/pages/gioi-thieu-thu.mdx')!;
  files.set('content/pages/anh-thu.mdx', about.replace('Trang thử hai', 'Trang thử ba'));
  for (const [path, name] of Object.entries(shown)) {
    files.set(path, files.get(path)! + showing(name));
  }
  const root = await makeProject(files);
  onTestFinished(() => rm(root, { recursive: true }));
  const library = join(root, 'content/media');
  await mkdir(library);
  const add = async (name: string, color: string) =>
    writeFile(
      join(library, `${name}.jpg`),
      await photoOfAPhone({ width: 800, height: 500 }, color),
    );
  for (const name of [...Object.values(shown), 'khong-dung']) await add(name, '#a31515');
  const build = async (start = startBuild, env: Record<string, string> = {}) => {
    const [code] = (await once(start(root, { ...pagesOnly, ...env }), 'exit')) as [number];
    expect(code, `SEED=${seed}`).toBe(0);
    return digestsOf(join(root, 'dist'));
  };
  const first = await build();
  expect(photosOf(first).names).toEqual(new Set(['giu', 'thay', 'bo']));

  // What Astro bundles anew has another file.
  const code = join(root, '.cache/astro/code/kept.json');
  const bundled = await stat(code);
  for (const left of ['page-reads.v8', 'finished-files.v8']) {
    await rm(join(root, '.cache/astro', left));
  }
  const rendered = await build(startBuild, { BUILD_KEEPS_LIST: 'true' });
  expect(differences(rendered, first)).toEqual([]);
  // As the server leaves a site that nobody needs any more.
  const former = join(root, 'former');
  await rename(listBeside(join(root, 'dist')), listBeside(former));
  await rename(join(root, 'dist'), former);

  const random = randomFrom(seed + 1);
  const before = new Map(files);
  const done = Array.from({ length: edits }, () => editAtRandom(files, random));
  const other = files.get('content/pages/anh-thu.mdx')!;
  files.set('content/pages/anh-thu.mdx', other.replace('/media/bo.jpg', '/media/moi.jpg'));
  await add('moi', '#1c62a9');
  await add('thay', '#0a7272');
  for (const path of before.keys()) if (!files.has(path)) await rm(join(root, path));
  for (const [path, text] of files) {
    if (before.get(path) !== text) await writeFile(join(root, path), text);
  }
  const reused = await build(startBuild, { BUILD_OVER: former });
  expect((await stat(code)).ino, 'Astro was started').toBe(bundled.ino);
  await expectPhotos(root, reused, first);
  const { pages } = takePages(join(root, '.cache/astro/page-reads.v8'))!;
  const editions = [...pages.values()].map(({ edition }) => edition);
  await rm(join(root, '.cache'), { recursive: true });
  const clean = await build(startAstro);

  expect(differences(reused, clean), `SEED=${seed}:\n${done.join('\n')}`).toEqual([]);
  expect(new Set(editions).size).toBe(2);
}, 300_000);

/** The photos that are shown now, upright and as they are now, and nothing of the library itself. */
async function expectPhotos(
  root: string,
  site: ReadonlyMap<string, string>,
  before: ReadonlyMap<string, string>,
): Promise<void> {
  const { files, names } = photosOf(site);
  expect(names).toEqual(new Set(['giu', 'thay', 'moi']));
  const replaced = files.filter((path) => path.startsWith('_astro/thay-'));
  expect(replaced.filter((path) => before.has(path))).toEqual([]);
  for (const path of files) {
    const { width, height, exif } = await sharp(join(root, 'dist', path)).metadata();
    expect([width < height, exif], path).toEqual([true, undefined]);
  }
  const html = await readFile(join(root, 'dist/gioi-thieu-thu/index.html'), 'utf8');
  for (const path of replaced) expect(html).toContain(`/${path}`);
  expect(html).toContain('width="500" height="800"');
  const everything = new Set(site.values());
  const originals = digestsOf(join(root, 'content/media'));
  for (const [name, digest] of originals) expect(everything.has(digest), name).toBe(false);
}
