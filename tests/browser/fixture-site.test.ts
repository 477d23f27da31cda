/** A site with twenty entries of every type: whole, valid, accessible, and no page without an end. */
import { readdir, readFile, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import ICAL from 'ical.js';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { checkDist } from '#src/checks/dist.ts';
import { formatFinding } from '#src/schema/finding.ts';
import { listTypes, types } from '#src/schema/index.ts';
import { addedType } from '#tests/support/added-type.ts';
import { axeFindings } from '#tests/support/axe.ts';
import { sharedBrowser } from '#tests/support/shared-browser.ts';
import { secondWard } from '#tests/support/second-ward.ts';
import { buildFixtureSite } from '#tests/support/fixture-site.ts';
import { serveFolder } from '#tests/support/static-server.ts';

const count = 20;
const execute = promisify(execFile);

/** What this build leaves out on purpose: share kits, and recordings, which lie beside the content. */
const leftOut = /anh-chia-se\/|\/(?:anh|in|qr|chia-se)\/|Bộ chia sẻ|\/nghe-xem\/tep\/|\/admin\//;

let dist = '';
let site = '';
let browser: Browser;
let stop = () => {};

beforeAll(async () => {
  dist = await buildFixtureSite(count);
  ({ site, stop } = await serveFolder(dist));
  browser = await sharedBrowser();
});
afterAll(async () => {
  stop();
  await browser.close();
  await rm(dirname(dist), { recursive: true, force: true });
});

test('HTML, links, heads and budgets are right on every page', async () => {
  const findings = (await checkDist(dist)).map(formatFinding);
  expect(findings.filter((line) => !leftOut.test(line))).toEqual([]);
});

test('it is the site of its own ward, in every file and in its own colours', async () => {
  const names = await readdir(dist, { recursive: true });
  const textual = names.filter((name) =>
    /\.(?:html|xml|json|txt|svg|css|ics|webmanifest)$/.test(name),
  );
  expect(textual.length).toBeGreaterThan(100);
  for (const name of textual) {
    const text = (await readFile(join(dist, name), 'utf8')).normalize('NFC');
    expect(/Khương(?:\s|&nbsp;)Đình|khuong-dinh/iu.exec(text)?.[0], name).toBeUndefined();
  }
  const read = (path: string) => readFile(join(dist, path), 'utf8');
  const { settings, colors, unit } = secondWard;
  const home = await read('index.html');
  expect(home).toContain(settings.ward);
  expect(home).toContain(settings.siteUrl);
  expect(JSON.parse(await read('manifest.webmanifest'))).toMatchObject({
    name: expect.stringContaining(settings.siteName) as string,
    theme_color: colors.brand,
  });
  expect(await read('rss.xml')).toContain(settings.siteName);
  expect(await read(names.find((name) => /^_astro\/Base\..+\.css$/.test(name))!)).toContain(
    colors.brand,
  );
  expect(await read('don-vi/doan-thanh-nien/index.html')).toContain(unit.title);
  expect(await read('truc/truc-1/index.html')).toContain('Trục số 1');
});

const pages = [
  '/',
  '/lo-trinh/',
  '/luu-tru/',
  '/luu-tru/2026-11/',
  '/muc-luc/',
  '/muc-luc/b/',
  '/cach-doc/',
  '/dang-ky/',
  '/du-lieu/',
  '/hoi-dap/danh-cho/moi-nguoi/',
  ...listTypes.flatMap(({ name, pages: { section } }) => [
    `/${section}/`,
    ...(name === 'bulletin' ? ['/ban-tin/2026-10/'] : []),
    ...(name === 'campaign' ? ['/chien-dich/muc-thu-chien-dich-1/'] : []),
    ...(types[name].set === 'open' && !['bulletin', 'campaign'].includes(name)
      ? [`/${section}/muc-thu-1/`]
      : []),
  ]),
];

// Side by side: each page has a process of its own in Chromium.
test.concurrent.each(pages)('axe finds nothing on %s', async (path) => {
  const context = await browser.newContext({ viewport: { width: 360, height: 800 } });
  const page = await context.newPage();
  await page.goto(site + path, { waitUntil: 'load' });
  expect(await axeFindings(page)).toEqual([]);
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow).toBeLessThanOrEqual(0);
  await context.close();
});

test('an urgent notice stands above every page while it lasts, and no other', async () => {
  const html = await readFile(join(dist, 'bai-viet/muc-thu-3/index.html'), 'utf8');
  expect(html).toContain('Thông báo thử số 1');
  expect(html).not.toContain('Thông báo thử số 2');
});

