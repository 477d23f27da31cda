/** The approver's way in a real Chromium, on a phone first: from the queue to the published page. */
import { rename } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import {
  commitAll,
  gitIn,
  key,
  people,
  png,
  saveOf,
  startWorld,
  writeIn,
} from '#tests/server/harness.ts';
import { axeFindings } from '#tests/support/axe.ts';
import { sharedBrowser } from '#tests/support/shared-browser.ts';
import { Cms, realArticle } from '#tests/support/cms.ts';

const site = inject('site');
const passwords = inject('passwords');
const phone = { width: 360, height: 740 };
const title = 'Bài chờ người duyệt xem';
const slug = 'bai-cho-nguoi-duyet-xem';

let browser: Browser;
let editor: Cms;
beforeAll(async () => {
  browser = await sharedBrowser();
  editor = await Cms.logIn(site, 'bientap', passwords['bientap'] ?? '');
  await editor.saveArticle(slug, { ...realArticle, title }, 'Đoạn văn để người duyệt đọc.\n');
  await editor.setStatus(slug, 'pending_review');
});
afterAll(() => browser.close());

async function logIn(
  context: BrowserContext,
  login: string,
  { at = site, password = passwords[login] ?? '' } = {},
): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`${at}/admin/duyet/`);
  await page.getByLabel('Tên đăng nhập').fill(login);
  await page.getByLabel('Mật khẩu').fill(password);
  await page.getByRole('button', { name: 'Đăng nhập' }).click();
  await page.waitForURL('**/admin/duyet/');
  return page;
}

async function expectAccessible(page: Page): Promise<void> {
  // The site's own pages in the frames have tests of their own.
  expect(await axeFindings(page, 'iframe')).toEqual([]);
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow).toBeLessThanOrEqual(0);
}

test.each([360, 1280])('every page is accessible and fits at %i px', async (width) => {
  const context = await browser.newContext({ viewport: { width, height: 800 } });
  const page = await context.newPage();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  await page.goto(`${site}/admin/dang-nhap/`);
  await expectAccessible(page);
  await page.close();
  const paths = [
    '/admin/duyet/',
    `/admin/duyet/article/${slug}/`,
    `/admin/lich-su/article/${slug}/`,
    '/admin/cua-toi/',
    '/admin/thong-bao/',
    '/admin/thong-bao/cach-nhan/',
    '/admin/da-dang/?tim=dich+vu',
    '/admin/da-dang/article/dich-vu-cong-truc-tuyen/',
  ];
  const inside = await logIn(context, 'duyet');
  inside.on('pageerror', (error) => errors.push(error.message));
  for (const path of paths) {
    await inside.goto(site + path);
    for (const summary of await inside.locator('summary').all()) await summary.click();
    await expectAccessible(inside);
  }
  expect(errors).toEqual([]);
  await context.close();
});

