/**
 * What was typed and not saved, in a real Chromium: it is there again after a reload and in a new tab, and whatever
 * fails says so and leaves it there.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Browser, Page, Request, Route } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { sharedBrowser } from '#tests/support/shared-browser.ts';
import { axeFindings } from '#tests/support/axe.ts';
import { choose, git, logIn, openEntry, saved } from '#tests/support/newsroom.ts';

const site = inject('site');

let browser: Browser;
beforeAll(async () => {
  browser = await sharedBrowser();
});
afterAll(() => browser.close());

const titleOf = (page: Page) => page.getByLabel('Tiêu đề').first();
const poll = <Value>(read: () => Promise<Value>) => expect.poll(read, { timeout: 30_000 });

/**
 * From now on the list of pictures comes late, for which Decap waits before it fills a form. `filled`
 * resolves when it has come.
 */
async function slowDown(page: Page): Promise<{ filled: Promise<unknown> }> {
  const isList = (request: Request) => request.postData()?.includes('"getMedia"') === true;
  await page.route('**/api/v1', async (route) => {
    if (isList(route.request())) await sleep(2000);
    await route.continue();
  });
  const come = page.waitForResponse((response) => isList(response.request()));
  return { filled: come.then((response) => response.finished()) };
}

/** The copy that the browser keeps of a form, as text; empty when there is none. */
const copyOf = (page: Page, key: string) =>
  page.evaluate(
    (key) =>
      new Promise<string>((resolve, reject) => {
        const opening = indexedDB.open('localforage');
        opening.onerror = () => reject(new Error('The copies cannot be read.'));
        opening.onsuccess = () => {
          const store = opening.result.transaction('keyvaluepairs').objectStore('keyvaluepairs');
          const reading = store.get(key);
          reading.onsuccess = () => {
            opening.result.close();
            resolve(JSON.stringify(reading.result ?? ''));
          };
        };
      }),
    key,
  );

/** Writes on in another field, and says what the browser's copy then holds of the form. */
async function writeOn(page: Page, key: string, text: string): Promise<string> {
  await page.getByLabel('Tóm tắt').fill(text);
  await poll(() => copyOf(page, key)).toContain(text);
  return copyOf(page, key);
}

test('a new entry that was typed and not saved comes back after a reload and in a new tab', async () => {
  const page = await logIn(browser, 'bientap');
  await page.goto(`${site}/admin/#/collections/article/new`);
  const typed = 'Bà con hỏi: nộp hồ sơ ở đâu?';
  await titleOf(page).fill(typed);
  await poll(() => copyOf(page, 'backup.article')).toContain(typed);

  const { filled } = await slowDown(page);
  await page.reload();
  await filled;
  await poll(() => titleOf(page).inputValue()).toBe(typed);
  expect(await writeOn(page, 'backup.article', 'Nộp qua mạng.')).toContain(typed);

  const tab = await page.context().newPage();
  tab.on('dialog', (dialog) => void dialog.accept());
  const late = await slowDown(tab);
  await tab.goto(`${site}/admin/#/collections/article/new`);
  await late.filled;
  await poll(() => titleOf(tab).inputValue()).toBe(typed);
  await poll(() => tab.getByLabel('Tóm tắt').inputValue()).toBe('Nộp qua mạng.');
  expect(await writeOn(tab, 'backup.article', 'Nộp ở phường.')).toContain(typed);
  await tab.context().close();
});

test('a change of an entry that was not saved comes back when the entry is opened by its address', async () => {
  const page = await logIn(browser, 'bientap');
  const [slug, key] = ['binh-dan-hoc-vu-so', 'backup.article.binh-dan-hoc-vu-so'];
  await openEntry(page, 'article', slug);
  const typed = 'Học công nghệ số: tiêu đề sửa dở';
  await titleOf(page).fill(typed);
  await poll(() => copyOf(page, key)).toContain(typed);

  const tab = await page.context().newPage();
  tab.on('dialog', (dialog) => void dialog.accept());
  const { filled } = await slowDown(tab);
  await tab.goto(`${site}/admin/#/collections/article/entries/${slug}`);
  await filled;
  await poll(() => titleOf(tab).inputValue()).toBe(typed);
  expect(await writeOn(tab, key, 'Tóm tắt cũng sửa dở.')).toContain(typed);
  await tab.context().close();
});

