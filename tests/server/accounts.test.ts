import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Accounts } from '#admin/server/accounts.ts';
import { addFirstAccounts } from '#admin/server/first-accounts.ts';
import { Sessions, sessionSeconds } from '#admin/server/sessions.ts';

let dir: string;
let accounts: Accounts;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'accounts-'));
  accounts = new Accounts(join(dir, 'accounts.json'));
});
afterEach(() => rm(dir, { recursive: true, force: true }));

const an = { login: 'An', name: 'Nguyễn Văn An', role: 'editor' } as const;

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

test('one login, one account', async () => {
  await accounts.add(an);
  await expect(accounts.add({ ...an, login: 'AN' })).rejects.toThrow('Đã có tài khoản “an”.');
  await expect(accounts.remove('binh')).rejects.toThrow('Không có tài khoản “binh”.');
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

test('a session lasts a working day, outlives a restart, and its token is not on the disk', async () => {
  await accounts.add(an);
  const path = join(dir, 'sessions.json');
  let now = Date.now();
  const sessions = new Sessions(path, accounts, () => now);
  const token = await sessions.start('an');
  expect(await readFile(path, 'utf8')).not.toContain(token);
  const afterRestart = new Sessions(path, accounts, () => now);
  await afterRestart.load();
  expect(await afterRestart.accountOf(token)).toMatchObject({ login: 'an' });
  expect(await afterRestart.accountOf('x')).toBeUndefined();
  now += sessionSeconds * 1000;
  expect(await afterRestart.accountOf(token)).toBeUndefined();
});

test('a new password and a removed account end the sessions', async () => {
  await accounts.add(an);
  const sessions = new Sessions(join(dir, 'sessions.json'), accounts);
  const first = await sessions.start('an');
  await new Promise((resolve) => setTimeout(resolve, 5));
  await accounts.resetPassword('an');
  expect(await sessions.accountOf(first)).toBeUndefined();
  const second = await sessions.start('an');
  expect(await sessions.accountOf(second)).toBeDefined();
  await accounts.remove('an');
  expect(await sessions.accountOf(second)).toBeUndefined();
});
