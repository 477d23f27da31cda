/** An infographic's way in a real Chromium: its form by kind, its preview, its share kit. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { remarks } from '#admin/app/preview/remarks.ts';
import { drawnHeight } from '#src/channels/pictures/measure.ts';
import { fitPicture } from '#src/channels/social/fit-picture.tsx';
import { pictureInput } from '#src/channels/social/input.ts';
import { layoutOf } from '#src/channels/social/layout.ts';
import { kitPaths, pictureFormats } from '#src/model/share-kit.ts';
import { infographics, kitContext } from '#tests/channels/kit-fixtures.ts';
import { sharedBrowser } from '#tests/support/shared-browser.ts';
import { choose, compose, git, logIn, openEntry, saved, state } from '#tests/support/newsroom.ts';

const site = inject('site');
const title = 'Ba bước hỏi việc ở phường';
const slug = 'ba-buoc-hoi-viec-o-phuong';

let browser: Browser;
beforeAll(async () => {
  browser = await sharedBrowser();
});
afterAll(() => browser.close());

const poll = <Value>(read: () => Promise<Value>) => expect.poll(read, { timeout: 30_000 });
const preview = (page: Page) => page.frameLocator('#preview-pane');

/** The labels of the fields that are in sight. */
const shown = (page: Page) =>
  page.locator('.Pane1 label').filter({ visible: true }).allInnerTexts();

async function addStep(page: Page, name: string, text: string): Promise<void> {
  await page.getByRole('button', { name: 'Thêm bước' }).click();
  await page.getByLabel('Bước', { exact: true }).last().fill(name);
  await page.getByLabel('Nói rõ hơn').last().fill(text);
}

test('an editor makes an infographic, sees it while she writes, and sends it to review', async () => {
  const page = await logIn(browser, 'bientap');
  const errors: string[] = [];
  page.on('console', (message) => {
    if (message.text().includes('Content Security Policy')) errors.push(message.text());
  });
  await page.goto(`${site}/admin/#/collections/infographic/new`);
  await page.getByLabel('Tiêu đề').first().fill(title);
  await preview(page).getByText('Chọn loại để xem bản vẽ.').waitFor();
  expect(await shown(page)).not.toContain('Các bước');

  await choose(page, 'Loại', 'Trích dẫn');
  await page.getByLabel('Lời trích').waitFor();
  await choose(page, 'Loại', 'Các bước');
  await page.getByRole('button', { name: 'Thêm bước' }).waitFor();
  const labels = await shown(page);
  const kind = labels.indexOf('Loại');
  expect(labels.slice(kind + 1, kind + 4)).toEqual([
    'Các bước',
    'Các bước, theo thứ tự',
    'Nội dung',
  ]);

  await page.getByRole('button', { name: 'Thêm bước' }).click();
  await page.getByLabel('Bước', { exact: true }).click();
  await compose(page, [
    ['Hoi', 'Hỏi'],
    ['to truong', 'tổ trưởng'],
  ]);
  await preview(page).locator('.infographic').getByText('Hỏi tổ trưởng').waitFor();
  await preview(page).locator('.picture').getByText('Hỏi tổ trưởng').waitFor();
  expect(await preview(page).locator('.remarks li').count()).toBe(0);

  const long = 'Một câu nói rõ hơn dài quá chỗ của ảnh, để ảnh chỉ nêu tên còn trang thì nói đủ.';
  await page.getByLabel('Nói rõ hơn').fill(`${long} ${long}`);
  await page.getByText('quá 41 ký tự').waitFor();
  await page.getByLabel('Nói rõ hơn').fill(long);
  await addStep(page, 'Đến bộ phận một cửa', long);
  await addStep(page, 'Nhận kết quả', long);
  for (const more of ['Góp ý', 'Hỏi lại']) await addStep(page, more, long);
  await preview(page)
    .getByText(/Ảnh vuông.* không đủ chỗ cho phần “Nói rõ hơn”/)
    .waitFor();
  await preview(page).getByRole('button', { name: 'Ảnh đứng cả màn hình' }).click();
  // It says one thing, and leaves what explains it to the page.
  await preview(page).locator('.picture').getByText('Nhận kết quả').waitFor();
  expect(await preview(page).locator('.picture').getByText(long).count()).toBe(0);

  // A changed mind loses nothing, and the form says what to do.
  await choose(page, 'Loại', 'Con số');
  await page.locator('.leftover').getByText('đổi loại thành “Các bước”').waitFor();
  expect(await page.getByLabel('Nói rõ hơn').count()).toBe(5);
  await choose(page, 'Loại', 'Các bước');
  await page.locator('.leftover').waitFor({ state: 'detached' });

  await page
    .getByLabel('Tóm tắt')
    .fill('Bà con hỏi việc ở phường theo từng bước, hỏi ai và ở đâu.');
  await choose(page, 'Đơn vị chịu trách nhiệm', 'Ủy ban nhân dân');
  await page.getByRole('button', { name: 'Thêm nguồn' }).click();
  await choose(page, 'Văn bản', 'Kế hoạch');
  await page.getByLabel('Vị trí trong nguồn').fill('mục II.1.2');
  await page.keyboard.press('Control+s');
  await page.waitForURL(`**/entries/${slug}`);
  await saved(page);
  const file = git('show', `cms/infographic/${slug}:content/infographics/${slug}.mdx`);
  expect(file).toContain('kind: steps');
  expect(file).toContain('Hỏi tổ trưởng');
  expect(file).not.toContain('figures');
  await page.getByRole('button', { name: 'Gửi duyệt' }).click();
  await state(page, 'Chờ duyệt');
  expect(errors).toEqual([]);
  await page.context().close();
});