test('a changed picture, two texts to be joined, two versions, a kept text and every refusal can be read on a phone', async () => {
  // A server whose builds cost nothing: none of these pages shows one.
  const world = await startWorld();
  const slug = 'hai-ben-cung-sua';
  const file = `content/articles/${slug}.mdx`;
  const versionOf = (ref: string) => world.git('rev-parse', `${ref}:${file}`);
  const withPicture = (name: string) => ({
    picture: { src: `/media/${name}`, alt: 'Cổng phường' },
  });
  const save = async (
    as: 'editor' | 'otherEditor',
    changes: object,
    picture: string,
    base?: string,
  ) =>
    world.cms(as, 'persistEntry', {
      ...saveOf(slug, { ...withPicture(picture), ...changes }),
      assets: [{ path: `content/media/${picture}`, content: png, encoding: 'base64' }],
      ...(base !== undefined && { base: { [file]: base } }),
    });
  const step = (as: 'editor' | 'approver', newStatus: string) =>
    world.cms(as, 'updateUnpublishedEntryStatus', { ...key(slug), newStatus });
  await save('editor', {}, 'cu.png');
  await step('editor', 'pending_review');
  await step('approver', 'pending_publish');
  await world.cms('approver', 'publishUnpublishedEntry', key(slug));
  await save('editor', { summary: 'Bản nháp nói câu này.' }, 'moi.png', await versionOf('main'));
  const opened = await versionOf(`cms/article/${slug}`);
  await save('editor', { summary: 'Bản nháp nói câu khác hẳn.' }, 'moi.png', opened);
  const stale = await save(
    'otherEditor',
    { summary: 'Người đến sau nói thế này.' },
    'moi.png',
    opened,
  );
  const { kept } = stale.body as { kept: string };
  await step('editor', 'pending_review');

  const context = await browser.newContext({ viewport: phone });
  const { login } = people.approver;
  const at = { at: world.url, password: world.passwords.approver };
  const page = await logIn(context, login, at);
  /** Loads what stands further down, and tells how wide the pictures are. */
  const widths = () =>
    page.locator('.pair img').evaluateAll((all) =>
      Promise.all(
        (all as HTMLImageElement[]).map(async (image) => {
          image.loading = 'eager';
          await image.decode();
          return image.naturalWidth;
        }),
      ),
    );
  const change = `${world.url}/admin/duyet/article/${slug}/`;
  await page.goto(change);
  expect(await widths()).toEqual([1, 1]);
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Các bản trước' }).click();
  await page.getByRole('link', { name: /^So với bản liền trước ?: bản 2$/ }).click();
  await page.getByRole('heading', { name: 'Khác nhau giữa hai bản' }).waitFor();
  expect(await widths()).toEqual([1, 1]);
  await expectAccessible(page);
  await page.goto(`${world.url}/admin/ban-giu/${kept}`);
  await page.getByRole('group', { name: 'Tóm tắt' }).waitFor();
  await expectAccessible(page);

  const repository = join(world.dir, 'data/repository.git');
  await gitIn(world.checkout, 'pull', '--quiet', repository, 'main');
  const summary = 'Trang đang đăng nói thế khác.';
  const { dataFiles } = saveOf(slug, { ...withPicture('cu.png'), summary });
  await writeIn(world.checkout, file, dataFiles[0]!.raw);
  await commitAll(world.checkout, 'Sửa thẳng');
  await gitIn(world.checkout, 'push', '--quiet', repository, 'HEAD:main');
  const writer = people.editor.login;
  const desk = await browser.newContext({ viewport: phone });
  const mine = await logIn(desk, writer, { at: world.url, password: world.passwords.editor });
  await mine.goto(change);
  await mine.getByRole('heading', { name: 'Gộp hai bản' }).waitFor();
  await expectAccessible(mine);
  expect(await mine.locator('#kiem-tra + p').innerText()).toContain('Chưa kiểm tra được');
  // Who words the two together means those words, though one of them was chosen before.
  const choice = mine.getByRole('group', { name: 'Tóm tắt' });
  await choice.getByRole('radio', { name: 'Bản nháp' }).check();
  await choice.getByRole('textbox').fill('Câu viết lại từ cả hai bản.');
  expect(await choice.getByRole('radio', { name: 'Ghép cả hai' }).isChecked()).toBe(true);

  const note = page.getByLabel('Góp ý của bạn');
  const refusals: [prepare: () => Promise<unknown>, words: string][] = [
    [() => page.goto(`${world.url}/admin/lich-su/article/khong-co/`), 'Không có mục này.'],
    [
      async () => {
        await page.goto(change);
        await note.evaluate((box) => {
          box.removeAttribute('maxlength');
          (box as HTMLTextAreaElement).value = 'dài '.repeat(500_000);
        });
        await page.getByRole('button', { name: 'Gửi góp ý', exact: true }).click();
      },
      'quá lớn',
    ],
    [
      async () => {
        await page.goto(change);
        await note.fill('Viết xong thì phiên đã hết.');
        await context.clearCookies();
        await page.getByRole('button', { name: 'Gửi góp ý', exact: true }).click();
      },
      'phiên đã hết',
    ],
  ];
  for (const [prepare, words] of refusals) {
    await prepare();
    await page.getByRole('alert').filter({ hasText: words }).waitFor();
    await expectAccessible(page);
  }
  expect(await page.getByLabel('Điều bạn vừa viết').inputValue()).toBe(
    'Viết xong thì phiên đã hết.',
  );
  await rename(repository, `${repository}-away`);
  await mine.reload();
  await mine.getByRole('heading', { name: 'Máy chủ gặp lỗi' }).waitFor();
  await expectAccessible(mine);
  await rename(`${repository}-away`, repository);
  await context.close();
  await desk.close();
  await world.close();
});

