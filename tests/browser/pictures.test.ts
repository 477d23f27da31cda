/** Picture files as people have them, chosen in a real Chromium. */
import { readFile } from 'node:fs/promises';
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
  ['IMG_1203.HEIC', 'Không đọc được ảnh HEIC', Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic')],
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

test('a HEIC of an iPhone becomes a WebP with its colours, and its editor is told', async () => {
  await choose('IMG_1204.HEIC', await readFile('tests/fixtures/iphone.heic'));
  await page.getByText('img-1204.webp').waitFor();
  expect(await page.getByText('Đã đổi từ HEIC').innerText()).toContain('“IMG_1204.HEIC”');
  const shown = page.getByText('img-1204.webp').locator('xpath=ancestor::*[.//img][1]//img');
  const colours = await shown.evaluate(async (image: HTMLImageElement) => {
    const picture = await createImageBitmap(image);
    const context = new OffscreenCanvas(picture.width, picture.height).getContext('2d')!;
    context.drawImage(picture, 0, 0);
    return [24, 72].map((x) => [...context.getImageData(x, 32, 1, 1).data.subarray(0, 3)]);
  });
  // Drawn as (224, 0, 0) beside white; its numbers in Display P3 read as sRGB would be (206, 45, 30).
  const [red, white] = colours as [number[], number[]];
  for (const [index, value] of [224, 0, 0].entries()) {
    expect(Math.abs(red[index]! - value)).toBeLessThan(16);
  }
  expect(Math.min(...white)).toBeGreaterThan(240);
});
