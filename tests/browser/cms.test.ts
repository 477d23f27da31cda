/** The newsroom's day in a real Chromium: write, send to review, approve, publish, edit at once. */
import type { Browser, Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { axeFindings, loadingBar } from '#tests/support/axe.ts';
import { sharedBrowser } from '#tests/support/shared-browser.ts';
import { Cms } from '#tests/support/cms.ts';
import {
  choose,
  compose,
  fillLogin,
  git,
  logIn,
  openEntry,
  saved,
  state,
  unfold,
} from '#tests/support/newsroom.ts';

const site = inject('site');
const passwords = inject('passwords');

const title = 'Nộp hồ sơ ngay tại nhà, khỏi phải đi xa';
const slug = 'nop-ho-so-ngay-tai-nha-khoi-phai-di-xa';
const address = `/bai-viet/${slug}/`;

let browser: Browser;
beforeAll(async () => {
  browser = await sharedBrowser();
});
afterAll(() => browser.close());

const openArticle = (page: Page) => openEntry(page, 'article', slug);
const poll = <Value>(read: () => Promise<Value>) => expect.poll(read, { timeout: 30_000 });

test('an editor writes an article with a picture and sends it to review', async () => {
  const page = await logIn(browser, 'bientap');
  await page.goto(`${site}/admin/#/collections/article/new`);
  const titleInput = page.getByLabel('Tiêu đề').first();
  await titleInput.fill('Nộp hồ sơ');
  await poll(() => page.getByLabel('Mã (địa chỉ)').inputValue()).toBe('nop-ho-so');
  await titleInput.fill(title.normalize('NFD'));
  await poll(() => page.getByLabel('Mã (địa chỉ)').inputValue()).toBe(slug);
  await page
    .getByLabel('Tóm tắt')
    .fill('Bà con được khuyến khích làm giấy tờ qua mạng, đỡ phải đi lại nhiều lần.');
  await choose(page, 'Trục nội dung', 'số');
  for (const [index, point] of [
    'Làm giấy tờ qua mạng được.',
    'Chưa quen thì hỏi phường.',
  ].entries()) {
    await page.getByRole('button', { name: 'Thêm điều cần nhớ' }).click();
    await page.getByLabel('Một điều').nth(index).fill(point);
    await page.getByRole('button', { name: `Bỏ mục này: điều cần nhớ ${index + 1}` }).waitFor();
  }
  // A row is moved from the keyboard, and told by its number.
  await page.getByRole('button', { name: 'Đổi chỗ mục này: điều cần nhớ 1' }).press('Space');
  await page.getByText('Tới chỗ của mục 1.').waitFor({ state: 'attached' });
  await page.keyboard.press('ArrowDown');
  await page.getByText('Tới chỗ của mục 2.').waitFor({ state: 'attached' });
  await page.keyboard.press('Space');
  const first = page.getByRole('group', { name: 'điều cần nhớ 1' }).getByLabel('Một điều');
  await poll(() => first.inputValue()).toContain('Chưa quen');
  await choose(page, 'Dành cho', 'Mọi người');
  await choose(page, 'Đơn vị chịu trách nhiệm', 'Ủy ban nhân dân');
  await page.getByRole('button', { name: 'Thêm nguồn' }).click();
  await choose(page, 'Văn bản', 'Kế hoạch');
  await page.getByLabel('Vị trí trong nguồn').fill('mục II.1.2');

  await unfold(page);
  const picture = page.locator('label', { hasText: 'Ảnh chính' }).locator('xpath=../..');
  await picture.getByRole('button', { name: 'Mở ra: Ảnh chính' }).click();
  await picture.getByRole('button', { name: 'Chọn ảnh' }).click();
  await page.getByRole('dialog', { name: 'Thư viện ảnh' }).waitFor();
  const photo = await sharp({
    create: { width: 640, height: 400, channels: 3, background: '#9f1c20' },
  })
    .jpeg()
    .toBuffer();
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'Ảnh bộ phận một cửa.jpg', mimeType: 'image/jpeg', buffer: photo });
  const card = page.getByRole('button', { name: 'anh-bo-phan-mot-cua.webp, chưa đăng' });
  await card.waitFor();
  expect(await axeFindings(page, loadingBar)).toEqual([]);
  // Enter on a picture goes on to the button that uses it.
  await card.press('Enter');
  await poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe(
    'Dùng ảnh đã chọn',
  );
  await page.keyboard.press('Enter');
  await page.getByLabel('Mô tả ảnh').first().fill('Bà con nộp hồ sơ ở bộ phận một cửa.');

  await page.getByRole('textbox', { name: 'Nội dung', exact: true }).click();
  await compose(page, [
    ['Ba', 'Bà'],
    ['con', 'con'],
    ['nop', 'nộp'],
    ['ho', 'hồ'],
    ['so', 'sơ'],
    ['truc tuyen', 'trực tuyến'],
  ]);
  await page.keyboard.press('Control+s');
  await page.waitForURL(`**/entries/${slug}`);
  await saved(page);

  expect(await page.getByRole('button', { name: 'Duyệt', exact: true }).count()).toBe(0);
  await page.getByRole('button', { name: 'Gửi duyệt' }).click();
  await state(page, 'Chờ duyệt');
  await poll(() => page.locator('.notices').innerText()).toMatch(
    /không thể tự duyệt|Chỉ người duyệt/,
  );
  const draft = gitLog(`cms/article/${slug}`);
  expect(draft).toContain('Biên tập viên');
  expect(git('show', `cms/article/${slug}:content/articles/${slug}.mdx`)).toContain(
    'Bà con nộp hồ sơ trực tuyến',
  );
  await page.context().close();
});