test('an article offers its recording in its head, and what has none offers nothing', async () => {
  const context = await browser.newContext({ viewport: { width: 360, height: 640 } });
  const page = await context.newPage();
  await page.goto(`${site}/bai-viet/muc-thu-2/`);
  const offer = page.locator('header').getByRole('link', { name: 'Nghe bài này (1 phút 1 giây)' });
  const { y, height } = (await offer.boundingBox())!;
  expect(height).toBeGreaterThanOrEqual(44);
  expect(y + height).toBeLessThanOrEqual(640);
  expect(await axeFindings(page)).toEqual([]);
  await offer.click();
  await page.waitForURL('**/nghe-xem/muc-thu-1/');
  await page.goto(`${site}/bai-viet/muc-thu-3/`);
  expect(await page.getByText('Nghe bài này').count()).toBe(0);
  await context.close();
});

test('a term is explained where a body uses it, without a script', async () => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${site}/bai-viet/muc-thu-3/`);
  await page.locator('a.term').first().click();
  await page.locator('.terms li:target').waitFor();
  expect(await page.locator('.terms li:target').innerText()).toContain('Mục thử số\u00a01:');
  await page.locator('.terms li:target .terms-back').click();
  await expect.poll(() => page.locator('.terms li:target').count()).toBe(0);
  await context.close();
});

test('the calendar of all events opens again with their times, whole days as days', async () => {
  const text = await readFile(join(dist, 'su-kien/lich.ics'), 'utf8');
  for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  const events = new ICAL.Component(ICAL.parse(text) as never).getAllSubcomponents('vevent');
  expect(events).toHaveLength(count);
  const read = events.map((event) => new ICAL.Event(event));
  const timed = read.find(({ summary }) => summary === 'Sự kiện thử số 1')!;
  const html = await readFile(join(dist, 'su-kien/muc-thu-1/index.html'), 'utf8');
  const [start] = /"startDate":"([^"]+)"/.exec(html)!.slice(1);
  expect(timed.startDate.toJSDate().toISOString()).toBe(new Date(start!).toISOString());
  const whole = read.find(({ summary }) => summary === 'Sự kiện thử số 5')!;
  expect(whole.startDate.isDate).toBe(true);
  const cancelled = events.find((event) => new ICAL.Event(event).summary.endsWith(' 7'))!;
  expect(cancelled.getFirstPropertyValue('status')).toBe('CANCELLED');
});

test('a type that was only declared has a list, pages, feeds, an API, facets and a form', async () => {
  const read = (path: string) => readFile(join(dist, path), 'utf8');
  const { title, section, address, path } = addedType;
  expect(await read(`${section}/index.html`)).toContain(title);
  for (const facet of ['truc/truc-1', 'danh-cho/thanh-nien', 'thang/2026-11', 'van-ban/ke-hoach']) {
    expect(await read(`${section}/${facet}/index.html`)).toContain(title);
  }
  const page = await read(`${address}index.html`);
  expect(page).toContain('"@type":"HowTo"');
  expect(await read('tim-kiem/index.html')).toContain('Việc thử');
  expect(page).toContain(`/anh-chia-se/errand/viec-mot.png`);
  expect(page).toContain('hết tháng\u00a012');
  expect(await read('truc/truc-1/index.html')).toContain(title);
  expect(await read('don-vi/uy-ban-nhan-dan/index.html')).toContain(title);
  expect(await read('rss.xml')).toContain(title);
  expect(JSON.parse(await read(`${section}/feed.json`))).toMatchObject({ items: [{ title }] });
  const index = JSON.parse(await read('api/noi-dung/v1/index.json')) as {
    types: { name: string }[];
  };
  expect(index.types.map(({ name }) => name)).toContain('errand');
  const schema = await read('api/noi-dung/v1/schema/errand.json');
  expect(JSON.parse(schema)).toMatchObject({
    properties: { fields: { properties: { deadline: { title: 'Hạn làm việc thử' } } } },
  });
  // The CMS, the share kits and the code owners of that very copy.
  const root = dirname(dist);
  const script = `
    import { makeCollections } from '#admin/app/collections.ts';
    import { kitTypes } from '#src/model/share-kit.ts';
    import { locate } from '#src/schema/entry-file.ts';
    const form = makeCollections({ today: '2026-11-22', axes: [] }).find(({ name }) => name === 'errand');
    console.log(JSON.stringify([form.fields.map(({ label }) => label), kitTypes, locate('${path}').type.words.one]));
  `;
  const { stdout } = await execute(process.execPath, ['--input-type=module', '-e', script], {
    cwd: root,
  });
  const [labels, kits, words] = JSON.parse(stdout) as [string[], string[], string];
  expect(labels).toContain('Hạn làm việc thử');
  expect(kits).toContain('errand');
  expect(words).toBe('Việc thử');
});