test('on a phone the menu of the pages is one row, and opens at a touch', async () => {
  const context = await browser.newContext({ viewport: phone });
  const page = await logIn(context, 'duyet');
  const header = await page.locator('header.top').boundingBox();
  expect(header!.height).toBeLessThan(80);
  await page.getByRole('button', { name: 'Danh mục' }).click();
  await page.getByRole('link', { name: 'Việc của tôi' }).click();
  await page.waitForURL('**/admin/cua-toi/');
  await context.close();
});

test('on a phone: the queue, the difference, the real page, send back, approve, publish', async () => {
  const context = await browser.newContext({ viewport: phone });
  const page = await logIn(context, 'duyet');
  await page.getByRole('link', { name: title }).click();
  await expect.poll(() => page.locator('#thay-doi + .two, #thay-doi').count()).toBeGreaterThan(0);
  expect(await page.locator('.change p', { hasText: 'Đoạn văn để người duyệt đọc.' }).count()).toBe(
    1,
  );

  await page.locator('#trang-that').scrollIntoViewIfNeeded();
  const frame = page.frameLocator('iframe[title^="Bản mới"]');
  await frame.getByRole('heading', { level: 1, name: title }).waitFor({ timeout: 90_000 });
  const width = await page
    .locator('iframe')
    .first()
    .evaluate((element) => element.clientWidth);
  expect(width).toBeGreaterThanOrEqual(350);
  await frame.getByRole('link', { name: 'Trang chủ' }).first().click();
  await frame.locator('body').getByText(title).first().waitFor({ timeout: 30_000 });

  await page.getByText('Trả lại người viết').click();
  await page.getByLabel('Lý do, để người viết biết cần sửa gì').fill('Xin ghi rõ nguồn.');
  await page.getByRole('button', { name: 'Trả lại' }).click();
  await page.getByText('Đã trả lại kèm lý do.').waitFor();

  const desk = await browser.newContext({ viewport: phone });
  const mine = await logIn(desk, 'bientap');
  await mine.goto(`${site}/admin/cua-toi/`);
  await mine.getByText('Xin ghi rõ nguồn.').waitFor();
  await desk.close();
  await editor.saveArticle(slug, { ...realArticle, title }, 'Đoạn văn đã ghi rõ nguồn.\n');
  await editor.setStatus(slug, 'pending_review');

  await page.reload();
  await page.getByRole('button', { name: 'Duyệt', exact: true }).click();
  await page.getByText('Đã duyệt. Mục sẵn sàng để đăng.').waitFor();
  // The click waits for the answer, which comes when the site is built: minutes on a busy machine.
  await page.getByRole('button', { name: 'Đăng ngay' }).click({ timeout: 120_000 });
  await page.getByRole('link', { name: 'Xem trang' }).click();
  await page.getByRole('heading', { level: 1, name: title }).waitFor();
  expect(new URL(page.url()).pathname).toBe(`/bai-viet/${slug}/`);
  await context.close();
});

test('an approver words one place anew on a phone, the writer takes it over with one click', async () => {
  const other = 'bai-gop-y-tung-cho';
  const data = { ...realArticle, title: 'Bài để góp ý từng chỗ' };
  await editor.saveArticle(other, data, 'Đoạn **đậm** cần sửa.\n\nĐoạn giữ nguyên.\n');
  await editor.setStatus(other, 'pending_review');
  const approver = await logIn(await browser.newContext({ viewport: phone }), 'duyet');
  await approver.goto(`${site}/admin/duyet/article/${other}/`);
  await approver.getByText('Đọc và góp ý từng chỗ').click();
  const place = approver.locator('.places li', { hasText: 'Đoạn đậm cần sửa.' });
  await place.getByText('Góp ý chỗ này').click();
  // Nothing said, nothing changed: asked for here, not on a page of its own.
  await place.getByRole('button', { name: 'Gửi góp ý' }).click();
  const note = place.getByRole('textbox', { name: /^Góp ý/ });
  expect(await note.evaluate((field: HTMLTextAreaElement) => field.validationMessage)).toBe(
    'Hãy ghi lời góp ý, hoặc sửa câu ở ô dưới.',
  );
  await place.getByLabel(/Nên viết là/).fill('Đoạn đậm đã sửa.');
  await place.getByRole('button', { name: 'Gửi góp ý' }).click();
  await approver.waitForURL('**xong=comment**');
  // She reads on where she wrote.
  const top = await place.evaluate((element) => element.getBoundingClientRect().top);
  expect(Math.round(top)).toBeGreaterThanOrEqual(0);
  expect(top).toBeLessThan(phone.height);
  const writer = await logIn(await browser.newContext({ viewport: phone }), 'bientap');
  await writer.goto(`${site}/admin/duyet/article/${other}/`);
  await writer.getByRole('button', { name: 'Nhận sửa này' }).click();
  await writer.waitForURL('**xong=takeOver**');
  await writer.locator('.change p', { hasText: 'Đoạn đậm đã sửa.' }).first().waitFor();
  for (const page of [approver, writer]) await page.context().close();
});