test('an approver approves and publishes it; it is live in every channel', async () => {
  const page = await logIn(browser, 'duyet');
  await openArticle(page);
  // A folded source shows what it is, not its code; the window says what is open.
  await page.getByText(/^Kế hoạch .+: mục II\.1\.2$/).waitFor();
  expect(await page.title()).toBe(`Bài viết: ${title} · Biên tập`);
  await page.getByRole('button', { name: 'Duyệt', exact: true }).click();
  await state(page, 'Sẵn sàng');
  await page.getByRole('button', { name: 'Đăng', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Đã đăng lên trang' });
  await dialog.getByRole('link', { name: site + address }).waitFor({ timeout: 120_000 });
  await page.context().close();

  const read = async (path: string) => (await fetch(site + path)).text();
  expect(await read(address)).toContain('Bà con nộp hồ sơ trực tuyến');
  expect(await read('/truc/chuyen-doi-so/')).toContain(address);
  expect(await read('/rss.xml')).toContain(title);
  const reader = await (await browser.newContext()).newPage();
  await reader.goto(`${site}/tim-kiem/?q=nop+ho+so+ngay+tai+nha`);
  await reader.getByRole('link', { name: title }).first().waitFor();
  await reader.context().close();

  const merge = git('log', '-1', '--merges', '--format=%an%n%B', 'main');
  expect(merge).toContain('Người duyệt');
  expect(merge).toMatch(/Co-authored-by: Biên tập viên/);
  expect(merge).toMatch(/Reviewed-by: Người duyệt/);
});

test('of two people who edit at once the second is refused, and both texts are kept', async () => {
  const [first, second] = [await logIn(browser, 'bientap'), await logIn(browser, 'quantri')];
  await openArticle(first);
  await openArticle(second);
  await poll(() => second.locator('.notices').innerText()).toContain('đang sửa mục này');

  await first.getByLabel('Tóm tắt').fill('Bản của người thứ nhất, đã lưu trước người thứ hai.');
  await first.keyboard.press('Control+s');
  await state(first, 'Bản nháp');
  await second.getByLabel('Tóm tắt').fill('Bản của người thứ hai, không được mất chữ nào.');
  await second.keyboard.press('Control+s');

  const dialog = second.getByRole('dialog', { name: 'Người khác đã lưu trước' });
  await poll(() => dialog.innerText()).toContain('Biên tập viên đã lưu');
  await dialog.getByRole('button', { name: 'Chép bản của tôi' }).click();
  await dialog.getByText('Đã chép').waitFor();
  const clipboard = await second.evaluate(() => navigator.clipboard.readText());
  expect(clipboard).toContain('Bản của người thứ hai, không được mất chữ nào.');
  const kept = await dialog.getByRole('link', { name: /máy chủ giữ/ }).getAttribute('href');
  const answer = await second.request.get(site + kept!);
  expect(await answer.text()).toContain('Bản của người thứ hai');
  expect(git('show', `cms/article/${slug}:content/articles/${slug}.mdx`)).toContain(
    'Bản của người thứ nhất',
  );

  await dialog.getByRole('button', { name: 'Mở bản mới' }).click();
  await poll(() => second.getByLabel('Tóm tắt').inputValue()).toBe(
    'Bản của người thứ nhất, đã lưu trước người thứ hai.',
  );
  await first.context().close();
  await second.context().close();
});

test('a network that is gone and a session that ends while she writes cost her nothing', async () => {
  const page = await logIn(browser, 'bientap');
  await openArticle(page);
  const text = 'Viết trong lúc phiên làm việc đã hết, vẫn còn nguyên.';
  await page.getByLabel('Tóm tắt').fill(text);
  await page.context().setOffline(true);
  await page.keyboard.press('Control+s');
  const message = page.getByRole('alert').filter({ hasText: 'Không kết nối được máy chủ' });
  await message.waitFor();
  expect(await axeFindings(page, loadingBar)).toEqual([]);
  await page.context().setOffline(false);
  await page.context().clearCookies();
  await page.keyboard.press('Control+s');
  const dialog = page.getByRole('dialog', { name: 'Phiên làm việc đã hết' });
  await dialog.waitFor();
  expect(await axeFindings(page, loadingBar)).toEqual([]);
  await fillLogin(page, 'bientap');
  await saved(page);
  expect(await page.getByLabel('Tóm tắt').inputValue()).toBe(text);
  expect(git('show', `cms/article/${slug}:content/articles/${slug}.mdx`)).toContain(text);
  await page.context().close();
});

test('a copy left in the browser is not put over what was saved since', async () => {
  const page = await logIn(browser, 'quantri');
  await openArticle(page);
  await page.getByLabel('Tóm tắt').fill('Viết dở rồi tắt máy, chưa kịp lưu lại ở đâu cả.');
  // Decap keeps its copy two seconds after the last letter.
  await page.waitForTimeout(3000);
  await page.goto('about:blank');
  const other = await logIn(browser, 'bientap');
  await openArticle(other);
  const newer = 'Trong lúc đó người khác đã lưu câu này rồi.';
  await other.getByLabel('Tóm tắt').fill(newer);
  await other.keyboard.press('Control+s');
  await saved(other);
  await openArticle(page);
  const dialog = page.getByRole('dialog', { name: 'Bản viết dở trên máy này đã cũ' });
  await dialog.getByRole('button', { name: 'Chép bản của tôi' }).click();
  await dialog.getByText('Đã chép').waitFor();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain(
    'Viết dở rồi tắt máy',
  );
  expect(await page.getByLabel('Tóm tắt').inputValue()).toBe(newer);
  await page.context().close();
  await other.context().close();
});

test('list, board, form and menu fit a phone', async () => {
  const page = await logIn(browser, 'duyet', 360);
  for (const hash of [
    '#/collections/article',
    '#/workflow',
    `#/collections/article/entries/${slug}`,
  ]) {
    await page.goto(`${site}/admin/${hash}`);
    await page
      .getByText(/Nộp hồ sơ|Lưu/)
      .first()
      .waitFor();
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow, hash).toBeLessThanOrEqual(0);
  }
  // One row stays over the form, with the title; the rest folds out of it.
  const row = page.locator('.toolbar-row');
  await row.getByRole('heading', { name: title }).waitFor();
  expect((await row.boundingBox())!.height).toBeLessThan(70);
  await row.getByRole('button', { name: 'Việc khác' }).click();
  await row.getByRole('link', { name: 'Trang duyệt' }).waitFor();
  // An address of one long word goes on in the next line.
  await page.goto(`${site}/admin/#/collections/term/new`);
  await page.getByLabel('Từ').first().fill('x'.repeat(300));
  const long = page.locator('.counter', { hasText: 'Địa chỉ của trang: /thuat-ngu/xxx' });
  expect(await long.evaluate((one) => one.scrollWidth - one.clientWidth)).toBeLessThanOrEqual(0);
  await page.goto(`${site}/admin/#/workflow`);
  await page.getByRole('button', { name: 'Danh mục' }).click();
  await page.getByRole('link', { name: 'Việc của tôi' }).waitFor();
  await page.context().close();
});

test('the protocol refuses what the buttons do not offer', async () => {
  const editor = await Cms.logIn(site, 'bientap', passwords['bientap']!);
  await expect(editor.setStatus(slug, 'pending_publish')).rejects.toThrow(/403/);
});

function gitLog(ref: string): string {
  return git('log', '--format=%an %s', `main..${ref}`);
}
