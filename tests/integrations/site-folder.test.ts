/** A site that is made of a former one: whatever that held, the new one holds what was built, and no kept file changes. */
import { randomUUID } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { cacheFolder, cacheKey, kept } from '#src/build-cache.ts';
import { filesOf } from '#src/files-of.ts';
import { FinishedFiles } from '#src/integrations/finished-files.ts';
import { listBeside, SiteFolder } from '#src/integrations/site-folder.ts';
import { linkOrCopy } from '#src/link-file.ts';

let root: string;
/** Files of this run alone: names in the cache follow from the bytes. */
let own: string;
const keptNames = new Set<string>();
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'site-folder-'));
  own = randomUUID();
});
afterEach(() => {
  rmSync(root, { recursive: true });
  for (const name of keptNames) rmSync(join(cacheFolder, name), { force: true });
  keptNames.clear();
});

type Pages = Readonly<Record<string, string>>;

interface Made {
  /** Pages, each with a compressed copy, by path. */
  pages: Pages;
  /** What no page is, and every build writes anew. */
  others?: Pages;
  over?: string;
  previous?: string;
}

const compressed = (text: string) => `nén ${text}`;

/** Builds a site as the product does: what is as it was is placed, the rest made. Returns its folder. */
async function build(name: string, { pages, others = {}, over, previous }: Made): Promise<string> {
  const outDir = join(root, name);
  const folder = new SiteFolder({ outDir, over, previous, keepsList: true });
  folder.begin();
  const finished = new FinishedFiles({ folder });
  finished.open(folder.fresh, join(root, 'left.json'));
  await finished.ready();
  const rest = Object.entries(pages).filter(([path, text]) => !finished.place(path, text));
  finished.clear();
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(folder.fresh, path)), { recursive: true });
    writeFileSync(join(folder.fresh, path), text + own);
  };
  for (const [path, text] of rest) {
    finished.expect(path, text);
    write(path, text);
    keptNames.add(`${cacheKey(text + own)}.html`);
    const br = `${cacheKey(text + own, 'nén')}.br`;
    keptNames.add(br);
    const copy = await kept(br, () => Promise.resolve(Buffer.from(compressed(text) + own)));
    linkOrCopy(copy, join(folder.fresh, `${path}.br`));
    finished.keep(path, '.br', copy);
  }
  for (const [path, text] of Object.entries(others)) write(path, text);
  finished.close();
  return outDir;
}

function expectSite(site: string, { pages, others = {} }: Made): void {
  const expected = Object.entries(pages).flatMap(([path, text]): [string, string][] => [
    [path, text],
    [`${path}.br`, compressed(text)],
  ]);
  const found = filesOf(site).map((path) => [path, readFileSync(join(site, path), 'utf8')]);
  expect(Object.fromEntries(found)).toEqual(
    Object.fromEntries(
      [...expected, ...Object.entries(others)].map(([path, text]) => [path, text + own]),
    ),
  );
}

const inodeOf = (path: string) => statSync(path).ino;

test('what is as it was stays where it stands, and all else of the former site is gone', async () => {
  const same = { 'a/index.html': 'a', 'b/index.html': 'b' };
  const kit = 'chia-se/c/bo-chia-se.recipe.json';
  const first = await build('1', { pages: { ...same, 'c/d/index.html': 'c', [kit]: 'c' } });
  const stays = inodeOf(join(first, 'a/index.html'));
  // The server made an archive when somebody asked.
  writeFileSync(join(first, 'chia-se/c/bo-chia-se.zip'), 'cũ');
  const now = { pages: { ...same, 'b/index.html': 'đổi' }, others: { '_astro/a.css': 'a{}' } };
  const second = await build('2', { ...now, over: first });
  expectSite(second, now);
  expect(inodeOf(join(second, 'a/index.html'))).toBe(stays);
  expect(filesOf(root).filter((path) => path.startsWith('1'))).toEqual([]);
  for (const gone of ['c', 'chia-se']) {
    expect(statSync(join(second, gone), { throwIfNoEntry: false })).toBeUndefined();
  }
});

test('what is made anew but the same as in the served site is one file on the disk', async () => {
  const made = { pages: {}, others: { 'robots.txt': 'như nhau', 'sitemap.xml': 'một' } };
  const first = await build('1', made);
  const second = await build('2', {
    ...made,
    others: { ...made.others, 'sitemap.xml': 'hai' },
    previous: first,
  });
  expect(inodeOf(join(second, 'robots.txt'))).toBe(inodeOf(join(first, 'robots.txt')));
  expect(readFileSync(join(first, 'sitemap.xml'), 'utf8')).toBe(`một${own}`);
});

