/**
 * `npm run bench:editing [-- --pictures DIR]`: clicks and seconds from the login to the published page,
 * for an article, an infographic and a correction, as an editor and an approver do it in a real
 * Chromium on a real server. On the way it takes the handbook's pictures.
 */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Browser, Locator, Page } from 'playwright-core';
import sharp from 'sharp';
import { launchBrowser } from '../../tests/support/browser.ts';
import { startRealServer } from '../../tests/support/real-server.ts';

const { values: options } = parseArgs({ options: { pictures: { type: 'string' } } });
if (options.pictures) await mkdir(options.pictures, { recursive: true });

/** Somebody who works in the CMS: what she clicks is counted, what she types is not. */
class Person {
  readonly page: Page;
  clicks = 0;

  constructor(page: Page) {
    this.page = page;
  }

  async click(target: Locator): Promise<void> {
    this.clicks += 1;
    await target.click();
  }

  async press(name: string | RegExp): Promise<void> {
    await this.click(
      this.page.getByRole('button', { name, exact: typeof name === 'string' }).first(),
    );
  }

  async follow(name: string | RegExp): Promise<void> {
    await this.click(
      this.page.getByRole('link', { name, exact: typeof name === 'string' }).first(),
    );
  }

  async fill(label: string, text: string): Promise<void> {
    await this.page.getByLabel(label).first().fill(text);
  }

  /** Chooses what a field offers for these letters: one click. */
  async choose(label: string, letters: string): Promise<void> {
    await this.page.getByLabel(label).last().fill(letters);
    await this.click(this.page.getByRole('option').first());
  }

  /** Takes a picture for the handbook, where one is wanted. */
  async show(name: string): Promise<void> {
    if (!options.pictures) return;
    const picture = await this.page.screenshot();
    const file = join(options.pictures, `${name}.webp`);
    await sharp(picture).resize({ width: 1000 }).webp({ quality: 70 }).toFile(file);
  }
}

interface Flow {
  title: string;
  /** Fills in everything that a save wants. */
  write: (editor: Person, title: string) => Promise<void>;
}

/** One entry's way, by two people who log in for it. */
async function measure({ title, write }: Flow) {
  const start = performance.now();
  const editor = await logIn(browser, 'bientap');
  await write(editor, title);
  await editor.page.keyboard.press('Control+s');
  await editor.page.locator('.save-state:not([data-unsaved])').waitFor();
  await editor.press('Gửi duyệt');
  await editor.page.locator('.state', { hasText: 'Chờ duyệt' }).waitFor();
  const approver = await logIn(browser, 'duyet');
  await approver.show('viec-cua-toi');
  await approver.follow(title);
  await approver.page.getByRole('heading', { name: 'Quyết định' }).waitFor();
  await approver.show('trang-duyet');
  await approver.press('Duyệt và đăng ngay');
  await approver.page.getByText('Đã đăng.').waitFor({ timeout: 120_000 });
  const seconds = (performance.now() - start) / 1000;
  for (const { page } of [editor, approver]) await page.context().close();
  return { clicks: [editor.clicks, approver.clicks] as const, seconds };
}

async function logIn(from: Browser, login: string): Promise<Person> {
  const context = await from.newContext({ viewport: { width: 1280, height: 860 }, locale: 'vi' });
  const person = new Person(await context.newPage());
  const { page } = person;
  page.setDefaultTimeout(60_000);
  page.on('dialog', (dialog) => void dialog.accept());
  await page.goto(`${server.site}/admin/`);
  await person.fill('Tên đăng nhập', login);
  await person.fill('Mật khẩu', server.passwords[login] ?? '');
  await person.press('Đăng nhập');
  await page.waitForURL('**/admin/cua-toi/');
  return person;
}

async function source(editor: Person): Promise<void> {
  await editor.press('Thêm nguồn');
  await editor.choose('Văn bản', 'Kế hoạch tuyên truyền');
  await editor.fill('Vị trí trong nguồn', 'mục II.1.2');
}

const text = 'Kế hoạch khuyến khích bà con làm thủ tục qua mạng.';

const article: Flow = {
  title: 'Làm thủ tục qua mạng',
  async write(editor, title) {
    await editor.follow('Bài viết');
    await editor.fill('Tiêu đề', title);
    await editor.fill('Tóm tắt', text);
    await editor.choose('Trục nội dung', 'số');
    for (const point of ['Làm giấy tờ qua mạng được.', 'Chưa quen thì hỏi phường.']) {
      await editor.press('Thêm điều cần nhớ');
      await editor.page.getByLabel('Một điều').last().fill(point);
    }
    await editor.choose('Dành cho', 'Mọi người');
    await editor.choose('Đơn vị chịu trách nhiệm', 'Ủy ban nhân dân');
    await source(editor);
    await editor.page.getByLabel('Tiêu đề').first().scrollIntoViewIfNeeded();
    await editor.show('bieu-mau');
    await editor.click(editor.page.getByRole('textbox', { name: 'Nội dung', exact: true }));
    await editor.page.keyboard.insertText('Trong trường hợp chưa quen, bà con hỏi tổ trưởng.');
    await editor.page.keyboard.press('Control+Shift+k');
    await editor.show('them-khung');
    await editor.page.keyboard.press('Escape');
    if (options.pictures) {
      await editor.page.locator('.body-advice summary').click();
      await editor.page.locator('.body-advice').scrollIntoViewIfNeeded();
      await editor.show('goi-y');
    }
  },
};

const infographic: Flow = {
  title: 'Thông điệp của trục chuyển đổi số',
  async write(editor, title) {
    await editor.follow('Infographic');
    await editor.fill('Tiêu đề', title);
    await editor.fill('Tóm tắt', text);
    await editor.choose('Loại', 'Trích dẫn');
    await editor.fill('Lời trích', text);
    await editor.fill('Trích từ đâu', 'mục II.1.2');
    await editor.choose('Trục nội dung', 'số');
    await editor.choose('Đơn vị chịu trách nhiệm', 'Ủy ban nhân dân');
    await source(editor);
  },
};

const correction: Flow = {
  title: article.title,
  async write(editor, title) {
    await editor.follow('Soạn bài');
    await editor.page.locator('.entry-row').first().waitFor();
    await editor.show('danh-sach');
    await editor.follow(title);
    await editor.page.locator('.toolbar').waitFor();
    await editor.fill('Tóm tắt', `${text} Chưa quen thì hỏi tổ trưởng.`);
  },
};

const server = await startRealServer();
const browser = await launchBrowser();
try {
  const rows = [
    ['Bài viết mới', await measure(article)],
    ['Infographic mới', await measure(infographic)],
    ['Sửa một câu của bài đã đăng', await measure(correction)],
  ] as const;
  console.log('việc                          bấm (viết)  bấm (duyệt)  giây');
  for (const [words, { clicks, seconds }] of rows) {
    const [writing, reviewing] = clicks;
    console.log(
      `${words.padEnd(30)}${String(writing).padStart(10)}${String(reviewing).padStart(13)}${seconds.toFixed(1).padStart(6)}`,
    );
  }
} finally {
  await browser.close();
  await server.stop();
}
