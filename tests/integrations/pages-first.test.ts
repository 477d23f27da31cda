/** A site whose pages are wanted first shows what readers see; built again, it is what it would be without that. */
import { once } from 'node:events';
import { mkdir, readFile, rm, symlink } from 'node:fs/promises';
import { extname, join, resolve } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { fixtureContent, makeProject, startBuild } from '#tests/support/fixture-site.ts';
import { differences, digestsOf } from '#tests/support/same-folders.ts';

/** What pages show and ask for by themselves. */
const parts = /<(?:img|script|link rel="stylesheet")[^>]* (?:src|href)="(\/[^"]+)"/g;

test(
  'first the pages that are read, with all that they show; then the whole site',
  { timeout: 600_000 },
  async () => {
    const root = await makeProject(fixtureContent(0));
    onTestFinished(() => rm(root, { recursive: true, maxRetries: 5 }));
    // The CMS is that of this checkout.
    await mkdir('.cache/admin', { recursive: true });
    await mkdir(join(root, '.cache'));
    await symlink(resolve('.cache/admin'), join(root, '.cache/admin'));
    const build = async (outDir: string, env: Record<string, string> = {}) => {
      const site = join(root, outDir);
      const ours = { SITE_DOWNLOADS: 'on-request', ...env };
      const [code] = (await once(startBuild(root, ours, outDir), 'exit')) as [number];
      expect(code).toBe(0);
      return { site, files: digestsOf(site) };
    };
    const isPage = (path: string) => extname(path) === '.html';

    const first = await build('trang-truoc', { BUILD_PAGES_FIRST: 'true' });
    const shown = new Set<string>();
    for (const path of [...first.files.keys()].filter(isPage)) {
      const html = await readFile(join(first.site, path), 'utf8');
      for (const [, address = ''] of html.matchAll(parts)) shown.add(address.replace(/[?#].*/, ''));
    }
    const missing = [...shown].filter((address) => !first.files.has(address.slice(1)));
    expect(missing).toEqual([]);
    expect([...shown]).toEqual(
      expect.arrayContaining([expect.stringMatching(/^\/hinh\/.*\.svg$/)]),
    );

    const whole = await build('toan-bo', { BUILD_PREVIOUS: first.site });
    const pages = [...first.files].filter(([path]) => isPage(path));
    expect(pages.filter(([path, digest]) => whole.files.get(path) !== digest)).toEqual([]);
    const later = [...whole.files.keys()].filter((path) => isPage(path) && !first.files.has(path));
    expect(new Set(later.map((path) => path.split('/')[0]))).toEqual(new Set(['chia-se', 'in']));
    expect([...whole.files.keys()]).toEqual(expect.arrayContaining(['rss.xml', 'index.html.br']));
    await rm(join(root, '.cache/astro'), { recursive: true });
    expect(differences(whole.files, (await build('sach')).files)).toEqual([]);
  },
);