test('a group that is let go leaves nothing behind', async () => {
  const page = await logIn(browser, 'bientap');
  await openEntry(page, 'infographic', slug);
  await choose(page, 'Loại', 'Trích dẫn');
  await page.getByLabel('Lời trích').fill('nghe dân nói, nói dân hiểu');
  await page.getByLabel('Trích từ đâu').fill('Kế hoạch của phường, mục II.2.3');
  await page.keyboard.press('Control+s');
  await page.getByText('Có ô còn trống hoặc chưa đúng').waitFor();
  await page.getByRole('button', { name: 'Bỏ nhóm “Các bước”' }).click();
  await page.keyboard.press('Control+s');
  await saved(page);
  const file = git('show', `cms/infographic/${slug}:content/infographics/${slug}.mdx`);
  expect(file).toContain('kind: quote');
  expect(file).not.toContain('steps');
  await state(page, 'Chờ duyệt');
  await page.context().close();
});

test('the approver finds the share kit of what she reads', async () => {
  const page = await logIn(browser, 'duyet');
  await page.goto(`${site}/admin/duyet/infographic/${slug}/`);
  const address = await page
    .getByRole('link', { name: /Bộ chia sẻ của bản này/ })
    .getAttribute('href');
  await page.goto(site + address!);
  await page.getByRole('heading', { level: 1, name: title }).waitFor({ timeout: 90_000 });
  expect(new URL(page.url()).pathname).toMatch(
    new RegExp(`^/xem-truoc/[0-9a-f-]+${kitPaths({ type: 'infographic', slug }).kit}$`),
  );
  const picture = page.locator(`img[src$="${slug}-vuong.png"]`);
  await picture.scrollIntoViewIfNeeded();
  await poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(1080);
  await page.context().close();
});

test('of a published infographic the browser says what the real pictures leave out', async () => {
  const page = await logIn(browser, 'bientap');
  for (const name of ['ai-lam-viec-gi', 'dan-biet-den-dan-thu-huong']) {
    const entry = infographics.find((one) => one.slug === name)!;
    const input = pictureInput(entry, kitContext);
    const fitted = pictureFormats.map(async (format) => ({
      format,
      picture: await fitPicture(input, layoutOf(format), drawnHeight),
    }));
    const expected = remarks(input.content.kind, await Promise.all(fitted));
    await openEntry(page, 'infographic', name);
    await preview(page).locator('.picture').getByText(entry.data.title).waitFor();
    await poll(() => preview(page).locator('.remarks li').allInnerTexts()).toEqual(expected);
    const kit = page.getByRole('link', { name: 'Bộ chia sẻ' });
    const { status } = await fetch(site + (await kit.getAttribute('href'))!);
    expect(status).toBe(200);
  }
  await page.goto(`${site}/admin/#/collections/document/entries/ke-hoach-tuyen-truyen-phuong`);
  await page.getByRole('link', { name: 'Xem trên trang' }).waitFor();
  expect(await page.getByRole('link', { name: 'Bộ chia sẻ' }).count()).toBe(0);
  await page.context().close();
});

test('a new form that is left for another entry does not take its text along', async () => {
  const page = await logIn(browser, 'bientap');
  const field = page.getByLabel('Tiêu đề').first();
  const other = infographics.find((one) => one.slug === 'sau-ro-khi-giao-viec')!;
  const newForm = `${site}/admin/#/collections/infographic/new`;
  const leave = () =>
    page.goto(`${site}/admin/#/collections/infographic/entries/${other.slug}`).catch(() => null);
  await page.goto(newForm);
  await field.fill('Chữ của mục mới');
  await page.locator('.save-state[data-unsaved]').waitFor();

  page.removeAllListeners('dialog');
  page.once('dialog', (dialog) => void dialog.dismiss());
  await leave();
  await poll(() => Promise.resolve(page.url())).toBe(newForm);
  expect(await field.inputValue()).toBe('Chữ của mục mới');

  page.once('dialog', (dialog) => void dialog.accept());
  await leave();
  await poll(() => field.inputValue()).toBe(other.data.title);
  await page.context().close();
});
