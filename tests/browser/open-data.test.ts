/** The content API as a portal reads it: the built files on a static host, and the server before them. */
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { apiPaths, apiRoot } from '#src/channels/api/paths.ts';
import type { ApiEntry, ApiIndex, ApiList } from '#src/channels/api/shapes.ts';
import { colorsPath } from '#src/checks/content/colors.ts';
import { readContent } from '#src/checks/read-content.ts';
import { downloadAt } from '#src/model/downloads.ts';
import { shortId } from '#src/model/short-id.ts';
import { readEntryFile } from '#src/schema/entry-file.ts';
import { noticeOf } from '#src/schema/in-force.ts';
import { hanoiDay } from '#src/time/hanoi.ts';
import { makeValidator } from '#tests/support/api-schema.ts';
import { axeFindings } from '#tests/support/axe.ts';
import { sharedBrowser } from '#tests/support/shared-browser.ts';
import { serveFolder } from '#tests/support/static-server.ts';

let host = '';
let stop = () => {};
beforeAll(async () => {
  ({ site: host, stop } = await serveFolder('dist'));
});
afterAll(() => stop());

/** The JSON behind an address of the site, asked of the static host. */
async function get<T>(url: string): Promise<T> {
  const response = await fetch(host + new URL(url, host).pathname);
  expect([url, response.status]).toEqual([url, 200]);
  return (await response.json()) as T;
}

/** The file of the build behind an address of the site, or what it is made of when somebody asks. */
function inDist(url: string): boolean {
  const { pathname } = new URL(url);
  const made = downloadAt(pathname.slice(1));
  if (made && existsSync(join('dist', made.recipe))) return true;
  return existsSync(
    join('dist', decodeURIComponent(pathname), pathname.endsWith('/') ? 'index.html' : ''),
  );
}

/** Every item of a list, from its first page on by links alone. */
async function itemsFrom(first: string): Promise<ApiList['items']> {
  const items: ApiList['items'] = [];
  for (let next: string | undefined = first; next !== undefined;) {
    const list: ApiList = await get(next);
    items.push(...list.items);
    next = list.next;
  }
  return items;
}

test('every file keeps the schema that it names', async () => {
  const paths = (await readdir(join('dist', apiRoot), { recursive: true }))
    .filter((path) => path.endsWith('.json'))
    .map((path) => join('dist', apiRoot, path));
  const files = await Promise.all(
    paths.map(async (path) => JSON.parse(await readFile(path, 'utf8')) as Record<string, unknown>),
  );
  const schemas = files.filter((file) => '$id' in file);
  const wrongWith = makeValidator(schemas);
  const rest = files.filter((file) => !('$id' in file));
  expect(rest.length).toBeGreaterThan(200);
  for (const file of rest) expect([file['$schema'], ...wrongWith(file)]).toEqual([file['$schema']]);
});

