/** Picture files as people have them, chosen in a real Chromium. */
import { readFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { toSlug } from '#src/schema/slug.ts';
import { sharedBrowser } from '#tests/support/shared-browser.ts';
import { logIn, unfold } from '#tests/support/newsroom.ts';

const site = inject('site');

const photo = (background: string) =>
  sharp({ create: { width: 640, height: 400, channels: 3, background } });
const jpeg = (background: string) => photo(background).jpeg().toBuffer();

let browser: Browser;
let page: Page;
beforeAll(async () => {
  browser = await sharedBrowser();
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

test.each([
  ['IMG_1203.HEIC', 'Không đọc được ảnh HEIC', Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic')],
  ['Kế hoạch.pdf', 'Đây là tệp PDF', Buffer.from('%PDF-1.7')],
  ['ảnh trống.jpg', 'tệp trống', Buffer.of()],
  ['ảnh hỏng.jpg', 'như một ảnh', Buffer.from('không phải ảnh')],
  ['quét.tif', 'Đây là ảnh TIFF', await photo('#9f1c20').tiff().toBuffer()],
  ['vẫy tay.jpg', 'Đây là ảnh GIF', await photo('#9f1c20').gif().toBuffer()],
  ['bản vẽ.svg', 'hình vẽ SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')],
  ['lễ hội.mp4', 'Đây là phim', await readFile('tests/fixtures/film.mp4')],
  ['lễ hội.webm', 'Đây là phim', await readFile('tests/fixtures/film.webm')],
  ['phát biểu.m4a', 'tệp âm thanh', await readFile('tests/fixtures/voice.m4a')],
])('%s is refused in words, and not kept', async (name, words, bytes) => {
  const dialogs: string[] = [];
  page.on('dialog', (dialog) => dialogs.push(dialog.message()));
  await choose(name, bytes);
  const told = page.getByText(`“${name}”`);
  await told.waitFor();
  expect(await told.innerText()).toContain(words);
  // Under whatever ending, the library would show it by this name.
  const kept = toSlug(name.replace(/\..*/, ''));
  expect(await page.getByText(new RegExp(`^${kept}\\b`)).count()).toBe(0);
  expect(dialogs).toEqual([]);
});

test('a second picture of one name gets a free one, and a decomposed name keeps its words', async () => {
  const dialogs: string[] = [];
  page.on('dialog', (dialog) => dialogs.push(dialog.message()));
  await choose('image.jpg', await jpeg('#9f1c20'), 'image/jpeg');
  await page.getByText('image.webp').waitFor();
  await choose('image.jpg', await jpeg('#0a7272'), 'image/jpeg');
  await page.getByText('image-2.webp').waitFor();
  await choose('Ảnh Đại hội.jpg'.normalize('NFD'), await jpeg('#1c62a9'), 'image/jpeg');
  await page.getByText('anh-dai-hoi.webp').waitFor();
  expect(dialogs).toEqual([]);
});

test('a HEIC of an iPhone becomes a WebP with its colours, and its editor is told', async () => {
  await choose('IMG_1204.HEIC', await readFile('tests/fixtures/iphone.heic'));
  await page.getByText('img-1204.webp').waitFor();
  expect(await page.getByText('Đã đổi từ HEIC').innerText()).toContain('“IMG_1204.HEIC”');
  const [red, white] = await coloursOf('img-1204.webp');
  // Drawn as (224, 0, 0) beside white; its numbers in Display P3 read as sRGB would be (206, 45, 30).
  for (const [index, value] of [224, 0, 0].entries()) {
    expect(Math.abs(red![index]! - value)).toBeLessThan(16);
  }
  expect(Math.min(...white!)).toBeGreaterThan(240);
});

test('a HEIC that was taken sideways stands upright; of a burst the chosen picture is kept', async () => {
  await choose('IMG_1205.HEIC', await readFile('tests/fixtures/iphone-turned.heic'));
  await page.getByText('img-1205.webp').waitFor();
  expect((await coloursOf('img-1205.webp')).map(strongest)).toEqual(['red', 'blue']);
  await choose('IMG_1206.HEIC', await readFile('tests/fixtures/iphone-burst.heic'));
  await page.getByText('img-1206.webp').waitFor();
  expect((await coloursOf('img-1206.webp')).map(strongest)).toEqual(['green', 'green']);
});

test('a BMP, as scanners write it, becomes a WebP', async () => {
  await choose('quét.bmp', bmp());
  await page.getByText('quet.webp').waitFor();
});

/** Colours of the library's picture of that name, in its left and in its right half. */
async function coloursOf(name: string): Promise<number[][]> {
  const shown = page.getByText(name).locator('xpath=ancestor::*[.//img][1]//img');
  return shown.evaluate(async (image: HTMLImageElement) => {
    const picture = await createImageBitmap(image);
    const context = new OffscreenCanvas(picture.width, picture.height).getContext('2d')!;
    context.drawImage(picture, 0, 0);
    return [1, 3].map((quarter) => {
      const x = (picture.width * quarter) / 4;
      return [...context.getImageData(x, picture.height / 2, 1, 1).data.subarray(0, 3)];
    });
  });
}

function strongest(colour: number[]): string {
  return ['red', 'green', 'blue'][colour.indexOf(Math.max(...colour))]!;
}

/** One dot, of 24 bits. */
function bmp(): Buffer {
  const file = Buffer.alloc(58);
  file.write('BM');
  for (const [at, value] of Object.entries({
    2: 58,
    10: 54,
    14: 40,
    18: 1,
    22: 1,
    26: 0x18_0001,
  })) {
    file.writeUInt32LE(value, Number(at));
  }
  return file;
}
