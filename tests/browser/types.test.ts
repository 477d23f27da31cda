/** Every kind of entry in the CMS: its form opens whole, and the newer ones are written to the end. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { allTypes, types } from '#src/schema/index.ts';
import { sharedBrowser } from '#tests/support/shared-browser.ts';
import {
  choose,
  commitFile,
  git,
  logIn,
  openEntry,
  saved,
  unfold,
} from '#tests/support/newsroom.ts';
import { silence } from '#tests/support/silence.ts';

const site = inject('site');

let browser: Browser;
beforeAll(async () => {
  browser = await sharedBrowser();
});
afterAll(() => browser.close());

test('the form of every type opens with all that its declaration asks for', async () => {
  const page = await logIn(browser, 'bientap');
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  for (const type of allTypes.filter(({ set }) => set === 'open')) {
    await page.goto(`${site}/admin/#/collections/${type.name}/new`);
    await page
      .getByText(type.fields[type.nameField]!.form.label, { exact: true })
      .first()
      .waitFor();
    if (await page.locator('.form-group').count()) await unfold(page);
    const labels = Object.values(type.fields)
      .filter(({ form }) => form.required && !('shownFor' in form))
      .map(({ form }) => form.label);
    for (const label of labels) {
      await page.getByText(label, { exact: true }).first().waitFor({ timeout: 30_000 });
    }
    if (type.template) {
      const heading = /^## (.+)$/m.exec(type.template)?.[1];
      if (heading) await page.getByText(heading, { exact: true }).first().waitFor();
    }
  }
  expect(errors).toEqual([]);
  await page.context().close();
});

test('an address of an entry that is not there says so, and leads to the list or to a new one', async () => {
  const page = await logIn(browser, 'bientap');
  await page.goto(`${site}/admin/#/collections/article/entries/khong-co-muc-nay`);
  const dialog = page.getByRole('dialog', { name: 'Không có mục này' });
  await dialog.getByText('mang mã “khong-co-muc-nay”').waitFor();
  await dialog.getByRole('button', { name: 'Viết bài viết mới' }).click();
  await page.waitForURL('**/collections/article/new');
  await page.getByLabel('Tiêu đề').first().waitFor();
  // From a form to a form the page is loaded anew.
  await page.goto(`${site}/admin/#/collections/term/entries/khong-co`);
  await page.getByRole('button', { name: 'Xem danh sách thuật ngữ' }).click();
  await page.waitForURL('**/collections/term');
  await page.locator('.entry-row').first().waitFor();
  // Whoever goes back by herself takes no question along.
  await page.goto(`${site}/admin/#/collections/term/entries/khong-co`);
  await page.getByRole('button', { name: 'Xem danh sách thuật ngữ' }).waitFor();
  await page.goBack();
  await expect.poll(() => page.getByRole('dialog').count()).toBe(0);
  await page.locator('.entry-row').first().waitFor();
  await page.context().close();
});

test('a file that somebody wrote wrongly into git opens no empty form, and stays as it is', async () => {
  const slug = 'khai-bao-hong';
  const text = '---\ntitle: "Thiếu một dấu ngoặc\n---\n\nChữ của bài.\n';
  commitFile(`cms/article/${slug}`, `content/articles/${slug}.mdx`, text);
  const page = await logIn(browser, 'bientap');
  await page.goto(`${site}/admin/#/collections/article/entries/${slug}`);
  const dialog = page.getByRole('dialog', { name: 'Chưa mở được mục này' });
  await dialog.getByText(`“${slug}” được ghi sai trong kho`).waitFor();
  await dialog.getByRole('button', { name: 'Mở trang duyệt' }).click();
  await page.waitForURL(`**/admin/duyet/article/${slug}/`);
  await page.getByText('Phần khai báo viết sai').first().waitFor();
  expect(git('show', `cms/article/${slug}:content/articles/${slug}.mdx`)).toBe(text);
  await page.context().close();
});

test('the first field that is wrong is in sight, in whatever part of the form, folded or not', async () => {
  const page = await logIn(browser, 'bientap');
  await page.goto(`${site}/admin/#/collections/article/new`);
  const parts = page.getByRole('navigation', { name: 'Các phần của biểu mẫu' });
  await parts.getByRole('button', { name: 'Bài viết thiếu 5' }).waitFor();
  await page.getByLabel('Tiêu đề').first().fill('Bài có ngày hết hạn');
  await parts.getByRole('button', { name: 'Bài viết thiếu 4' }).waitFor();
  await page.keyboard.press('Control+s');
  await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toMatch(/^summary/);
  await parts.getByRole('button', { name: 'Ảnh và liên quan' }).click();
  await page.getByText('Ảnh chính', { exact: true }).waitFor();
  await page.context().close();
});