test('a browser that is full says that it keeps no copy, and what to do', async () => {
  const page = await logIn(browser, 'bientap');
  await page.addInitScript(() => {
    IDBObjectStore.prototype.put = () => {
      throw new DOMException('', 'QuotaExceededError');
    };
  });
  await page.goto(`${site}/admin/#/collections/term/new`);
  await page.reload();
  await page.getByLabel('Từ').first().fill('từ gõ thử');
  await page.getByText('không giữ được bản viết dở. Hãy bấm Lưu ngay').waitFor();
  await page.context().close();
});

test('what a field of a page lacks is said in Vietnamese by a browser that speaks English', async () => {
  const context = await browser.newContext({ locale: 'en' });
  const page = await context.newPage();
  await page.goto(`${site}/admin/cua-toi/`);
  const login = page.getByLabel('Tên đăng nhập');
  const said = () => login.evaluate((field: HTMLInputElement) => field.validationMessage);
  await page.getByRole('button', { name: 'Đăng nhập' }).click();
  expect(await said()).toBe('Hãy điền ô này.');
  await login.fill('bientap');
  expect(await said()).toBe('');
  await context.close();
});

test('a copy that its editor does not want is gone, and the form stays as it was', async () => {
  const page = await logIn(browser, 'bientap');
  await page.goto(`${site}/admin/#/collections/term/new`);
  await page.getByLabel('Từ').first().fill('từ gõ thử');
  await poll(() => copyOf(page, 'backup.term')).toContain('từ gõ thử');
  const tab = await page.context().newPage();
  tab.on('dialog', (dialog) => void dialog.dismiss());
  await tab.goto(`${site}/admin/#/collections/term/new`);
  await poll(() => copyOf(tab, 'backup.term')).toBe('""');
  expect(await tab.getByLabel('Từ').first().inputValue()).toBe('');
  await tab.context().close();
});

test('an editor that does not load leaves the text to be written on, and opens when it is asked again', async () => {
  const page = await logIn(browser, 'bientap');
  const chunk = '**/assets/rich-*.js';
  await page.route(chunk, (route) => route.abort());
  await openEntry(page, 'article', 'giu-gin-di-san-khuong-dinh');
  const words =
    'Trình soạn thảo gặp lỗi, nên hiện chữ nguyên dạng. Nội dung giữ nguyên, không mất chữ nào';
  await page.getByText(words).waitFor();
  const again = page.getByRole('button', { name: 'Thử mở lại trình soạn thảo' });
  await again.click();
  await page.getByText(words).waitFor();
  const plain = page.locator('textarea.plain-text');
  expect((await plain.inputValue()).length).toBeGreaterThan(100);
  await plain.press('Control+End');
  await page.keyboard.type('Bà con viết tiếp được.');
  await page.unroute(chunk);
  await again.click();
  const body = page.getByRole('textbox', { name: 'Nội dung', exact: true });
  await body.getByText('Bà con viết tiếp được.').waitFor();
  await page.context().close();
});

test('a save without a network says so, and what was written is saved when it is back', async () => {
  const page = await logIn(browser, 'bientap');
  await openEntry(page, 'article', 'ho-so-suc-khoe-dien-tu');
  const typed = 'Sổ sức khỏe: viết lúc mất mạng';
  await page.clock.install();
  await titleOf(page).fill(typed);
  await page.context().setOffline(true);
  await page.keyboard.press('Control+s');
  const told = page.getByRole('alert').filter({
    hasText:
      'Chưa lưu được: Không kết nối được máy chủ. Nội dung đang viết vẫn còn ở đây: hãy kiểm tra mạng rồi thử lại.',
  });
  await told.waitFor();
  // Who looked away for a minute reads it, too.
  await page.clock.fastForward('01:00');
  await told.waitFor();
  expect(await titleOf(page).inputValue()).toBe(typed);
  await page.locator('.save-state[data-unsaved]').waitFor();
  await page.context().setOffline(false);
  await page.keyboard.press('Control+s');
  await saved(page);
  await told.waitFor({ state: 'detached' });
  expect(await titleOf(page).inputValue()).toBe(typed);
  await page.context().close();
});

