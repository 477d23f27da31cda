/** What somebody sees first, in a real Chromium: what waits, and the entries that are looked for. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { axeFindings, loadingBar } from '#tests/support/axe.ts';
import { sharedBrowser } from '#tests/support/shared-browser.ts';
import { Cms, realArticle } from '#tests/support/cms.ts';
import { fillLogin, logIn } from '#tests/support/newsroom.ts';

const site = inject('site');
const passwords = inject('passwords');
const slug = 'bai-nhap-trong-danh-sach';
const title = 'Bài nháp trong danh sách, có một tiêu đề dài để xem dòng xuống hàng ra sao';

let browser: Browser;
beforeAll(async () => {
  browser = await sharedBrowser();
  const editor = await Cms.logIn(site, 'bientap', passwords['bientap'] ?? '');
  await editor.saveArticle(slug, { ...realArticle, title }, 'Một đoạn.\n');
});
afterAll(() => browser.close());

const openList = async (page: Page, collection: string) => {
  await page.goto(`${site}/admin/#/collections/${collection}`);
  await page.locator('.entry-row').first().waitFor();
};

test('the address of the CMS opens what waits for whoever logs in', async () => {
  const page = await (await browser.newContext()).newPage();
  await page.goto(`${site}/admin/`);
  await page.waitForURL('**/admin/dang-nhap/**');
  await fillLogin(page, 'bientap');
  await page.waitForURL('**/admin/cua-toi/');
  await page.getByRole('heading', { name: 'Bản nháp của bạn' }).waitFor();
  await page.getByRole('link', { name: title }).waitFor();
  await page.getByRole('link', { name: 'Infographic', exact: true }).click();
  await page.getByLabel('Tiêu đề').first().waitFor();
  await page.context().close();
});

test('a list shows first what somebody works on, and is narrowed to what is looked for', async () => {
  const page = await logIn(browser, 'bientap');
  await openList(page, 'article');
  const mine = page.locator('section[data-section="mine"] .entry-row', { hasText: title });
  await mine.waitFor();
  expect(await mine.innerText()).toContain('Bản nháp');
  expect(await mine.innerText()).toMatch(/Biên tập viên đang viết/);
  const all = await page.locator('.entry-row').count();
  await page.getByRole('combobox', { name: 'Trạng thái' }).selectOption({ label: 'Đang đăng' });
  await expect.poll(() => mine.count()).toBe(0);
  await page.getByRole('combobox', { name: 'Trục' }).selectOption({ index: 1 });
  await expect.poll(() => page.locator('.list-count').innerText()).toMatch(/^\d+ trong \d+ mục$/);
  expect(await page.locator('.entry-row').count()).toBeLessThan(all);
  // It stays narrowed when somebody comes back from an entry.
  await page.locator('.entry-row a').first().click();
  await page.locator('.toolbar').waitFor();
  await page.goBack();
  await expect.poll(() => page.locator('.list-count').innerText()).toContain('trong');
  await page.getByRole('button', { name: 'Bỏ lọc' }).click();
  await expect.poll(() => page.locator('.entry-row').count()).toBe(all);
  expect(await axeFindings(page, loadingBar)).toEqual([]);
  // From the keyboard one need not go through every type first, and the window says which list it is.
  await page.getByRole('button', { name: 'Đến nội dung chính' }).press('Enter');
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('Thêm Bài viết');
  expect(await page.title()).toBe('Bài viết · Biên tập');
  await page.goto(`${site}/admin/#/workflow`);
  await page.locator('.board-card').first().waitFor();
  expect(await axeFindings(page, loadingBar)).toEqual([]);
  await page.context().close();
});

test('on a phone the first entry stands on the first screen, and every type is one choice away', async () => {
  const page = await logIn(browser, 'bientap', 360);
  await openList(page, 'article');
  const top = await page
    .locator('.entry-row')
    .first()
    .evaluate((row) => row.getBoundingClientRect().top);
  expect(top).toBeLessThan(800);
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(width).toBeLessThanOrEqual(360);
  expect(await axeFindings(page, loadingBar)).toEqual([]);
  await page.getByRole('combobox', { name: 'Loại nội dung' }).selectOption({ label: 'Thuật ngữ' });
  await page.waitForURL('**/collections/term');
  await page.context().close();
});
