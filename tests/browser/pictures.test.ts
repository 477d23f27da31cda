/** Picture files as people have them, chosen in a real Chromium. */
import type { Browser, Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { toSlug } from '#src/schema/slug.ts';
import { launchBrowser } from '#tests/support/browser.ts';
import { logIn, unfold } from '#tests/support/newsroom.ts';

const site = inject('site');

let browser: Browser;
let page: Page;
beforeAll(async () => {
  browser = await launchBrowser();
  page = await logIn(browser, 'bientap');
  await page.goto(`${site}/admin/#/collections/article/new`);
  await unfold(page);
  const picture = page.locator('label', { hasText: 'Ảnh chính' }).locator('xpath=../..');
  await picture.getByRole('button', { name: 'Mở ra' }).click();
  await picture.getByRole('button', { name: 'Chọn ảnh' }).click();
  await page.getByRole('button', { name: 'Dùng ảnh đã chọn' }).waitFor();
});
afterAll(() => browser.close());

const choose = (name: string, buffer: Buffer, mimeType = '') =>
  page.locator('input[type=file]').setInputFiles({ name, mimeType, buffer });

const photo = (background: string) =>
  sharp({ create: { width: 640, height: 400, channels: 3, background } })
    .jpeg()
    .toBuffer();

test.each([
  ['IMG_1203.HEIC', 'HEIC của iPhone', Buffer.from('ftypheic')],
  ['Kế hoạch.pdf', 'Đây là tệp PDF', Buffer.from('%PDF-1.7')],
  ['ảnh trống.jpg', 'tệp trống', Buffer.of()],
  ['ảnh hỏng.jpg', 'như một ảnh', Buffer.from('không phải ảnh')],
])('%s is refused in words, and not kept', async (name, words, bytes) => {
  const dialogs: string[] = [];
  page.on('dialog', (dialog) => dialogs.push(dialog.message()));
  await choose(name, bytes);
  const told = page.getByText(words);
  await told.waitFor();
  expect(await told.innerText()).toContain(`“${name}”`);
  // Under whatever ending, the library would show it by this name.
  const kept = toSlug(name.replace(/\..*/, ''));
  expect(await page.getByText(new RegExp(`^${kept}\\b`)).count()).toBe(0);
  expect(dialogs).toEqual([]);
});

test('a second picture of one name gets a free one, and a decomposed name keeps its words', async () => {
  const dialogs: string[] = [];
  page.on('dialog', (dialog) => dialogs.push(dialog.message()));
  await choose('image.jpg', await photo('#9f1c20'), 'image/jpeg');
  await page.getByText('image.webp').waitFor();
  await choose('image.jpg', await photo('#0a7272'), 'image/jpeg');
  await page.getByText('image-2.webp').waitFor();
  await choose('Ảnh Đại hội.jpg'.normalize('NFD'), await photo('#1c62a9'), 'image/jpeg');
  await page.getByText('anh-dai-hoi.webp').waitFor();
  expect(dialogs).toEqual([]);
});
