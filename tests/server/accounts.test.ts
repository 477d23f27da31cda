import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Accounts } from '#admin/server/accounts/accounts.ts';
import { addressKey } from '#admin/server/http/address.ts';
import { deviceWords } from '#admin/server/accounts/device.ts';
import { addFirstAccounts } from '#admin/server/accounts/first-accounts.ts';
import { Sessions, sessionSeconds } from '#admin/server/accounts/sessions.ts';

let dir: string;
let accounts: Accounts;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'accounts-'));
  accounts = new Accounts(join(dir, 'accounts.json'));
});
afterEach(() => rm(dir, { recursive: true, force: true }));

const an = { login: 'An', name: 'Nguyễn Văn An', role: 'editor', axes: [] } as const;

test('a password opens its account, however the login is spelled', async () => {
  const password = await accounts.add(an);
  expect(await accounts.verify(' AN ', password)).toMatchObject({ login: 'an', role: 'editor' });
  expect(await accounts.verify('an', `${password}x`)).toBeUndefined();
  expect(await accounts.verify('nobody', password)).toBeUndefined();
});

test('the file holds no password and is for its owner alone', async () => {
  const password = await accounts.add(an);
  const path = join(dir, 'accounts.json');
  const text = await readFile(path, 'utf8');
  expect(text).not.toContain(password);
  expect(text).toContain('$argon2id$v=19$m=19456,t=2,p=1$');
  expect((await stat(path)).mode & 0o777).toBe(0o600);
});

test.each([
  ['a login with accents', { ...an, login: 'Ấn' }],
  ['a login that is a path', { ...an, login: '../an' }],
  ['an empty name', { ...an, name: '  ' }],
  ['a name that would forge an address in git', { ...an, name: 'An <chi@x>' }],
  ['a name of two lines', { ...an, name: 'An\nReviewed-by: Chi' }],
])('refuses %s', async (_, user) => {
  await expect(accounts.add(user)).rejects.toThrow(/Tên đăng nhập|họ tên/);
  expect(await accounts.list()).toEqual([]);
});

test('one login, one account, also when it is closed', async () => {
  await accounts.add(an);
  await expect(accounts.add({ ...an, login: 'AN' })).rejects.toThrow('Đã có tài khoản “an”.');
  await expect(accounts.close('binh')).rejects.toThrow('Không có tài khoản “binh”.');
  await accounts.close('an');
  expect(await accounts.list()).toEqual([]);
  await expect(accounts.add({ ...an, name: 'Người khác' })).rejects.toThrow('tài khoản đã đóng');
  const password = await accounts.reopen('an');
  expect(await accounts.verify('an', password)).toMatchObject({ name: 'Nguyễn Văn An' });
  await expect(accounts.reopen('an')).rejects.toThrow('đang mở');
});

test('the last admin is neither closed nor made something else', async () => {
  await accounts.add({ ...an, role: 'admin' });
  await expect(accounts.close('an')).rejects.toThrow('quản trị duy nhất');
  await expect(accounts.setRights('an', { role: 'editor' })).rejects.toThrow('quản trị duy nhất');
  await accounts.add({ login: 'binh', name: 'Bình', role: 'admin', axes: [] });
  await accounts.close('an');
  await expect(accounts.close('binh')).rejects.toThrow('quản trị duy nhất');
});

test('the axes of an approver are kept; a wrong one is refused', async () => {
  await accounts.add({ ...an, role: 'approver', axes: ['chuyen-doi-so', 'chuyen-doi-so'] });
  expect(await accounts.find('an')).toMatchObject({ axes: ['chuyen-doi-so'] });
  await accounts.setRights('an', { axes: [] });
  expect(await accounts.find('an')).toMatchObject({ role: 'approver', axes: [] });
  await expect(accounts.setRights('an', { axes: ['../x'] })).rejects.toThrow('Mã trục “../x”');
});

test('an account from before axes may decide on all', async () => {
  const path = join(dir, 'accounts.json');
  const old = { login: 'cu', name: 'Cũ', role: 'approver', password: 'x', passwordSet: 1 };
  await writeFile(path, JSON.stringify([old]));
  expect(await accounts.find('cu')).toMatchObject({ axes: [], passwordHandedOut: false });
  await writeFile(path, '[{}]');
  await expect(accounts.list()).rejects.toThrow(`Tệp ${path} bị hỏng`);
});

test.each([
  ['ngắn', '10 đến 200'],
  ['an-an-an-an', 'dễ đoán'],
  ['aaaaaaaaaaaaa', 'dễ đoán'],
  ['x'.repeat(201), '10 đến 200'],
])('refuses the password %s', async (password, reason) => {
  await accounts.add(an);
  await expect(accounts.setPassword('an', password)).rejects.toThrow(reason);
});

test('a password of one’s own is no longer one that was handed out', async () => {
  await accounts.add(an);
  expect(await accounts.find('an')).toMatchObject({ passwordHandedOut: true });
  await accounts.setPassword('an', 'Mùa sen nở đẹp');
  expect(await accounts.find('an')).toMatchObject({ passwordHandedOut: false });
  expect(await accounts.verify('an', 'Mùa sen nở đẹp'.normalize('NFD'))).toBeDefined();
  await accounts.resetPassword('an');
  expect(await accounts.find('an')).toMatchObject({ passwordHandedOut: true });
});

