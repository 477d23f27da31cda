/** Finding and sorting in the CMS as Vietnamese people type and read, in a real Chromium. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { sharedBrowser } from '#tests/support/shared-browser.ts';
import { choose, logIn } from '#tests/support/newsroom.ts';

const site = inject('site');

let browser: Browser;
let page: Page;
beforeAll(async () => {
  browser = await sharedBrowser();
  page = await logIn(browser, 'bientap');
});
afterAll(() => browser.close());

test('the search finds what was typed without accents', async () => {
  await page.getByPlaceholder('Tìm trong tất cả').fill('chuyen doi so');
  await page.keyboard.press('Enter');
  await page
    .locator('.entry-row')
    .getByRole('link', { name: /chuyển đổi số/i })
    .first()
    .waitFor();
});

test('a choice list finds a unit and a document typed without accents', async () => {
  await page.goto(`${site}/admin/#/collections/article/new`);
  await page.locator('.toolbar').waitFor();
  await choose(page, 'Đơn vị chịu trách nhiệm', 'uy ban nhan dan');
  await page.getByText('Ủy ban nhân dân phường').first().waitFor();
  await page.getByRole('button', { name: 'Thêm nguồn' }).click();
  await choose(page, 'Văn bản', 'nghi quyet 57');
  // The name of the folded source is in the page too, but not to be seen.
  await page.getByText('Nghị quyết 57-NQ/TW').filter({ visible: true }).first().waitFor();
});

test('the list of terms is in Vietnamese order', async () => {
  const list = await page.context().newPage();
  await list.goto(`${site}/admin/#/collections/term`);
  const entries = list.locator('.entry-row a[href*="/collections/term/entries/"]');
  await entries.filter({ hasText: 'xã hội số' }).waitFor();
  const shown = await entries.allInnerTexts();
  expect(shown).toEqual(shown.toSorted(new Intl.Collator('vi', { numeric: true }).compare));
  const at = (term: string) => shown.indexOf(term);
  expect(at('dư luận xã hội')).toBeLessThan(at('điểm nghẽn'));
  expect(at('điểm nghẽn')).toBeLessThan(at('hạ tầng xã hội'));
});