test('a kept file that is gone: its page is made again, though the former site has it', async () => {
  const made = { pages: { 'a/index.html': 'a' } };
  const first = await build('1', made);
  for (const name of keptNames) if (name.endsWith('.br')) rmSync(join(cacheFolder, name));
  await build('2', made);
  expectSite(await build('3', { ...made, over: first }), made);
});

test('the same folder again: neither its files nor its list outlive the next build', async () => {
  const first = await build('1', { pages: { 'a/index.html': 'a' } });
  const made = { pages: { 'b/index.html': 'b' } };
  expectSite(await build('1', made), made);
  expect(readFileSync(listBeside(first), 'utf8')).not.toContain('a/index.html');
});

test('a folder whose list is broken gives nothing: nobody knows what stands in it', async () => {
  const made = { pages: { 'a/index.html': 'a' }, others: { 'tim/a/t0.json': 'cũ' } };
  for (const broken of ['', 'hỏng', readFileSync(listBeside(await build('1', made))).subarray(9)]) {
    const first = await build('1', made);
    writeFileSync(listBeside(first), broken);
    const now = { pages: { 'b/index.html': 'b' } };
    expectSite(await build('2', { ...now, over: first }), now);
  }
});

test('a folder without a list is not taken: nobody knows what stands in it', async () => {
  const made = { pages: { 'a/index.html': 'a' } };
  const first = await build('1', made);
  rmSync(listBeside(first));
  expectSite(await build('2', { ...made, over: first }), made);
  expectSite(first, made);
});

test('whatever sites came before, each holds what was built and no other changes', async () => {
  const texts = fc.constantFrom('một', 'hai', 'ba');
  const paths = [
    'a',
    'a/b/index.html',
    'a/c/index.html',
    'd/index.html',
    'd/e/f/index.html',
    'chia-se/d/bo-chia-se.recipe.json',
    'in/d/e.recipe.json',
    'in/d/f/index.html',
    'g.txt',
  ];
  const pages = fc
    .dictionary(fc.constantFrom(...paths), texts, { noNullPrototype: true })
    // What is a file in one build is a folder in another, but not both.
    .map((site) =>
      Object.fromEntries(
        Object.entries(site).filter(
          ([path]) => path === 'a' || !('a' in site && path.startsWith('a/')),
        ),
      ),
    );
  const others = fc.dictionary(fc.constantFrom('x.css', 'admin/y.js', 'd/z.xml'), texts, {
    noNullPrototype: true,
  });
  // The server makes them beside their recipes when somebody asks.
  const strays = {
    'chia-se/d/bo-chia-se.zip': 'chia-se/d/bo-chia-se.recipe.json',
    'in/d/e-a4.pdf': 'in/d/e.recipe.json',
    'in/d/e-a4.pdf.17.tmp': 'in/d/e.recipe.json',
  };
  const asked = fc.constantFrom(...Object.entries(strays), undefined);
  let round = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.record({ pages, others, asked }), { minLength: 3, maxLength: 6 }),
      async (sites) => {
        round += 1;
        const standing: { dir: string; made: Made; stray: string | undefined }[] = [];
        for (const [at, { asked: download, ...made }] of sites.entries()) {
          const over = standing.length === 2 ? standing.shift()?.dir : undefined;
          const previous = standing.at(-1)?.dir;
          const dir = await build(`${round}-${at}`, {
            ...made,
            ...(over && { over }),
            ...(previous && { previous }),
          });
          expectSite(dir, made);
          for (const one of standing) {
            if (one.stray) rmSync(join(one.dir, one.stray));
            expectSite(one.dir, one.made);
            if (one.stray) writeStray(one.dir, one.stray);
          }
          const [path, recipe] = download ?? [];
          const stray = recipe !== undefined && recipe in made.pages ? path : undefined;
          if (stray) writeStray(dir, stray);
          standing.push({ dir, made, stray });
        }
      },
    ),
    { numRuns: 12 },
  );
}, 120_000);

function writeStray(dir: string, path: string): void {
  mkdirSync(dirname(join(dir, path)), { recursive: true });
  writeFileSync(join(dir, path), 'cũ');
}
