import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Secret, TOTP } from 'otpauth';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { Accounts } from '#admin/server/accounts/accounts.ts';
import { LoginHistory } from '#admin/server/accounts/login-history.ts';
import { readSettings } from '#admin/server/settings.ts';
import { LoginThrottle, type Attempt } from '#admin/server/accounts/throttle.ts';
import { TwoStep } from '#admin/server/accounts/totp.ts';
import { Browser } from './forms.ts';
import { people, startWorld, type World } from './harness.ts';

let world: World;
let dir: string;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'login-'));
});
afterEach(() => rm(dir, { recursive: true, force: true }));

const attempt = (address: string, isKnown = false): Attempt => ({ login: 'an', address, isKnown });

function makeThrottle() {
  const clock = { now: 0 };
  const throttle = new LoginThrottle(() => clock.now);
  /** Guesses wrongly as often as the limits let through within some seconds. */
  const guess = (address: string, seconds: number) => {
    let guesses = 0;
    for (const end = clock.now + seconds * 1000; clock.now < end; clock.now += 1000) {
      if (throttle.passwordWait(attempt(address)) > 0) continue;
      throttle.wrongPassword(attempt(address));
      guesses += 1;
    }
    return guesses;
  };
  return { clock, throttle, guess };
}

test('who guesses gets slower and slower', () => {
  const { clock, throttle, guess } = makeThrottle();
  expect(guess('10.0.0.9', 60)).toBe(7);
  expect(guess('10.0.0.9', 24 * 60 * 60)).toBeLessThan(110);
  expect(throttle.passwordWait(attempt('10.0.0.9'))).toBeGreaterThan(0);
  clock.now += 2 * 60 * 60 * 1000;
  expect(throttle.passwordWait(attempt('10.0.0.9'))).toBe(0);
});

test('a clock that is set back or forward neither keeps the owner out nor lets anybody guess more', () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  try {
    const throttle = new LoginThrottle();
    for (let guesses = 0; guesses < 6; guesses += 1) throttle.wrongPassword(attempt('10.0.0.9'));
    const wait = throttle.passwordWait(attempt('10.0.0.9'));
    for (const hours of [-9, 9]) {
      vi.setSystemTime(Date.now() + hours * 60 * 60 * 1000);
      expect(throttle.passwordWait(attempt('10.0.0.9'))).toBeGreaterThan(wait - 10);
      expect(throttle.passwordWait(attempt('10.0.0.9'))).toBeLessThanOrEqual(wait);
    }
  } finally {
    vi.useRealTimers();
  }
});

test('hours of guessing keep the owner out nowhere for more than a minute', () => {
  const { throttle, guess } = makeThrottle();
  for (let i = 0; i < 200; i += 1) guess(`10.0.${i}.9`, 60);
  expect(throttle.passwordWait(attempt('10.9.9.9', true))).toBe(0);
  expect(throttle.passwordWait(attempt('10.9.9.9'))).toBeLessThanOrEqual(60);
});

test('the owner waits half a minute at most where she has been before', () => {
  const { throttle } = makeThrottle();
  for (let i = 0; i < 1000; i += 1) throttle.wrongPassword(attempt('10.0.0.1'));
  expect(throttle.passwordWait(attempt('10.0.0.1', true))).toBeLessThanOrEqual(30);
  throttle.succeeded(attempt('10.0.0.1', true));
  expect(throttle.passwordWait(attempt('10.0.0.1', true))).toBe(0);
});

test('many accounts from one address are slowed down too, also within one IPv6 network', () => {
  const { throttle } = makeThrottle();
  const from = (i: number): Attempt => ({
    login: `ten-${i}`,
    address: `2001:db8::${i}`,
    isKnown: false,
  });
  for (let i = 0; i < 30; i += 1) throttle.wrongPassword(from(i));
  expect(throttle.passwordWait(from(99))).toBeGreaterThan(0);
  expect(throttle.passwordWait({ ...from(99), address: '2001:db9::1' })).toBe(0);
});

test('where the owner has logged in, the guesses of others do not block her', async () => {
  const { login } = people.otherApprover;
  const password = world.passwords.otherApprover;
  const browser = new Browser(world);
  expect((await browser.logIn({ login, password })).status).toBe(200);
  for (let i = 0; i < 8; i += 1) await browser.logIn({ login, password: 'sai-mat-khau' });
  expect((await browser.logIn({ login, password })).status).toBe(200);
});

test('who does not exist is answered and slowed down like who does', async () => {
  const times = { an: 0, 'khong-co': 0 };
  for (const login of ['an', 'khong-co'] as const) {
    const start = performance.now();
    for (let i = 0; i < 5; i += 1) {
      const reply = await new Browser(world).logIn({ login, password: 'sai' });
      expect([reply.status, JSON.parse(reply.text)]).toEqual([
        401,
        { error: 'Sai tên đăng nhập hoặc mật khẩu.', code: 'wrong-password' },
      ]);
    }
    times[login] = performance.now() - start;
    const sixth = await new Browser(world).logIn({ login, password: 'sai' });
    expect(sixth.status, login).toBe(429);
    expect(Number(sixth.headers.get('retry-after'))).toBeGreaterThan(5);
  }
  expect(times['khong-co'] / times.an).toBeGreaterThan(0.2);
  expect(times['khong-co'] / times.an).toBeLessThan(5);
});

