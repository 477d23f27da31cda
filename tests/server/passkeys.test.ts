/** Passkeys against the real server, answered by Chromium's own virtual authenticator. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, CDPSession, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { hanoiDay } from '#src/time/hanoi.ts';
import { axeFindings } from '#tests/support/axe.ts';
import { launchBrowser } from '#tests/support/browser.ts';
import { Browser as Plain, browserOf } from './forms.ts';
import { people, startWorld, type World } from './harness.ts';

let world: World;
let chromium: Browser;
beforeAll(async () => {
  [world, chromium] = await Promise.all([
    startWorld({ allowedHosts: new Set(['127.0.0.1', 'localhost']) }),
    launchBrowser(),
  ]);
});
afterAll(() => {
  vi.useRealTimers();
  return Promise.all([world.close(), chromium.close()]);
});

const site = () => world.url.replace('127.0.0.1', 'localhost');
const account = async () => (await world.services.accounts.find('an'))!;

/** A page on a phone with a virtual authenticator that says yes to everything. */
async function openPhone(): Promise<{ page: Page; device: CDPSession; authenticatorId: string }> {
  const context = await chromium.newContext({ viewport: { width: 360, height: 740 } });
  const page = await context.newPage();
  const device = await context.newCDPSession(page);
  await device.send('WebAuthn.enable');
  const { authenticatorId } = await device.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  return { page, device, authenticatorId };
}

async function logIn(page: Page, at = site()): Promise<void> {
  await page.goto(`${at}/admin/dang-nhap/?ve=/admin/tai-khoan/`);
  await page.getByLabel('Tên đăng nhập').fill(people.editor.login);
  await page.getByLabel('Mật khẩu').fill(world.passwords.editor);
  await page.getByRole('button', { name: 'Đăng nhập' }).click();
}

test('a passkey is added, asked for at the next login, renamed and removed', async () => {
  const { page, device, authenticatorId } = await openPhone();
  await logIn(page);
  await page.getByLabel('Tên khóa').fill('Điện thoại của An');
  const addForm = page.locator('form[data-passkey="add"]');
  const add = async (password: string) => {
    await addForm.getByLabel('Mật khẩu').fill(password);
    await addForm.getByRole('button').click();
  };
  await add('không phải mật khẩu');
  await page.getByText('Mật khẩu không đúng.').waitFor();
  await add(world.passwords.editor);
  await page.getByText('Đã thêm khóa.').waitFor();
  await page.getByRole('heading', { name: 'Điện thoại của An' }).waitFor();
  expect(await axeFindings(page)).toEqual([]);
  const unread = world.services.notices.boxes.noticesOf('an').map(({ text }) => text);
  expect(unread.join()).toContain('Khóa đăng nhập “Điện thoại của An” vừa được thêm');

  // The password alone is not enough now, also without the page's script.
  const plain = new Plain({ url: site() });
  const credentials = { login: 'an', password: world.passwords.editor };
  expect(await plain.logIn(credentials)).toMatchObject({ status: 401 });
  const form = await plain.post('/admin/dang-nhap/', credentials);
  expect(form).toMatchObject({ status: 401 });
  expect(form.text).toContain('đang tắt JavaScript');

  await page.context().clearCookies();
  const sent: string[] = [];
  page.on('request', (request) => {
    if (request.url().endsWith('/api/login')) sent.push(request.postData() ?? '');
  });
  const before = (await account()).passkeys[0]!;
  // The clock is put forward by an hour while she takes out her phone: five minutes have not gone by.
  vi.useFakeTimers({ toFake: ['Date'] });
  await page.route('**/api/login', async (route) => {
    if (sent.length === 2) vi.setSystemTime(Date.now() + 60 * 60 * 1000);
    await route.continue();
  });
  await logIn(page);
  await page.getByRole('heading', { name: 'Tài khoản của bạn' }).waitFor();
  expect(sent).toHaveLength(2);
  await page.unroute('**/api/login');
  vi.useRealTimers();
  const after = (await account()).passkeys[0]!;
  expect(after.counter).toBeGreaterThan(before.counter);
  // What went over the line once is worth nothing a second time.
  const again = JSON.parse(sent.at(-1)!) as typeof credentials;
  expect(JSON.parse((await plain.logIn(again)).text)).toMatchObject({ code: 'wrong-passkey' });

  // A copy of the key that is behind in counting, and a person who says no.
  await page.context().clearCookies();
  await world.services.accounts.update('an', (now) => ({
    ...now,
    passkeys: now.passkeys.map((one) => ({ ...one, counter: 1_000_000 })),
  }));
  await logIn(page);
  await page.getByText('dấu hiệu đã bị sao chép').waitFor();
  await world.services.accounts.update('an', (now) => ({ ...now, passkeys: [after] }));
  await device.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: false });
  await device.send('WebAuthn.setAutomaticPresenceSimulation', { authenticatorId, enabled: true });
  await device.send('WebAuthn.clearCredentials', { authenticatorId });
  await logIn(page);
  await page.getByText('Chưa nhận được khóa').waitFor();
  await expect.poll(() => page.getByRole('button', { name: 'Đăng nhập' }).isEnabled()).toBe(true);
  const audit = join(world.dir, `data/audit/${hanoiDay(new Date()).slice(0, 7)}.jsonl`);
  expect(await readFile(audit, 'utf8')).toMatch(/passkey-added.*Điện thoại của An[^]*bị sao chép/);

  // An address in numbers: nothing gets by, and the way is shown.
  await logIn(page, world.url);
  await page.getByText('Hãy mở http://localhost:').waitFor();

  // Its owner renames it where she is logged in.
  await world.services.accounts.update('an', (now) => ({ ...now, passkeys: [] }));
  const owner = await browserOf(world, 'editor');
  await world.services.accounts.update('an', (now) => ({ ...now, passkeys: [after] }));
  const { id } = after;
  const own = '/admin/tai-khoan/khoa';
  await owner.post(`${own}/ten/`, { id, name: ' Máy cũ <b> ' });
  expect((await owner.get('/admin/tai-khoan/')).text).toContain('<h3>Máy cũ &lt;b&gt;</h3>');
  expect(await owner.post(`${own}/ten/`, { id, name: ' ' })).toMatchObject({ status: 422 });
  expect(await owner.post(`${own}/go/`, { id, password: 'sai' })).toMatchObject({ status: 403 });
  expect(
    await owner.post(`${own}/go/`, { id: 'không có', password: credentials.password }),
  ).toEqual(expect.objectContaining({ status: 404 }));

  // The administrator takes the lost key away; the owner logs in and is told.
  world.services.rounds.start();
  const admin = await browserOf(world, 'admin');
  expect((await admin.get('/admin/quan-tri/tai-khoan/an/')).text).toContain('Máy cũ');
  expect(await admin.post('/admin/quan-tri/tai-khoan/an/go-khoa/')).toMatchObject({ status: 303 });
  await expect
    .poll(() => world.services.notices.boxes.noticesOf('an')[0]?.text)
    .toContain('Quản trị đã gỡ mọi khóa đăng nhập');
  await logIn(page);
  await page.getByRole('heading', { name: 'Tài khoản của bạn' }).waitFor();
  await page.context().close();
});
