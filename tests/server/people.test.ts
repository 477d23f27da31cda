import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Secret, TOTP } from 'otpauth';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { hanoiDay } from '#src/time/hanoi.ts';
import { Browser, browserOf } from './forms.ts';
import { key, people, saveOf, startWorld, type World } from './harness.ts';

const own = '/admin/tai-khoan/';
const admin = '/admin/quan-tri/';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.close());

const dataFile = (name: string) => readFile(join(world.dir, 'data', name), 'utf8');
const month = () => hanoiDay(new Date()).slice(0, 7);
const auditText = () => dataFile(`audit/${month()}.jsonl`);
const logIn = async (login: string, password: string, totp?: string) => {
  const browser = new Browser(world, { 'user-agent': 'Mozilla/5.0 (Windows NT 10.0) Firefox/140' });
  const answer = await browser.logIn({ login, password, ...(totp && { totp }) });
  return { browser, status: answer.status, text: answer.text };
};

test('a handed-out password is to be changed; changing it ends the other sessions', async () => {
  const [here, there] = [await browserOf(world, 'editor'), await browserOf(world, 'editor')];
  expect((await here.get(own)).text).toContain('Mật khẩu bạn đang dùng là do người khác đưa');
  const old = world.passwords.editor;
  const change = (fields: object) =>
    here.post(`${own}mat-khau/`, {
      old,
      new: 'Ao sen làng mình',
      again: 'Ao sen làng mình',
      ...fields,
    });
  expect((await change({ again: 'khác' })).text).toContain('không giống nhau');
  expect(await change({ old: 'sai' })).toMatchObject({ status: 403 });
  expect((await change({ new: 'ngắn', again: 'ngắn' })).text).toContain('từ 10 đến 200 ký tự');
  expect((await change({ new: old, again: old })).text).toContain('giống mật khẩu cũ');
  const token = here.cookie;
  expect((await change({})).headers.get('location')).toBe(`${own}?xong=mat-khau`);
  expect(here.cookie).not.toBe(token);
  const page = await here.get(`${own}?xong=mat-khau`);
  expect(page.text).toContain('Đã đổi mật khẩu');
  expect(page.text).not.toContain('do người khác đưa');
  expect((await there.get('/api/me')).status).toBe(401);
  expect((await logIn('an', old)).status).toBe(401);
  expect((await logIn('an', 'Ao sen làng mình')).status).toBe(200);
  world.passwords.editor = 'Ao sen làng mình';
});

test('sessions are shown with device and address, and end one by one or all', async () => {
  const { login } = people.otherEditor;
  const password = world.passwords.otherEditor;
  const [one, two, three] = [
    (await logIn(login, password)).browser,
    (await logIn(login, password)).browser,
    (await logIn(login, password)).browser,
  ];
  const { text } = await one.get(own);
  expect(text).toContain('Firefox, Windows (thiết bị này)');
  expect(text.match(/Địa chỉ 127\.0\.0\.1/g)).toHaveLength(3);
  expect(text).toMatch(/Lần đăng nhập trước: \d\d:\d\d \d\d\/\d\d\/\d{4}, từ 127\.0\.0\.1\./);
  const [, id = ''] = /name="id" value="([0-9a-f]+)"/.exec(text) ?? [];
  expect((await one.post(`${own}phien/`, { id })).status).toBe(303);
  const left = [await two.get('/api/me'), await three.get('/api/me')].map(({ status }) => status);
  expect(left.sort()).toEqual([200, 401]);
  expect((await one.post(`${own}phien/tat-ca/`)).status).toBe(303);
  for (const browser of [one, two, three]) expect((await browser.get('/api/me')).status).toBe(401);
});