test('an entry that is opened without a network is opened when it is back', async () => {
  const page = await logIn(browser, 'bientap');
  await page.goto(`${site}/admin/#/collections/article`);
  const list = page.getByRole('heading', { name: 'Bài viết', exact: true });
  const open = () =>
    page.evaluate(() => (location.hash = '#/collections/article/entries/ho-so-suc-khoe-dien-tu'));
  await list.waitFor();
  await page.context().setOffline(true);
  await open();
  const dialog = page.getByRole('dialog', { name: 'Chưa mở được mục này' });
  await dialog.getByText('Không kết nối được máy chủ. Bản đã lưu còn nguyên ở đó.').waitFor();
  expect(await axeFindings(page)).toEqual([]);
  // Too early: the same question again.
  await dialog.getByRole('button', { name: 'Thử lại' }).click();
  await dialog.waitFor();
  await page.context().setOffline(false);
  await titleOf(page).waitFor();
  await dialog.waitFor({ state: 'detached' });
  // Whoever does not wait is where she came from.
  await page.goto('about:blank');
  await page.goto(`${site}/admin/#/collections/article`);
  await list.waitFor();
  await page.context().setOffline(true);
  await open();
  await dialog.getByRole('button', { name: 'Xem danh sách' }).click();
  await list.waitFor();
  await page.getByRole('alert').getByRole('button', { name: 'Thử lại' }).waitFor();
  // Decap's bar of progress goes a moment later.
  await expect.poll(() => axeFindings(page)).toEqual([]);
  await page.context().setOffline(false);
  await page.locator('.entry-row').first().waitFor();
  await page.context().close();
});

/** Saves a new term, after which nothing answers any more; `comeBack` ends that. */
async function saveIntoSilence(page: Page, term: string) {
  let isAway = false;
  await page.route('**/api/v1', async (route) => {
    if (isAway) return route.fulfill({ status: 502, body: '' });
    const answer = await route.fetch();
    isAway = route.request().postData()?.includes('"persistEntry"') === true;
    return route.fulfill({ response: answer });
  });
  await writeTerm(page, term);
  await page.keyboard.press('Control+s');
  const dialog = page.getByRole('dialog', { name: 'Chưa mở được mục này' });
  await dialog.getByText('Máy chủ chưa trả lời được (mã 502).').waitFor();
  return { dialog, comeBack: () => (isAway = false) };
}

test('a first save after which nothing answers is opened with “Thử lại”', async () => {
  const page = await logIn(browser, 'bientap');
  const { dialog, comeBack } = await saveIntoSilence(page, 'từ lưu lúc máy chủ nghỉ');
  comeBack();
  await dialog.getByRole('button', { name: 'Thử lại' }).click();
  await page.waitForURL('**/entries/tu-luu-luc-may-chu-nghi');
  await expect
    .poll(() => page.getByLabel('Từ').first().inputValue())
    .toBe('từ lưu lúc máy chủ nghỉ');
  // Other files look at the list of terms, in which drafts come first.
  git('update-ref', '-d', 'refs/heads/cms/term/tu-luu-luc-may-chu-nghi');
  await page.unrouteAll({ behavior: 'wait' });
  await page.context().close();
});