test('“Thêm …” puts the cursor into what it adds, and the buttons of its row have names', async () => {
  const page = await logIn(browser, 'bientap');
  await page.goto(`${site}/admin/#/collections/article/new`);
  await page.getByRole('button', { name: 'Thêm điều cần nhớ' }).click();
  await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toMatch(/^item/);
  await page.keyboard.type('Mang theo giấy tờ.');
  expect(await page.getByLabel('Một điều').inputValue()).toBe('Mang theo giấy tờ.');
  await unfold(page);
  const nameless = await page
    .locator('#nc-root')
    .ariaSnapshot()
    .then((tree) => tree.match(/- (?:button|textbox|combobox)(?::| \[|$)/gm));
  expect(nameless).toBeNull();
  await page.getByRole('button', { name: 'Đặt Ngày đăng là hôm nay' }).waitFor();
  await page.getByRole('button', { name: 'Bỏ mục này' }).click();
  expect(await page.getByLabel('Một điều').count()).toBe(0);
  await page.context().close();
});

test('what was chosen from another list is moved by key, and it is told where it stands', async () => {
  const page = await logIn(browser, 'bientap');
  await openEntry(page, 'article', 'an-ninh-mang-tin-chua-kiem-chung');
  await unfold(page);
  const order = page.locator('.order', { hasText: 'Bài liên quan' });
  await order.locator('summary').press('Enter');
  const rows = order.getByRole('listitem');
  const second = (await rows.nth(1).innerText()).split('\n')[0]!.replace('2. ', '');
  const up = order.getByRole('button', { name: `Lên: ${second}` });
  await up.press('Enter');
  await order.getByText(`Chỗ thứ 1 trong 2: ${second}`).waitFor();
  expect(await rows.first().innerText()).toContain(second);
  expect(await up.evaluate((button) => button === document.activeElement)).toBe(true);
  await page.context().close();
});

test('a recording is uploaded, heard in the form, and named in git by its checksum', async () => {
  const page = await logIn(browser, 'bientap');
  await page.goto(`${site}/admin/#/collections/recording/new`);
  await page
    .getByLabel(types.recording.fields.title.form.label)
    .first()
    .fill('Bài nghe thử nghiệm');
  await page.getByLabel('Tóm tắt').fill('Một bài nghe để thử, kèm lời chép lại đầy đủ.');
  await choose(page, 'Loại', 'Nghe');
  await choose(page, 'Đơn vị chịu trách nhiệm', 'Ủy ban nhân dân');
  await page.getByRole('button', { name: 'Thêm nguồn' }).click();
  await choose(page, 'Văn bản', 'Kế hoạch');
  await page.getByLabel('Vị trí trong nguồn').fill('mục II.2.2');
  const choice = page.locator('input[type=file]').first();
  await choice.setInputFiles({
    name: 'Lời ngỏ.mp3',
    mimeType: 'audio/mpeg',
    buffer: Buffer.from('%PDF-1.7'),
  });
  await page.getByRole('alert').getByText('không đúng là tệp mp3').waitFor();
  await choice.setInputFiles({ name: 'Lời ngỏ.mp3', mimeType: 'audio/mpeg', buffer: silence(200) });
  await page.getByText('loi-ngo.mp3, 5 giây').waitFor();
  await page.keyboard.press('Control+s');
  await page.waitForURL('**/entries/bai-nghe-thu-nghiem');
  await saved(page);
  const file = git(
    'show',
    'cms/recording/bai-nghe-thu-nghiem:content/recordings/bai-nghe-thu-nghiem.mdx',
  );
  expect(file).toContain('name: loi-ngo.mp3');
  expect(file).toMatch(/sha256: ["']?[0-9a-f]{64}/);
  expect(file).toContain('## Lời chép lại');
  await page.context().close();
});

test('an urgent notice is saved as plain data, without a page', async () => {
  const page = await logIn(browser, 'bientap');
  await page.goto(`${site}/admin/#/collections/alert/new`);
  await page.getByLabel('Thông báo', { exact: true }).fill('Mất nước khu vực thử nghiệm');
  await page.getByLabel('Giờ bắt đầu').fill('08:30');
  await page.getByLabel('Giờ kết thúc').fill('17:00');
  await choose(page, 'Đơn vị chịu trách nhiệm', 'Ủy ban nhân dân');
  await page.keyboard.press('Control+s');
  await page.waitForURL('**/entries/mat-nuoc-khu-vuc-thu-nghiem');
  await saved(page);
  const path = 'content/alerts/mat-nuoc-khu-vuc-thu-nghiem.yml';
  const file = git('show', `cms/alert/mat-nuoc-khu-vuc-thu-nghiem:${path}`);
  expect(file).toMatch(/^title: Mất nước khu vực thử nghiệm$/m);
  expect(file).not.toMatch(/^---|slug:/m);
  await page.context().close();
});