test('first accounts are made once, one of each role', async () => {
  const made = await addFirstAccounts(accounts);
  expect(made.map(({ login }) => login)).toEqual(['bientap', 'duyet', 'quantri']);
  expect((await accounts.list()).map(({ role }) => role)).toEqual(['editor', 'approver', 'admin']);
  for (const { login, password } of made) {
    expect(password).toMatch(/^[a-z2-9]{4}(-[a-z2-9]{4}){3}$/);
    expect(await accounts.verify(login, password)).toBeDefined();
  }
  expect(await addFirstAccounts(accounts)).toEqual([]);
});

const from = { address: '10.0.0.1', device: 'Chrome, Windows' };

test('a session outlives a restart, and its token is not on the disk', async () => {
  await accounts.add(an);
  const path = join(dir, 'sessions.json');
  const sessions = new Sessions(path, accounts);
  const token = await sessions.start('an', from);
  expect(await readFile(path, 'utf8')).not.toContain(token);
  const afterRestart = new Sessions(path, accounts);
  await afterRestart.load();
  expect(await afterRestart.accountOf(token)).toMatchObject({ login: 'an' });
  expect(await afterRestart.accountOf('x')).toBeUndefined();
});

test('a session ends after half a day without use, and after a week in all', async () => {
  await accounts.add(an);
  let now = Date.now();
  const sessions = new Sessions(join(dir, 'sessions.json'), accounts, () => now);
  const unused = await sessions.start('an', from);
  now += sessionSeconds.idle * 1000;
  expect(await sessions.accountOf(unused)).toBeUndefined();
  const used = await sessions.start('an', from);
  const end = now + sessionSeconds.whole * 1000;
  for (; now < end; now += 11 * 60 * 60 * 1000) {
    expect(await sessions.accountOf(used)).toBeDefined();
  }
  now = end;
  expect(await sessions.accountOf(used)).toBeUndefined();
});

test('a clock that ran a day or a year ahead leaves no session behind and keeps nobody out', async () => {
  await accounts.add(an);
  for (const days of [1, 365]) {
    const real = Date.now();
    let now = real + days * 24 * 60 * 60 * 1000;
    const sessions = new Sessions(join(dir, 'sessions.json'), accounts, () => now);
    // The password, too, was set by the clock that ran ahead.
    await accounts.update('an', (account) => ({ ...account, passwordSet: now }));
    const ahead = await sessions.start('an', from);
    expect(await sessions.accountOf(ahead)).toBeDefined();
    now = real;
    expect(await sessions.accountOf(ahead)).toBeUndefined();
    const token = await sessions.start('an', from);
    expect(await sessions.accountOf(token)).toMatchObject({ login: 'an' });
    // A second or two back is what a time service does every day.
    now -= 2000;
    expect(await sessions.accountOf(token)).toMatchObject({ login: 'an' });
  }
});

test('sessions are listed without their tokens and end one by one or together', async () => {
  const password = await accounts.add(an);
  const account = (await accounts.verify('an', password))!;
  const sessions = new Sessions(join(dir, 'sessions.json'), accounts);
  const tokens = [await sessions.start('an', from), await sessions.start('an', from)];
  await sessions.start('binh', from);
  const listed = sessions.of(account);
  expect(listed).toHaveLength(2);
  expect(listed[0]).toMatchObject({ ...from, login: 'an' });
  expect(tokens.some((token) => JSON.stringify(listed).includes(token))).toBe(false);
  await sessions.endOf('an', sessions.idOf(tokens[0]!));
  expect(await sessions.accountOf(tokens[0]!)).toBeUndefined();
  expect(await sessions.accountOf(tokens[1]!)).toBeDefined();
  // Nobody ends the session of somebody else.
  await sessions.endOf('binh', sessions.idOf(tokens[1]!));
  expect(await sessions.accountOf(tokens[1]!)).toBeDefined();
  await sessions.endOf('an');
  expect(sessions.of(account)).toEqual([]);
});

test('a new password and a closed account end the sessions', async () => {
  await accounts.add(an);
  const sessions = new Sessions(join(dir, 'sessions.json'), accounts);
  const first = await sessions.start('an', from);
  await new Promise((resolve) => setTimeout(resolve, 5));
  await accounts.resetPassword('an');
  expect(await sessions.accountOf(first)).toBeUndefined();
  const second = await sessions.start('an', from);
  expect(await sessions.accountOf(second)).toBeDefined();
  await accounts.close('an');
  expect(await sessions.accountOf(second)).toBeUndefined();
});

test.each([
  ['Mozilla/5.0 (Windows NT 10.0) Chrome/131.0 Safari/537.36 Edg/131.0', 'Edge, Windows'],
  ['Mozilla/5.0 (Linux; Android 9; wv) Chrome/78.0 Mobile Safari/537.36 Zalo/1', 'Zalo, Android'],
  ['Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) Safari/604.1', 'Safari, iPhone'],
  ['<script>alert(1)</script>', 'thiết bị khác'],
])('the device of %s', (userAgent, words) => {
  expect(deviceWords(userAgent)).toBe(words);
});

test.each([
  ['10.0.0.1', '10.0.0.1'],
  ['2001:db8:0:1::5', '2001:db8:0:1::/64'],
  ['2001:DB8:0000:1:aaaa:bbbb:cccc:dddd', '2001:db8:0:1::/64'],
  ['::1', '0:0:0:0::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
])('what counts as the address %s', (address, key) => {
  expect(addressKey(address)).toBe(key);
});