test('an approver turns the second step on, logs in by it, and turns it off', async () => {
  const { login } = people.approver;
  const password = world.passwords.approver;
  const browser = await browserOf(world, 'approver');
  expect((await browser.post(`${own}hai-buoc/bat/`)).status).toBe(303);
  const shown = (await browser.get(own)).text;
  const secret = /<code class="secret">([A-Z2-7 ]+)<\/code>/.exec(shown)?.[1] ?? '';
  expect(secret).toMatch(/^(?:[A-Z2-7]{4} ){7}[A-Z2-7]{4}$/);
  expect(shown).toContain('href="otpauth://totp/');
  const app = new TOTP({ secret: Secret.fromBase32(secret.replaceAll(' ', '')) });
  const code = app.generate();
  const confirmed = await browser.post(`${own}hai-buoc/xac-nhan/`, { code });
  const codes = [...confirmed.text.matchAll(/<code class="secret">([a-z2-9-]+)<\/code>/g)];
  expect(codes).toHaveLength(10);
  expect((await browser.get(own)).text).not.toContain(secret);

  const first = await logIn(login, password);
  expect([first.status, first.text]).toEqual([401, expect.stringContaining('"totp-required"')]);
  expect((await first.browser.get('/api/me')).status).toBe(401);
  // The code that confirmed is used up.
  expect((await logIn(login, password, code)).status).toBe(401);
  const recovery = codes[0]![1]!;
  expect((await logIn(login, password, recovery)).status).toBe(200);
  expect((await logIn(login, password, recovery)).status).toBe(401);
  expect((await logIn(login, 'sai', codes[1]![1])).text).toContain('"wrong-password"');

  const turnOff = (fields: Record<string, string>) => browser.post(`${own}hai-buoc/tat/`, fields);
  expect((await turnOff({ password, code: '000000' })).status).toBe(403);
  expect((await turnOff({ password: 'sai', code: codes[2]![1]! })).status).toBe(403);
  expect((await turnOff({ password, code: codes[2]![1]! })).status).toBe(303);
  expect((await logIn(login, password)).status).toBe(200);

  for (const text of [await auditText(), await dataFile('sessions.json')]) {
    expect(text).not.toContain(secret.replaceAll(' ', ''));
    for (const [, one] of codes) expect(text).not.toContain(one);
  }
  expect((await stat(join(world.dir, 'data/accounts.json'))).mode & 0o777).toBe(0o600);
});

test('wrong codes after the right password are slowed down', async () => {
  const { login } = people.otherApprover;
  const password = world.passwords.otherApprover;
  const { accounts } = world.services;
  await accounts.update(login, (account) => ({
    ...account,
    totp: { secret: new Secret().base32, confirmed: true, recovery: [] },
  }));
  for (let i = 0; i < 5; i += 1) {
    expect((await logIn(login, password, `00000${i}`)).text).toContain('"wrong-totp"');
  }
  expect((await logIn(login, password, '000006')).status).toBe(429);
  await accounts.turnOffTotp(login);
});

test('only admins see the pages of admins', async () => {
  for (const name of ['otherEditor', 'otherApprover'] as const) {
    const browser = await browserOf(world, name);
    for (const path of [
      admin,
      `${admin}tai-khoan/an/`,
      `${admin}nhat-ky-${month()}/`,
      `${admin}nhat-ky-${month()}.csv`,
    ]) {
      expect((await browser.get(path)).status, path).toBe(403);
    }
    for (const action of ['quyen', 'mat-khau', 'dong', 'mo-lai', 'tat-hai-buoc']) {
      const path = `${admin}tai-khoan/an/${action}/`;
      expect((await browser.post(path, { role: 'admin' })).status, path).toBe(403);
    }
    expect((await browser.post(`${admin}them/`, { login: 'x', role: 'admin' })).status).toBe(403);
  }
  const stranger = new Browser(world);
  expect((await stranger.get(admin)).headers.get('location')).toContain('/admin/dang-nhap/');
  expect((await stranger.post(`${admin}tai-khoan/an/dong/`)).status).toBe(401);
  expect(await world.services.accounts.find('an')).toMatchObject({ role: 'editor' });
});

const passwordIn = (text: string) => /<code class="secret">([a-z2-9-]+)<\/code>/.exec(text)![1]!;

