/** Searching as residents do: mistyped, on a phone, with the keyboard, and for what is not there. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { axeFindings } from '#tests/support/axe.ts';
import { sharedBrowser } from '#tests/support/shared-browser.ts';

const site = inject('site');

let browser: Browser;
beforeAll(async () => {
  browser = await sharedBrowser();
});
afterAll(() => browser.close());

async function open(path: string, width = 360, height = 640): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width, height },
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  await page.goto(site + path);
  return page;
}

const results = (page: Page) => page.getByRole('list', { name: 'Kết quả' }).getByRole('listitem');

test('on a phone the first result stands in the first screen', async () => {
  const page = await open('/tim-kiem/?q=chuyen+doi+so');
  await results(page).first().waitFor();
  const title = await results(page).first().getByRole('heading').boundingBox();
  expect(title!.y + title!.height).toBeLessThan(640);
  await page.context().close();
});

test('a slip of the finger is forgiven and said; the letters as typed are one tap away', async () => {
  const page = await open('/tim-kiem/?q=phat+trien+vna+hoa');
  await page.getByText('Có phải ý bà con là “phát triển văn hóa”?').waitFor();
  await expect.poll(() => results(page).first().innerText()).toMatch(/phát triển văn hóa/i);
  expect(await axeFindings(page)).toEqual([]);
  await page.getByRole('link', { name: 'Tìm đúng chữ đã gõ' }).click();
  await page.waitForURL(/chu=dung/);
  await page.getByText('Không có trang nào đúng hẳn “phat trien vna hoa”').waitFor();
  await page.context().close();
});

test('for what the site does not have it says so, and whom to ask', async () => {
  const page = await open('/tim-kiem/?q=gi%C3%A1+x%C4%83ng');
  await page.getByText('Không có trang nào đúng hẳn “giá xăng”').waitFor();
  await page.getByRole('heading', { name: 'Hỏi ai khi trang chưa có?' }).waitFor();
  await page.context().close();
});

test('results are narrowed and put in order; the address keeps it', async () => {
  const page = await open('/tim-kiem/?q=nghi+quyet', 1280, 800);
  await results(page).first().waitFor();
  const status = page.getByRole('status').filter({ hasText: 'Tìm thấy' });
  const before = await status.innerText();
  await page.getByRole('checkbox', { name: /^Văn bản/ }).check();
  await expect.poll(() => status.innerText()).not.toBe(before);
  await page.getByLabel('Mới đăng lên trước').check();
  await page.waitForURL(/loai=van-ban&xep=moi/);
  await page.reload();
  await results(page).first().waitFor();
  expect(await page.getByLabel('Mới đăng lên trước').isChecked()).toBe(true);
  await page.context().close();
});

test('a publication while one searches goes unnoticed', async () => {
  const page = await open('/tim-kiem/?q=chuyen+doi+so');
  await results(page).first().waitFor();
  let gone = 0;
  await page.route(/\/tim\/[0-9a-f]+\/w/, (route) => {
    gone += 1;
    return gone === 1 ? route.fulfill({ status: 404 }) : route.continue();
  });
  await page.getByRole('searchbox', { name: 'Bà con muốn tìm gì?' }).fill('bao hiem y te');
  await page.keyboard.press('Enter');
  await expect.poll(() => results(page).first().innerText()).toMatch(/bảo hiểm y tế/i);
  expect(gone).toBeGreaterThan(1);
  await page.context().close();
});

test('a result leads to the section that has the words', async () => {
  const page = await open('/tim-kiem/?q=khong+chi+la+viec+cua+co+quan');
  await page
    .getByRole('link', { name: /^Đến mục “/ })
    .first()
    .click();
  await page.waitForURL(/#/);
  const id = decodeURIComponent(new URL(page.url()).hash.slice(1));
  expect(await page.locator(`[id="${id}"]`).count()).toBe(1);
  await page.context().close();
});

test('entries are offered while one types, by keyboard and to a screen reader', async () => {
  const page = await open('/bai-viet/', 1280, 800);
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  const box = page.getByRole('search', { name: 'Tìm ở đầu trang' }).locator('input');
  expect(asked.filter((url) => url.endsWith('.js'))).toEqual([]);
  await box.fill('nghi quyet 57');
  const options = page.getByRole('option');
  await options.filter({ hasText: 'Nghị quyết 57-NQ/TW' }).waitFor();
  expect(await box.getAttribute('aria-expanded')).toBe('true');
  expect(await axeFindings(page)).toEqual([]);
  await page.keyboard.press('ArrowDown');
  const chosen = page.getByRole('option', { selected: true });
  expect(await box.getAttribute('aria-activedescendant')).toBe(await chosen.getAttribute('id'));
  await page.keyboard.press('Escape');
  expect(await options.count()).toBe(0);
  await box.fill('57-NQ/TW');
  await options.filter({ hasText: 'Nghị quyết 57-NQ/TW' }).click();
  await page.waitForURL(/nghi-quyet-57/);
  await page.context().close();
});

test('Enter without a choice opens the page of results', async () => {
  const page = await open('/', 1280, 800);
  const box = page.getByRole('search', { name: 'Tìm ở đầu trang' }).locator('input');
  await box.fill('cai cach hanh chinh');
  await page.getByRole('option').first().waitFor();
  await page.keyboard.press('Enter');
  await page.waitForURL(/tim-kiem\/\?q=cai\+cach/);
  await page.context().close();
});

test('without JavaScript every entry is found by its first letter', async () => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${site}/tim-kiem/`);
  await page.getByRole('link', { name: 'Mục lục theo chữ cái' }).first().click();
  await page.getByRole('link', { name: 'Tên bắt đầu bằng Đ' }).click();
  await page.locator('main .links a').first().waitFor();
  await context.close();
});
