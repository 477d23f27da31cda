/** Every kind of page in a real Chromium: accessible, readable on a phone, without JavaScript. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { axeFindings } from '#tests/support/axe.ts';
import { sharedBrowser } from '#tests/support/shared-browser.ts';

const site = inject('site');

/** One of each page type; the addresses come from the plan's own content. */
const pages = {
  home: '/',
  axes: '/truc/',
  hub: '/truc/chuyen-doi-so/',
  articles: '/bai-viet/',
  article: '/bai-viet/dich-vu-cong-truc-tuyen/',
  library: '/van-ban/',
  document: '/van-ban/nghi-quyet-57-nq-tw/',
  units: '/don-vi/',
  unit: '/don-vi/uy-ban-nhan-dan/',
  page: '/gioi-thieu/',
  accessibility: '/tiep-can/',
  search: '/tim-kiem/?q=chuyen+doi+so',
  missing: '/khong-co-trang-nay/',
};

let browser: Browser;
beforeAll(async () => {
  browser = await sharedBrowser();
});
afterAll(() => browser.close());

async function open(path: string, width: number, javaScriptEnabled = true): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width, height: 800 },
    javaScriptEnabled,
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  await page.goto(site + path, { waitUntil: 'load' });
  return page;
}

// Side by side: each page has a process of its own in Chromium.
describe.concurrent.each(Object.entries(pages))('%s', (name, path) => {
  test.each([360, 1280])('axe finds nothing at %i px', async (width) => {
    const page = await open(path, width);
    if (name === 'search') await page.getByRole('link', { name: /số/ }).first().waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.context().close();
  });

  test('fits a phone 320 px wide, asks no other host, logs no error', async () => {
    const context = await browser.newContext({ viewport: { width: 320, height: 640 } });
    const page = await context.newPage();
    const outside: string[] = [];
    const errors: string[] = [];
    page.on('request', (request) => {
      if (!request.url().startsWith(site) && !request.url().startsWith('data:')) {
        outside.push(request.url());
      }
    });
    page.on('console', (message) => {
      // The page that is missing answers 404, which Chromium logs by itself.
      if (message.type() === 'error' && name !== 'missing') errors.push(message.text());
    });
    page.on('pageerror', (error) => errors.push(error.message));
    await page.goto(site + path, { waitUntil: 'networkidle' });
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBeLessThanOrEqual(0);
    expect(outside).toEqual([]);
    expect(errors).toEqual([]);
    expect(await context.cookies()).toEqual([]);
    await context.close();
  });

  test('reads the same without JavaScript', async () => {
    const page = await open(path, 360, false);
    expect(await page.locator('h1').count()).toBe(1);
    expect((await page.locator('main').innerText()).length).toBeGreaterThan(150);
    await page.context().close();
  });
});

test('the first Tab offers to skip to the content', async () => {
  const page = await open(pages.article, 1280);
  // A busy machine takes its time: each step waits for what it needs to see.
  await page.bringToFront();
  await page.keyboard.press('Tab');
  await expect.poll(() => page.evaluate(() => document.activeElement?.className)).toBe('skip');
  await page.keyboard.press('Enter');
  await expect.poll(() => new URL(page.url()).hash).not.toBe('');
  const target = new URL(page.url()).hash;
  expect(await page.locator(`${target} h1, h1${target}`).count()).toBeGreaterThan(0);
  await page.context().close();
});

test('a resident finds a thing typed without accents', async () => {
  const page = await open('/', 360);
  await page.getByRole('searchbox').fill('dich vu cong truc tuyen');
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/tim-kiem\/\?q=dich/);
  const first = page.locator('main ol a, main ul a').first();
  await first.waitFor();
  await expect.poll(() => page.locator('main').innerText()).toMatch(/[Dd]ịch vụ công trực tuyến/);
  await page.context().close();
});