test('only a trusted proxy may say whose address it is', async () => {
  const proxied = await startWorld({ trustProxy: ['loopback'] });
  try {
    for (const [server, address] of [
      [world, '127.0.0.1'],
      [proxied, '203.0.113.7'],
    ] as const) {
      const browser = new Browser(server, { 'x-forwarded-for': '203.0.113.7' });
      await browser.logIn({ login: 'chi', password: server.passwords.approver });
      expect((await browser.get('/admin/tai-khoan/')).text).toContain(`Địa chỉ ${address}`);
    }
  } finally {
    await proxied.close();
  }
});

test('TRUST_PROXY names proxies, not everybody', () => {
  expect(readSettings({}).trustProxy).toEqual([]);
  expect(readSettings({ TRUST_PROXY: 'loopback, 10.0.0.0/24' }).trustProxy).toEqual([
    'loopback',
    '10.0.0.0/24',
  ]);
  for (const wrong of ['true', '*', '0.0.0.0/0', '10.0.0.0/33', 'proxy']) {
    expect(() => readSettings({ TRUST_PROXY: wrong })).toThrow(`TRUST_PROXY=${wrong}`);
  }
});

/** An account with a second step that is on, and a clock. */
async function withTotp() {
  const clock = { now: Date.UTC(2026, 10, 22) };
  const accounts = new Accounts(join(dir, 'accounts.json'));
  const history = new LoginHistory(join(dir, 'logins.json'));
  const twoStep = new TwoStep(accounts, history, () => clock.now);
  await accounts.add({ login: 'chi', name: 'Lê Chi', role: 'approver', axes: [] });
  await twoStep.start('chi');
  const account = async () => (await accounts.find('chi'))!;
  const app = new TOTP({ secret: Secret.fromBase32((await account()).totp!.secret) });
  const code = () => app.generate({ timestamp: clock.now });
  return { clock, accounts, history, twoStep, account, code };
}

test('the second step counts only once a code has confirmed it', async () => {
  const { accounts, twoStep, account, code } = await withTotp();
  expect((await account()).totp).toMatchObject({ confirmed: false, recovery: [] });
  const wrong = code() === '000000' ? '111111' : '000000';
  await expect(twoStep.confirm(await account(), wrong)).rejects.toThrow('Mã không đúng');
  const codes = await twoStep.confirm(await account(), code());
  expect(new Set(codes).size).toBe(10);
  const text = await readFile(join(dir, 'accounts.json'), 'utf8');
  expect(codes.some((one) => text.includes(one))).toBe(false);
  await expect(twoStep.start('chi')).rejects.toThrow('đang bật');
  await accounts.turnOffTotp('chi');
  expect((await account()).totp).toBeUndefined();
});

test('a code counts once, also after a restart, and for a minute and a half at most', async () => {
  const { clock, accounts, twoStep, account, code } = await withTotp();
  const used = code();
  await twoStep.confirm(await account(), used);
  expect(await twoStep.accepts(await account(), used)).toBe(false);
  clock.now += 30_000;
  const next = code();
  expect(await twoStep.accepts(await account(), ` ${next.slice(0, 3)} ${next.slice(3)}`)).toBe(
    true,
  );
  const history = new LoginHistory(join(dir, 'logins.json'));
  await history.load();
  const restarted = new TwoStep(accounts, history, () => clock.now);
  expect(await restarted.accepts(await account(), next)).toBe(false);
  clock.now += 30_000;
  const late = code();
  clock.now += 61_000;
  expect(await restarted.accepts(await account(), late)).toBe(false);
});

test('a code that was used while the clock ran a day ahead keeps nobody out when it is set back', async () => {
  const { clock, twoStep, account, code } = await withTotp();
  await twoStep.confirm(await account(), code());
  const real = clock.now + 60_000;
  clock.now += 24 * 60 * 60 * 1000;
  expect(await twoStep.accepts(await account(), code())).toBe(true);
  clock.now = real;
  expect(await twoStep.accepts(await account(), code())).toBe(true);
  expect(await twoStep.accepts(await account(), code())).toBe(false);
  // A short way back, a used code stays used.
  clock.now -= 30_000;
  expect(await twoStep.accepts(await account(), code())).toBe(false);
});

test('the same code sent twice at once counts once', async () => {
  const { clock, twoStep, account, code } = await withTotp();
  await twoStep.confirm(await account(), code());
  clock.now += 30_000;
  const [chi, now] = [await account(), code()];
  const answers = await Promise.all([twoStep.accepts(chi, now), twoStep.accepts(chi, now)]);
  expect(answers.filter(Boolean)).toHaveLength(1);
});

test('each recovery code counts once', async () => {
  const { twoStep, account, code } = await withTotp();
  const [first = '', second = ''] = await twoStep.confirm(await account(), code());
  const chi = await account();
  const answers = await Promise.all([
    twoStep.accepts(chi, first.toUpperCase()),
    twoStep.accepts(chi, first),
  ]);
  expect(answers.filter(Boolean)).toHaveLength(1);
  expect(await twoStep.accepts(await account(), second)).toBe(true);
  expect((await account()).totp?.recovery).toHaveLength(8);
});

test('an editor has no second step', async () => {
  const accounts = new Accounts(join(dir, 'accounts.json'));
  await accounts.add({ login: 'an', name: 'An', role: 'editor', axes: [] });
  const twoStep = new TwoStep(accounts, new LoginHistory(join(dir, 'logins.json')));
  await expect(twoStep.start('an')).rejects.toThrow('người duyệt và quản trị');
});
