/** Infographics, share kit, posters and identity guide in a real Chromium. */
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { weekPaths } from '#src/model/axis-week.ts';
import { shortId } from '#src/model/short-id.ts';
import type { InfographicKind } from '#src/schema/infographic.ts';
import { kitWords } from '#src/text/kit.ts';
import { axeFindings } from '#tests/support/axe.ts';
import { sharedBrowser } from '#tests/support/shared-browser.ts';

const site = inject('site');

/** An infographic of each kind. */
const kinds: Record<InfographicKind, string> = {
  figures: 'ke-hoach-qua-nhung-con-so',
  steps: 'kien-nghi-di-qua-bon-buoc',
  timeline: 'cac-van-ban-theo-thoi-gian',
  comparison: 'tu-quan-ly-sang-phuc-vu',
  parts: 'nam-nhom-giai-phap',
  duties: 'ai-lam-viec-gi',
  sixClear: 'sau-ro-khi-giao-viec',
  quote: 'mot-viec-mot-thong-diep',
  message: 'thong-diep-the-che-quan-tri',
  axes: 'bay-truc-noi-dung',
};

const article = 'binh-dan-hoc-vu-so';
const kit = `/chia-se/${shortId('article', article)}/`;
const shortAddress = `/d/${shortId('article', article)}/`;

/** The entries with most to say. */
const longest = [
  'article/dan-biet-dan-ban-dan-lam',
  'article/gop-y-phan-anh-voi-phuong',
  'infographic/ai-lam-viec-gi',
  'infographic/bay-truc-noi-dung',
];

const pages = [
  '/infographic/',
  ...Object.values(kinds).map((slug) => `/infographic/${slug}/`),
  kit,
  weekPaths('chuyen-doi-so').page,
  `/in/article/${article}/`,
  `/in/infographic/${kinds.duties}/a5/`,
  '/nhan-dien/',
  shortAddress,
];

let browser: Browser;
beforeAll(async () => {
  browser = await sharedBrowser();
});
afterAll(() => browser.close());

async function open(path: string, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 360, height: 800 },
    reducedMotion: 'reduce',
    ...options,
  });
  const page = await context.newPage();
  await page.goto(site + path);
  return page;
}