test('a first save after which nothing answers can be left for the list, and is opened from there later', async () => {
  const page = await logIn(browser, 'bientap');
  const { dialog, comeBack } = await saveIntoSilence(page, 'từ để mở sau');
  await dialog.getByRole('button', { name: 'Xem danh sách' }).click();
  // The list cannot be read either, and says so.
  const problem = page.getByRole('alert').filter({ hasText: 'Máy chủ không làm được việc này' });
  await problem.waitFor();
  expect(page.url()).toMatch(/#\/collections\/term$/);
  comeBack();
  await problem.getByRole('button').click();
  await page.getByRole('link', { name: 'từ để mở sau' }).click();
  await expect.poll(() => page.getByLabel('Từ').first().inputValue()).toBe('từ để mở sau');
  await page.unrouteAll({ behavior: 'wait' });
  await page.context().close();
  git('update-ref', '-d', 'refs/heads/cms/term/tu-de-mo-sau');
});

/** Opens the form of a new term and fills in all that a save asks for. */
async function writeTerm(page: Page, term: string): Promise<void> {
  await page.goto(`${site}/admin/#/collections/term/new`);
  await page.getByLabel('Từ').first().fill(term);
  await page.getByLabel('Nghĩa là gì').fill('Một câu giải thích bằng lời thường ngày.');
  await choose(page, 'Đơn vị chịu trách nhiệm', 'Ủy ban nhân dân');
  await page.getByRole('button', { name: 'Thêm nguồn' }).click();
  await choose(page, 'Văn bản', 'Kế hoạch');
  await page.getByLabel('Vị trí trong nguồn').fill('mục II.1.2');
}

test('a field that is filled in wrongly keeps the save back, and that is said as for an empty one', async () => {
  const page = await logIn(browser, 'bientap');
  await writeTerm(page, 'từ có câu giải thích ngắn quá');
  await page.getByLabel('Nghĩa là gì').fill('Ngắn quá.');
  await page.keyboard.press('Control+s');
  await page.getByRole('alert').filter({ hasText: 'Có ô còn trống hoặc chưa đúng' }).waitFor();
  await page.context().close();
});

test('a new entry whose save arrived though its answer was lost is saved again as the same entry', async () => {
  const page = await logIn(browser, 'bientap');
  await writeTerm(page, 'từ lưu lúc mạng chập chờn');
  const losing = async (route: Route) => {
    if (!route.request().postData()?.includes('"persistEntry"')) return route.continue();
    await route.fetch();
    return route.abort('internetdisconnected');
  };
  await page.route('**/api/v1', losing);
  await page.keyboard.press('Control+s');
  await page.getByRole('alert').filter({ hasText: 'Chưa lưu được' }).waitFor();
  await page.unroute('**/api/v1', losing);
  await page.keyboard.press('Control+s');
  const slug = 'tu-luu-luc-mang-chap-chon';
  await page.waitForURL(`**/entries/${slug}`);
  await saved(page);
  const drafts = git('for-each-ref', '--format=%(refname:lstrip=2)', 'refs/heads/cms/term/');
  expect(drafts.split('\n').filter((name) => name.includes(slug))).toEqual([`cms/term/${slug}`]);
  await page.context().close();
  // Other files look at the list of terms, in which drafts come first.
  git('update-ref', '-d', `refs/heads/cms/term/${slug}`);
});

test('a CMS that fails as a whole shows what was written, to be copied, and offers it after a reload', async () => {
  const page = await logIn(browser, 'bientap');
  const [slug, key] = ['quoc-phong-toan-dan', 'backup.article.quoc-phong-toan-dan'];
  await openEntry(page, 'article', slug);
  const typed = 'Quốc phòng toàn dân: viết trước lúc hỏng';
  await titleOf(page).fill(typed);
  await poll(() => copyOf(page, key)).toContain(typed);
  // What the toolbar asks for the day, each time that it is drawn.
  await page.evaluate(() => {
    Date.prototype.toLocaleDateString = () => {
      throw new Error('Hỏng thử');
    };
  });
  await page.getByLabel('Tóm tắt').press('End');
  await page.keyboard.type('.');
  await page.getByText('Trang quản trị gặp lỗi. Hãy chép nội dung đang viết ra chỗ khác').waitFor();
  await page.getByText('Hãy chép nội dung này ra chỗ khác trước khi rời trang!').waitFor();
  expect(await axeFindings(page)).toEqual([]);
  // Before what only an engineer reads.
  const parts = await page.getByRole('heading', { level: 2 }).allInnerTexts();
  expect(parts).toEqual(['Nội dung đang viết', 'Chi tiết']);
  await page.getByRole('button', { name: 'Chép' }).click();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain(typed);
  await page.reload();
  await poll(() => titleOf(page).inputValue()).toBe(typed);
  await page.context().close();
});
