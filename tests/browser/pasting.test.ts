/** What is pasted into a body, in the real editor: what is saved says what was meant, and what stays behind is told. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { parseBody } from '#src/schema/body.ts';
import { pieces } from '#tests/fixtures/clipboard.ts';
import { BodyEditor } from '#tests/support/body-editor.ts';
import { sharedBrowser } from '#tests/support/shared-browser.ts';
import { git } from '#tests/support/newsroom.ts';

const slug = 'nam-cach-dua-nghi-quyet-den-ba-con';
const site = inject('site');

let browser: Browser;
let editor: BodyEditor;
let page: Page;
beforeAll(async () => {
  browser = await sharedBrowser();
  editor = await BodyEditor.logIn(browser, slug);
  ({ page } = editor);
});
afterAll(() => browser.close());

test('what was emptied is not saved, and two lists stay two when they are read again', async () => {
  await editor.startWriting();
  const lists = '<ul><li>một</li></ul><p>X</p><ul><li>hai</li></ul>';
  await editor.paste({
    'text/html': `<p>Đầu</p><h2>X</h2>${lists}<blockquote>X</blockquote><p>Hết</p>`,
  });
  for (const emptied of ['h2', 'ul + p', 'blockquote']) {
    await editor.toEndOf(editor.body.locator(emptied));
    await page.keyboard.press('Backspace');
  }
  await editor.toEndOf(editor.body.locator('li').last());
  await page.keyboard.press('Enter');
  expect((await editor.save()).trim()).toBe('Đầu\n\n- một\n\n* hai\n\nHết');
  await page.reload();
  await expect.poll(() => editor.body.locator('ul').allInnerTexts()).toEqual(['một', 'hai']);
});

test('what is pasted from any program comes in with its lists, tables and links, and nothing else', async () => {
  await editor.startWriting();
  const asked: string[] = [];
  page.on('request', (request) => {
    const isOwn = request.url().startsWith(site) || /^(?:data|blob):/.test(request.url());
    if (!isOwn) asked.push(request.url());
  });
  for (const [at, { html, text, told: words }] of pieces.entries()) {
    await editor.paste({ 'text/html': `<h2>Mảnh ${at}</h2><p>Đây.</p>` });
    await expect.poll(() => editor.body.innerText()).toContain(`Mảnh ${at}\n`);
    await editor.toNewParagraph();
    const before = await editor.body.innerHTML();
    await editor.paste(
      html ? { 'text/html': html, 'text/plain': 'chữ thường' } : { 'text/plain': text! },
    );
    await expect.poll(() => editor.body.innerHTML()).not.toBe(before);
    if (words) await expect.poll(() => editor.told.innerText()).toContain(words);
    else expect(await editor.told.isVisible()).toBe(false);
    await editor.toNewParagraph();
  }
  await page.locator('.rich').getByLabel('Mô tả ảnh').last().fill('Một chấm đỏ');
  const parts = (await editor.save()).split(/^## Mảnh \d+\n\nĐây\.\n*/m).slice(1);
  expect(parts).toHaveLength(pieces.length);
  for (const [at, { from, body: wanted }] of pieces.entries()) {
    const described = wanted.replace(/(?<=<Figure src="[^"]+") \/>/, ' alt="Một chấm đỏ" />');
    expect([from, essence(parts[at]!)]).toEqual([from, essence(described)]);
  }
  expect(asked).toEqual([]);
});

test('a picture that is pasted alone becomes one of the draft, and its description is asked for', async () => {
  await editor.startWriting();
  await editor.body.evaluate(async (box) => {
    const canvas = Object.assign(document.createElement('canvas'), { width: 40, height: 30 });
    canvas.getContext('2d')!.fillRect(0, 0, 40, 30);
    const blob = await new Promise<Blob>((resolve) => canvas.toBlob((made) => resolve(made!)));
    const clipboardData = new DataTransfer();
    clipboardData.items.add(new File([blob], 'Sân chơi tổ 5.png', { type: 'image/png' }));
    const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
    box.dispatchEvent(event);
  });
  await expect.poll(() => editor.told.innerText()).toContain('chưa có mô tả');
  await page.keyboard.press('Control+s');
  await page.getByText('còn trống').first().waitFor();
  await page.locator('.rich').getByLabel('Mô tả ảnh').last().fill('Sân chơi của tổ 5.');
  expect(await editor.save()).toContain(
    '<Figure src="/media/san-choi-to-5.webp" alt="Sân chơi của tổ 5." />',
  );
  expect(git('ls-tree', '--name-only', `cms/article/${slug}`, 'content/media/')).toContain(
    'san-choi-to-5.webp',
  );
});

function essence(text: string): string {
  return JSON.stringify(parseBody(text), (key, value: unknown) =>
    key === 'position' || key === 'spread' || key === 'align' || key === 'data' ? undefined : value,
  );
}