test('a moment that has passed is refused at its field, another is set, moved and taken back', async () => {
  const planned = 'bai-hen-gio-tren-dien-thoai';
  await editor.saveArticle(planned, { ...realArticle, title: 'Bài hẹn giờ' }, 'Nội dung.\n');
  await editor.setStatus(planned, 'pending_review');
  const page = await logIn(await browser.newContext({ viewport: phone }), 'duyet');
  await page.goto(`${site}/admin/duyet/article/${planned}/`);
  await page.getByText('Hẹn ngày giờ đăng').click();
  const moment = page.getByLabel('Ngày giờ đăng, theo giờ Hà Nội');
  const said = () => moment.evaluate((field: HTMLInputElement) => field.validationMessage);
  const set = page.getByRole('button', { name: 'Duyệt để đăng lúc đó' });
  await moment.fill('2020-01-01T08:00');
  await set.click();
  expect(await said()).toMatch(/^Hãy chọn từ \d\d:\d\d \d\d\/\d\d\/\d{4} trở đi\.$/);
  await moment.fill('2999-01-01T08:00');
  await set.click();
  expect(await said()).toMatch(/^Hãy chọn đến \d\d:\d\d \d\d\/\d\d\/\d{4} là cùng\.$/);
  const inDays = (days: number) =>
    new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
  await moment.fill(`${inDays(9)}T08:00`);
  await set.click();
  await page.getByRole('status').filter({ hasText: 'Đã hẹn giờ.' }).waitFor();
  await page.getByText('Đổi giờ đăng').click();
  await moment.fill(`${inDays(10)}T09:30`);
  await page.getByRole('button', { name: 'Đăng lúc đó' }).click();
  await page.getByText('hẹn đăng lúc 09:30').waitFor();
  // Another moment is no second approval.
  expect(await page.getByRole('status').innerText()).not.toContain('duyệt');
  await page.getByRole('button', { name: 'Hủy hẹn giờ' }).click();
  await page.getByText('Đã hủy hẹn giờ.').waitFor();
  await page.context().close();
});

test('without JavaScript, and a link that a stranger opens', async () => {
  const shared = 'bai-xin-y-kien-chuyen-gia';
  await editor.saveArticle(
    shared,
    { ...realArticle, title: 'Bài xin ý kiến chuyên gia' },
    'Nội dung.\n',
  );
  const context = await browser.newContext({ viewport: phone, javaScriptEnabled: false });
  const page = await logIn(context, 'bientap');
  await page.goto(`${site}/admin/duyet/article/${shared}/`);
  await page.getByText('Gửi người ngoài xem').click();
  await page.getByLabel('Thời hạn').selectOption('3');
  await page.getByRole('button', { name: 'Tạo đường dẫn' }).click();
  const link = await page.getByLabel('Đường dẫn mới').inputValue();

  const outside = await browser.newContext({ viewport: phone, javaScriptEnabled: false });
  const stranger = await outside.newPage();
  await stranger.goto(link);
  await stranger
    .getByRole('heading', { level: 1, name: 'Bài xin ý kiến chuyên gia' })
    .waitFor({ timeout: 90_000 });
  await stranger.getByText('Bản xem trước, chưa đăng.').waitFor();

  await page.getByRole('button', { name: 'Thu hồi' }).click();
  await stranger.goto(link);
  await stranger.getByText('đã hết hạn hoặc đã bị thu hồi').waitFor();
  await outside.close();
  await context.close();
});