test('an admin adds, limits, resets, closes and reopens an account', async () => {
  const browser = await browserOf(world, 'admin');
  const added = await browser.post(`${admin}them/`, [
    ['login', 'Hoa'],
    ['name', 'Đỗ Hoa'],
    ['role', 'approver'],
    ['axes', 'truc-1'],
    ['axes', 'truc-3'],
  ]);
  expect(added.headers.get('cache-control')).toBe('no-store');
  const password = passwordIn(added.text);
  const page = `${admin}tai-khoan/hoa/`;
  expect((await browser.get(page)).text).not.toContain(password);
  expect((await browser.get(admin)).text).toContain('Người duyệt (Trục số 1; Trục số 3)');
  const { browser: hoa } = await logIn('hoa', password);
  expect(JSON.parse((await hoa.get('/api/me')).text)).toMatchObject({ axes: ['truc-1', 'truc-3'] });

  expect((await browser.post(`${page}quyen/`, { role: 'editor' })).status).toBe(303);
  expect(JSON.parse((await hoa.get('/api/me')).text)).toMatchObject({ role: 'editor', axes: [] });

  const reset = passwordIn((await browser.post(`${page}mat-khau/`)).text);
  expect((await hoa.get('/api/me')).status).toBe(401);
  const { browser: again } = await logIn('hoa', reset);
  expect((await browser.post(`${page}dong/`)).status).toBe(303);
  expect((await again.get('/api/me')).status).toBe(401);
  expect((await logIn('hoa', reset)).status).toBe(401);
  const taken = await browser.post(`${admin}them/`, {
    login: 'hoa',
    name: 'Hoa B',
    role: 'editor',
  });
  expect(taken).toMatchObject({ status: 409 });
  expect(taken.text).toContain('là của Đỗ Hoa, tài khoản đã đóng');
  const back = passwordIn((await browser.post(`${page}mo-lai/`)).text);
  expect((await logIn('hoa', back)).status).toBe(200);

  const last = await browser.post(`${admin}tai-khoan/giang/dong/`);
  expect(last).toMatchObject({ status: 409 });
  expect(last.text).toContain('quản trị duy nhất');
  expect((await browser.post(`${admin}tai-khoan/khong-co/dong/`)).status).toBe(404);
  const text = await auditText();
  for (const secret of [password, reset, back]) expect(text).not.toContain(secret);
});

test('the record of a month joins git, logins and refusals, as a page and as CSV', async () => {
  await world.cms('editor', 'persistEntry', saveOf('nhat-ky'));
  for (const [who, newStatus] of [
    ['editor', 'pending_review'],
    ['editor', 'pending_publish'],
    ['approver', 'pending_publish'],
  ] as const) {
    await world.cms(who, 'updateUnpublishedEntryStatus', { ...key('nhat-ky'), newStatus });
  }
  await world.cms('approver', 'publishUnpublishedEntry', key('nhat-ky'));
  await world.cms('editor', 'persistEntry', saveOf('con-la-nhap'));
  const browser = await browserOf(world, 'admin');
  const reply = await browser.get(`${admin}nhat-ky-${month()}.csv`);
  expect(reply.headers.get('content-type')).toBe('text/csv; charset=utf-8');
  expect(reply.headers.get('content-disposition')).toBe(
    `attachment; filename="nhat-ky-${month()}.csv"`,
  );
  const rows = reply.text.split('\r\n');
  // `fetch` takes the byte order mark away.
  expect(rows[0]).toBe(
    '"Thời điểm (giờ Hà Nội)","Người","Tên đăng nhập","Địa chỉ mạng","Việc","Mục","Người duyệt","Chi tiết","Commit"',
  );
  const has = (...parts: string[]) =>
    expect(rows.filter((row) => parts.every((part) => row.includes(`"${part}"`))).length).toBe(1);
  has('Nguyễn Văn An', 'an', 'Lưu', 'article/nhat-ky');
  has('Nguyễn Văn An', 'Gửi duyệt', 'article/nhat-ky');
  has('Lê Chi', 'chi', 'Duyệt', 'article/nhat-ky');
  has('Lê Chi', 'Đăng', 'article/nhat-ky');
  has('Nguyễn Văn An', 'Lưu', 'article/con-la-nhap');
  expect(reply.text).toMatch(
    /"Lê Chi","chi","","Đăng","article\/nhat-ky","Lê Chi","","[0-9a-f]{40}"/,
  );
  expect(reply.text).toContain(
    '"Nguyễn Văn An","an","127.0.0.1","Bị từ chối","","","not-allowed: POST /api/v1 updateUnpublishedEntryStatus article nhat-ky pending_publish",""',
  );
  expect(reply.text).toContain('"Hoàng Giang","giang","127.0.0.1","Đăng nhập",');
  const times = rows.slice(1, -1).map((row) => row.slice(0, 21));
  expect(times).toEqual(times.toSorted());

  const page = await browser.get(`${admin}nhat-ky-${month()}/`);
  expect(page.text).toContain('article/nhat-ky');
  for (const wrong of ['nhat-ky-2026-13.csv', 'nhat-ky-2026-11.csvx', '..%2f..%2faccounts.json']) {
    expect((await browser.get(`${admin}${wrong}`)).status, wrong).toBe(404);
  }
});
