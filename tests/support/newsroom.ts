/** What people do in the CMS, in a real browser on the real server of the browser tests. */
import { execFileSync } from 'node:child_process';
import type { Browser, Page } from 'playwright-core';
import { inject } from 'vitest';

const site = inject('site');
const passwords = inject('passwords');
const repository = inject('repository');

/** A page of the CMS in which that person is logged in, in a browser context of its own. */
export async function logIn(browser: Browser, login: string, width = 1280): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width, height: 900 },
    locale: 'vi',
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  page.on('dialog', (dialog) => void dialog.accept());
  await page.goto(`${site}/admin/#/collections/article`);
  await fillLogin(page, login);
  await page.locator('.cms-header').waitFor();
  return page;
}

/** Fills in the login, be it the page's or the dialog's. */
export async function fillLogin(page: Page, login: string): Promise<void> {
  if (await page.getByLabel('Tên đăng nhập').isEditable()) {
    await page.getByLabel('Tên đăng nhập').fill(login);
  }
  await page.getByLabel('Mật khẩu').fill(passwords[login]!);
  await page.getByRole('button', { name: 'Đăng nhập' }).click();
}

/** Opens an entry in the form. */
export async function openEntry(page: Page, collection: string, slug: string): Promise<void> {
  await page.goto(`${site}/admin/#/collections/${collection}/entries/${slug}`);
  await page.locator('.toolbar').waitFor();
  await page.getByLabel('Tiêu đề').first().waitFor();
}

/** Opens the parts of the form that are folded. */
export async function unfold(page: Page): Promise<void> {
  await page.locator('.form-group').first().waitFor();
  const folded = page.locator('.form-group h2 button[aria-expanded="false"]');
  while ((await folded.count()) > 0) await folded.first().click();
}

/** Types as a Vietnamese keyboard does: the word stands in composition until it is finished. */
export async function compose(
  page: Page,
  words: readonly [typed: string, meant: string][],
): Promise<void> {
  const session = await page.context().newCDPSession(page);
  for (const [typed, meant] of words) {
    for (const text of [typed, meant]) {
      const end = text.length;
      await session.send('Input.imeSetComposition', {
        text,
        selectionStart: end,
        selectionEnd: end,
      });
    }
    await session.send('Input.insertText', { text: meant });
    await page.keyboard.press('Space');
  }
}

/** Chooses the first entry that a field offers for these letters. */
export async function choose(page: Page, label: string, search: string): Promise<void> {
  const input = page.getByLabel(label, { exact: false }).last();
  await input.fill(search);
  await page.getByRole('option').first().click();
}

/** Resolves when everything is saved. */
export const saved = (page: Page) => page.locator('.save-state:not([data-unsaved])').waitFor();

/** Resolves when the entry stands there in its workflow. */
export const state = (page: Page, words: string) =>
  page.locator('.state', { hasText: words }).waitFor({ timeout: 60_000 });

/** Runs git in the server's repository. */
export function git(...args: string[]): string {
  return execFileSync('git', ['-C', repository, ...args], { encoding: 'utf8' });
}

/** Puts a file into the server's repository as somebody with git does, on a draft's branch made from `main`. */
export function commitFile(branch: string, path: string, text: string): void {
  const now = Math.floor(Date.now() / 1000);
  const message = 'Ghi thẳng vào kho\n\nWorkflow-Status: draft\n';
  execFileSync('git', ['-C', repository, 'fast-import', '--quiet'], {
    input: [
      `commit refs/heads/${branch}`,
      `committer Người có git <git@example.invalid> ${now} +0700`,
      `data ${Buffer.byteLength(message)}\n${message}`,
      'from refs/heads/main',
      `M 100644 inline ${path}`,
      `data ${Buffer.byteLength(text)}\n${text}`,
    ].join('\n'),
  });
}