describe('a mirror that follows links from the index alone', () => {
  let index: ApiIndex;
  let entries: ApiEntry[];
  beforeAll(async () => {
    index = await get<ApiIndex>(apiPaths.index);
    const items = await itemsFrom(index.all);
    entries = await Promise.all(items.map(({ api }) => get<ApiEntry>(api)));
  });

  test('finds every entry in force once, with its whole text', () => {
    const today = hanoiDay(new Date());
    const expected = [...readContent('.')].flatMap(([path, raw]) => {
      if (path === colorsPath) return [];
      const { type, slug, data, body } = readEntryFile(path, raw).entry!;
      const isThere = type.address !== undefined && noticeOf(data, today) === undefined;
      return isThere ? [[shortId(type.name, slug), type.name, slug, body.trim()]] : [];
    });
    const found = entries.map(({ id, type, slug, body }) => [id, type, slug, body]);
    expect(found.sort()).toEqual(expected.sort());
    expect(index.total).toBe(entries.length);
    for (const { slug, body, text, html } of entries) {
      expect([slug, text === '', html === '']).toEqual([slug, body === '', body === '']);
      expect(html).not.toMatch(/(?:href|src)="(?!https?:|mailto:|tel:)|<script|\sstyle=/);
    }
  });

  test('finds each of them once more under its type, and under its axis', async () => {
    const byType = await Promise.all(index.types.map(({ list }) => itemsFrom(list)));
    expect(byType.map((items) => items.length)).toEqual(index.types.map(({ count }) => count));
    expect(
      byType
        .flat()
        .map(({ id }) => id)
        .sort(),
    ).toEqual(entries.map(({ id }) => id).sort());
    for (const { list, slug } of index.axes) {
      const ids = new Set((await itemsFrom(list)).map(({ id }) => id));
      const own = entries.filter(({ fields }) => fields['axis'] === slug);
      expect(own.filter(({ id }) => !ids.has(id))).toEqual([]);
    }
  });

  test('finds a page, a picture and a share kit behind every address', () => {
    const addresses = entries.flatMap(({ url, shortUrl, card, images, kit, $schema }) => [
      url,
      shortUrl,
      card.url,
      $schema,
      ...images.map((image) => image.url),
      ...(kit ? [kit.page, kit.archive, kit.qr] : []),
      ...(kit?.pictures ?? []).map((picture) => picture.url),
      ...(kit?.posters ?? []).map((poster) => poster.url),
    ]);
    expect(addresses.filter((address) => !inDist(address))).toEqual([]);
    const named = new Map(entries.map((entry) => [entry.id, entry.url]));
    for (const { references, referrers } of entries) {
      expect(references.filter(({ id, url }) => named.get(id) !== url)).toEqual([]);
      expect(referrers.filter((id) => !named.has(id))).toEqual([]);
    }
  });

  test('finds what is gone or moved, each with its file', async () => {
    for (const { id, api } of await itemsFrom(index.gone)) {
      expect(await get(api)).toMatchObject({ id });
      expect(entries.map((entry) => entry.id)).not.toContain(id);
    }
  });

  test('takes no more than a small part of what the pages weigh', () => {
    const bytes = entries.map((entry) => Buffer.byteLength(JSON.stringify(entry)));
    expect(Math.max(...bytes)).toBeLessThan(32 * 1024);
    expect(bytes.reduce((sum, one) => sum + one, 0) / bytes.length).toBeLessThan(12 * 1024);
  });
});

describe('the editorial server', () => {
  const site = inject('site');

  test('lets pages of other sites read the content API, and nothing else', async () => {
    const headers = { origin: 'https://portal.example' };
    const index = await fetch(site + apiPaths.index, { headers });
    expect(index.status).toBe(200);
    expect(index.headers.get('content-type')).toMatch(/^application\/json/);
    expect(index.headers.get('access-control-allow-origin')).toBe('*');
    expect(index.headers.get('set-cookie')).toBeNull();
    for (const path of ['/', '/api/me', '/api/v1', '/admin/', '/feed.json']) {
      const other = await fetch(site + path, { headers });
      expect([path, other.headers.get('access-control-allow-origin')]).toEqual([path, null]);
    }
  });

  test('says that a file did not change', async () => {
    const first = await fetch(site + apiPaths.index);
    const headers = { 'if-none-match': first.headers.get('etag')!, 'cache-control': 'max-age=0' };
    expect((await fetch(site + apiPaths.index, { headers })).status).toBe(304);
  });

  test('says that an id is unknown, so that a page of another site can tell', async () => {
    const response = await fetch(site + apiPaths.entry('aaaaa'));
    expect(response.status).toBe(404);
    expect(response.headers.get('access-control-allow-origin')).toBe('*');
  });
});

test('the page about the data reads without JavaScript, and each of its addresses opens', async () => {
  const browser = await sharedBrowser();
  try {
    const context = await browser.newContext({
      javaScriptEnabled: false,
      viewport: { width: 320, height: 640 },
    });
    const page = await context.newPage();
    await page.goto(`${host}/du-lieu/`);
    expect(await page.locator('main').innerText()).toContain('curl https://');
    const links = await page
      .locator('main a[href^="/"]')
      .evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).href));
    expect(links.length).toBeGreaterThan(40);
    for (const link of new Set(links)) expect([link, inDist(link)]).toEqual([link, true]);
    await context.close();
  } finally {
    await browser.close();
  }
});

test.each([360, 1280])('axe finds nothing on the page about the data at %i px', async (width) => {
  const browser = await sharedBrowser();
  try {
    const context = await browser.newContext({ viewport: { width, height: 800 } });
    const page = await context.newPage();
    await page.goto(`${host}/du-lieu/`);
    expect(await axeFindings(page)).toEqual([]);
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBeLessThanOrEqual(0);
  } finally {
    await browser.close();
  }
});