test.each(pages)('%s: axe finds nothing, nothing is wider than the screen', async (path) => {
  const context = await browser.newContext({ reducedMotion: 'reduce' });
  const page = await context.newPage();
  // The short address would lead on before it is looked at.
  await page.route(site + shortAddress, async (route) => {
    const response = await route.fetch();
    const body = (await response.text()).replace(/<meta http-equiv="refresh"[^>]*>/, '');
    await route.fulfill({ response, body });
  });
  await page.setViewportSize({ width: 360, height: 800 });
  await page.goto(site + path);
  expect(await axeFindings(page)).toEqual([]);
  for (const width of [360, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBeLessThanOrEqual(0);
  }
  await context.close();
});

test('the short address leads on to the entry, marked, without JavaScript', async () => {
  const page = await open(shortAddress, { javaScriptEnabled: false });
  await page.waitForURL(`${site}/bai-viet/${article}/?k=qr`);
  await page.context().close();
});

describe('on paper', () => {
  test.each(longest)('the poster of %s fills one sheet of either paper', async (entry) => {
    const page = await open(`/in/${entry}/`);
    for (const address of [`/in/${entry}/`, `/in/${entry}/a5/`]) {
      await page.goto(site + address);
      await page.evaluate(() => document.fonts.ready);
      const { room, strayed } = await page.evaluate(() => {
        const box = (name: string) => document.querySelector(name)!.getBoundingClientRect();
        const words = box('.poster-words');
        // At the right end of the head, above the line; a sheet with a drawing has none there.
        const picture = document.querySelector('.poster-picture svg')?.getBoundingClientRect();
        const away = picture ? [words.right - picture.right, picture.bottom - words.top] : [];
        return {
          room: box('.poster-foot').top - words.bottom,
          strayed: away.filter((px) => px > 1),
        };
      });
      expect(room).toBeGreaterThanOrEqual(0);
      expect(strayed).toEqual([]);
      expect(sheets(await page.pdf({ preferCSSPageSize: true }))).toBe(1);
    }
    await page.context().close();
  });

  test('the drawing of each kind stands whole on the first sheet', async () => {
    // A4 less the margins of 12 mm, in CSS pixels.
    const sheet = { width: 703, height: 1032 };
    const page = await open('/infographic/', { viewport: sheet });
    await page.emulateMedia({ media: 'print' });
    for (const slug of Object.values(kinds)) {
      await page.goto(`${site}/infographic/${slug}/`);
      const bottom = await page
        .locator('.infographic')
        .evaluate((drawing) => drawing.getBoundingClientRect().bottom);
      expect(bottom, slug).toBeLessThan(sheet.height);
    }
    await page.context().close();
  });
});

/** Pages of a PDF as Chromium writes it. */
function sheets(pdf: Buffer): number {
  return pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
}

describe('the share kit', () => {
  /** Each a browser as the keepers of the channels have it. */
  const browsers = {
    'a browser of today': '',
    'an old WebView, or plain HTTP': `Object.defineProperty(navigator, 'clipboard', { value: undefined })`,
    'a browser without execCommand': `document.execCommand = () => false`,
  };

  test.each(Object.entries(browsers))('copies every text in %s', async (_name, before) => {
    const context = await browser.newContext({ permissions: ['clipboard-write'] });
    const page = await context.newPage();
    await page.addInitScript(before);
    await page.goto(site + kit);
    const fields = await page.locator('main textarea').all();
    expect(fields.length).toBeGreaterThanOrEqual(7);
    for (const field of fields) {
      const button = page.locator(`[data-copies="${await field.getAttribute('id')}"]`);
      await button.press('Enter');
      const notice = button.locator('xpath=following-sibling::*[@role="status"]');
      await expect.poll(() => notice.textContent()).toBe(kitWords.page.copied);
      expect(await button.evaluate((element) => element === document.activeElement)).toBe(true);
      expect(await pasted(page)).toBe(await field.inputValue());
    }
    await context.close();
  });

  test('says how to copy by hand where nothing else works', async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.addInitScript(Object.values(browsers).join(';'));
    await page.goto(site + kit);
    const field = page.locator('main textarea').first();
    const button = page.locator('[data-copies]').first();
    await button.click();
    expect(await button.locator('..').textContent()).toContain(kitWords.page.copyByHand);
    const selected = await field.evaluate((element: HTMLTextAreaElement) =>
      element.value.slice(element.selectionStart, element.selectionEnd),
    );
    expect(selected).toBe(await field.inputValue());
    await context.close();
  });

  test('is whole without JavaScript: texts stand there, every file comes', async () => {
    const page = await open(kit, { javaScriptEnabled: false });
    expect(await page.locator('[data-copies]:visible').count()).toBe(0);
    for (const field of await page.locator('main textarea').all()) {
      expect(await field.isVisible()).toBe(true);
      expect((await field.inputValue()).length).toBeGreaterThan(40);
    }
    expect(await page.locator('meta[name="robots"]').getAttribute('content')).toContain('noindex');
    const files = await page
      .locator('main a[download]')
      .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href));
    expect(files.length).toBeGreaterThanOrEqual(10);
    for (const file of files) expect((await page.request.get(file)).status()).toBe(200);
    await page.context().close();
  });
});

/** What the clipboard holds, pasted as a person pastes it. */
async function pasted(page: Page): Promise<string> {
  await page.evaluate(() => {
    const field = document.body.appendChild(document.createElement('textarea'));
    field.id = 'paste-here';
    field.focus();
  });
  await page.keyboard.press('ControlOrMeta+V');
  return page.evaluate(() => {
    const field = document.getElementById('paste-here') as HTMLTextAreaElement;
    field.remove();
    return field.value;
  });
}
