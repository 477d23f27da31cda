/** The way out: what is sent when the other side is down, restarted, wrong, or has moved. */
import { createHmac } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Account } from '#admin/server/accounts/accounts.ts';
import { Notices, outboxPath } from '#admin/server/notices/notices.ts';
import { readOutbox } from '#admin/server/notices/outbox.ts';
import { readNoticeSettings, type NoticeSettings } from '#admin/server/notices/settings.ts';
import { shortened, titleWords } from '#admin/server/notices/words.ts';
import { freePort } from '#tests/support/front-server.ts';
import { startMailServer, type MailServer } from '#tests/support/mail-server.ts';
import { TestClock } from './office.ts';

const minute = 60_000;
const day = 24 * 60 * minute;
const an: Account = {
  login: 'an',
  name: 'Nguyễn Văn An',
  role: 'editor',
  axes: [],
  password: '',
  passwordSet: 0,
  passwordHandedOut: false,
  passkeys: [],
};
const message = (title: string) =>
  ({ kind: 'approved', text: `Lê Chi đã duyệt “${title}”.`, link: '/admin/duyet/' }) as const;

let dir: string;
let clock: TestClock;
let closers: (() => Promise<unknown>)[];
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'notices-'));
  clock = new TestClock(new Date('2026-12-01T08:00:00Z'));
  closers = [];
});
afterEach(async () => {
  vi.restoreAllMocks();
  for (const close of closers.reverse()) await close();
  await rm(dir, { recursive: true });
});

/** The notices of the data folder, as a server that has just been started has them. */
async function open(settings: NoticeSettings): Promise<Notices> {
  const accounts = {
    list: () => Promise.resolve([an]),
    find: (login: string) => Promise.resolve(login === an.login ? an : undefined),
  };
  const notices = new Notices({
    dataDir: dir,
    accounts,
    clock,
    settings,
    siteUrl: 'https://phuong.example',
  });
  await notices.load();
  notices.outbox.start();
  closers.push(() => notices.close());
  return notices;
}

async function openMailServer(port?: number): Promise<MailServer> {
  const server = await startMailServer(port);
  let isOpen = true;
  const { close } = server;
  server.close = async () => {
    if (isOpen) await close();
    isOpen = false;
  };
  closers.push(server.close);
  return server;
}

const mailBy = (port: number) =>
  readNoticeSettings({
    MAIL_URL: `smtp://bien-tap:mat%40khau@127.0.0.1:${port}`,
    MAIL_FROM: 'Biên tập <bien-tap@phuong.example>',
    SITE_URL: 'https://phuong.example',
  });

/** Gives An an address, confirmed. */
async function subscribe({ boxes }: Notices, address = 'an@thu.example'): Promise<void> {
  await boxes.confirmAddress('an', await boxes.proposeAddress('an', address));
}

/** Keeps what is logged from now on. */
function captureErrors(): () => string[] {
  const log = vi.spyOn(console, 'error').mockReturnValue();
  return () => log.mock.calls.map((words) => words.join(' '));
}

const waiting = async () => (await readOutbox(outboxPath(dir))).waiting;

test('a mail server that is down delays nobody; what waits outlives a restart and is sent later', async () => {
  const port = await freePort();
  const errors = captureErrors();
  const first = await open(mailBy(port));
  await subscribe(first);
  await first.tellOne('an', message('Một'));
  await first.tellOne('an', message('Hai'));
  await expect.poll(async () => (await waiting()).every(({ tries }) => tries > 0)).toBe(true);
  expect(first.boxes.unread('an')).toBe(2);
  await first.close();

  await open(mailBy(port));
  // The pauses grow: a minute, two, four …
  for (const tries of [2, 3]) {
    await expect.poll(() => clock.isWaiting).toBe(true);
    clock.set(new Date(clock.now().getTime() + 2 ** tries * minute));
    await expect
      .poll(async () => (await waiting()).map((one) => one.tries))
      .toEqual([tries, tries]);
  }
  const [one] = await waiting();
  expect(one!.next - clock.now().getTime()).toBe(4 * minute);
  const server = await openMailServer(port);
  await expect.poll(() => clock.isWaiting).toBe(true);
  clock.set(new Date(one!.next));
  await expect.poll(() => server.mails.length).toBe(2);
  await expect.poll(waiting).toEqual([]);
  expect(server.mails.map(({ to }) => to)).toEqual([['an@thu.example'], ['an@thu.example']]);
  // Told once for each mail, in words, without the password.
  expect(errors()).toHaveLength(2);
  expect(errors().join()).toContain('thư cho an');
  expect(errors().join()).not.toMatch(/mat[@%]/);
});

test('a clock that is set back by hours keeps no mail waiting for them', async () => {
  captureErrors();
  const port = await freePort();
  const notices = await open(mailBy(port));
  await subscribe(notices);
  await notices.tellOne('an', message('Một'));
  await expect.poll(async () => (await waiting())[0]?.tries).toBe(1);
  const server = await openMailServer(port);
  await expect.poll(() => clock.isWaiting).toBe(true);
  clock.set(new Date(clock.now().getTime() - 5 * 60 * minute));
  await notices.tellOne('an', message('Hai'));
  await expect.poll(() => server.mails.length).toBe(2);
});

test('what cannot be sent for three days is given up, and that is told', async () => {
  const errors = captureErrors();
  const notices = await open(mailBy(await freePort()));
  await subscribe(notices);
  await notices.tellOne('an', message('Một'));
  await expect.poll(async () => (await waiting())[0]?.tries).toBe(1);
  await expect.poll(() => clock.isWaiting).toBe(true);
  clock.set(new Date(clock.now().getTime() + 3 * day));
  await expect.poll(waiting).toEqual([]);
  const { givenUp } = await readOutbox(outboxPath(dir));
  expect(givenUp).toMatchObject([{ channel: 'mail', at: clock.now().getTime() }]);
  expect(errors().at(-1)).toContain(
    'Bỏ, vì 3 ngày chưa gửi được (thư cho an): connect ECONNREFUSED',
  );
});

test('an address that is not taken keeps no other mail back', async () => {
  captureErrors();
  const server = await openMailServer();
  const notices = await open(mailBy(server.port));
  await subscribe(notices);
  server.unknown.add('an@thu.example');
  await notices.tellOne('an', message('Một'));
  await expect.poll(async () => (await waiting())[0]?.tries).toBe(1);
  await subscribe(notices, 'an@moi.example');
  await notices.tellOne('an', message('Hai'));
  await expect.poll(() => server.mails.map(({ to }) => to)).toEqual([['an@moi.example']]);
  await expect.poll(() => clock.isWaiting).toBe(true);
  // The one that waits goes to where she reads now.
  clock.set(new Date(clock.now().getTime() + minute));
  await expect.poll(() => server.mails.length).toBe(2);
  expect(server.mails[1]!.subject).toContain('“Một”');
});

test('a code is sent where it is asked for, holds an hour and five tries, and is not sent without end', async () => {
  const server = await openMailServer();
  const notices = await open(mailBy(server.port));
  const { boxes } = notices;
  await notices.sendCode(an, 'an@thu.example');
  const [{ to, text: letter }] = server.mails as [MailServer['mails'][number]];
  expect(to).toEqual(['an@thu.example']);
  const digits = /Mã xác nhận của bạn: (\d{6})\n/.exec(letter)![1]!;
  const wrong = digits === '000000' ? '000001' : '000000';
  expect(boxes.addressOf('an')).toBeUndefined();
  for (let i = 0; i < 5; i += 1) {
    await expect(boxes.confirmAddress('an', wrong)).rejects.toThrow('Mã không đúng');
  }
  await expect(boxes.confirmAddress('an', digits)).rejects.toThrow('hết hạn');
  const second = await boxes.proposeAddress('an', 'an@thu.example');
  clock.set(new Date(clock.now().getTime() + 60 * minute - 1));
  await boxes.confirmAddress('an', second);
  expect(boxes.addressOf('an')).toBe('an@thu.example');
  for (let i = 0; i < 2; i += 1) await boxes.proposeAddress('an', `${i}@thu.example`);
  const late = await boxes.proposeAddress('an', 'cuoi@thu.example');
  await expect(boxes.proposeAddress('an', 'x@thu.example')).rejects.toThrow('Đã gửi nhiều mã');
  clock.set(new Date(clock.now().getTime() + 60 * minute));
  await expect(boxes.confirmAddress('an', late)).rejects.toThrow('hết hạn');
  // Of what was confirmed nothing is lost meanwhile, also over a restart.
  await notices.close();
  expect((await open(mailBy(server.port))).boxes.addressOf('an')).toBe('an@thu.example');
});

test('two hundred notices are kept for each person', async () => {
  const { boxes } = await open({});
  for (let i = 0; i < 203; i += 1)
    await boxes.add('an', boxes.make('an', `${i}`, message(`Số ${i}`)));
  expect(boxes.noticesOf('an')).toHaveLength(200);
  expect(boxes.noticesOf('an')[0]!.text).toContain('Số 202');
});

/** A receiver of web hooks that answers as it is told. */
async function openReceiver() {
  const got: { request: IncomingMessage; body: string }[] = [];
  const receiver: { server: Server; answer: number; got: typeof got } = {
    server: createServer((request, response) => {
      void text(request).then((body) => {
        got.push({ request, body });
        response.writeHead(receiver.answer, { location: '/noi-khac' }).end();
      });
    }),
    answer: 204,
    got,
  };
  await new Promise<void>((resolve) => receiver.server.listen(0, '127.0.0.1', resolve));
  closers.push(() => new Promise((resolve) => receiver.server.close(resolve)));
  const { port } = receiver.server.address() as AddressInfo;
  const settings = readNoticeSettings({
    WEBHOOK_URL: `http://127.0.0.1:${port}/tin`,
    WEBHOOK_SECRET: 'khoa-bi-mat-cua-phuong',
    SITE_URL: 'https://phuong.example',
  });
  return { ...receiver, settings, say: (status: number) => (receiver.answer = status) };
}

test('a web hook gets signed JSON, follows no redirect, and is tried again under the same id', async () => {
  captureErrors();
  const { got, settings, say } = await openReceiver();
  const notices = await open(settings);
  say(302);
  await notices.tellOne('an', message('Lễ hội'));
  await expect.poll(async () => (await waiting())[0]?.tries).toBe(1);
  say(204);
  await expect.poll(() => clock.isWaiting).toBe(true);
  clock.set(new Date(clock.now().getTime() + minute));
  await expect.poll(waiting).toEqual([]);
  expect(got.map(({ request }) => request.url)).toEqual(['/tin', '/tin']);
  const [first, second] = got;
  expect(second!.body).toBe(first!.body);
  const signature = createHmac('sha256', 'khoa-bi-mat-cua-phuong')
    .update(second!.body)
    .digest('hex');
  expect(second!.request.headers['x-nghi-quyet-signature-256']).toBe(`sha256=${signature}`);
  expect(JSON.parse(second!.body)).toEqual({
    id: notices.boxes.noticesOf('an')[0]!.id,
    at: '2026-12-01T08:00:00.000Z',
    kind: 'approved',
    text: 'Lê Chi đã duyệt “Lễ hội”.',
    url: 'https://phuong.example/admin/duyet/',
    to: { login: 'an', name: 'Nguyễn Văn An' },
  });
});

test('what is about an account, and what is switched off, goes to no web hook', async () => {
  const { got, settings } = await openReceiver();
  const notices = await open(settings);
  await notices.tellOne('an', { kind: 'login', text: 'Thiết bị mới.', link: '/' });
  await notices.boxes.setWays('an', new Map([['comment', { mail: 'now', hook: false }]]));
  await notices.tellOne('an', { kind: 'comment', text: 'Góp ý.', link: '/' });
  await notices.tellOne('an', message('Sau cùng'));
  await expect
    .poll(() => got.map(({ body }) => (JSON.parse(body) as { kind: string }).kind))
    .toEqual(['approved']);
});

test('a file of somebody that is broken stops the start and is named', async () => {
  const { boxes } = await open({});
  await boxes.add('an', boxes.make('an', '1', message('Một')));
  const path = join(dir, 'notices/people/an.json');
  await writeFile(path, '{"notices": 1}');
  await expect(open({})).rejects.toThrow(path);
});

test('settings that are wrong are named, and no secret with them', () => {
  const site = { SITE_URL: 'https://phuong.example' };
  const good = {
    ...site,
    MAIL_URL: 'smtps://ten:mat%25khau@mail.example',
    MAIL_FROM: 'a@b.example',
  };
  expect(readNoticeSettings(good).mail).toEqual({
    host: 'mail.example',
    port: 465,
    secure: true,
    user: 'ten',
    password: 'mat%khau',
    from: 'a@b.example',
  });
  expect(readNoticeSettings({})).toEqual({});
  const hook = { ...site, WEBHOOK_URL: 'https://tin.example/x', WEBHOOK_SECRET: 'x'.repeat(16) };
  expect(readNoticeSettings(hook).hook?.url).toBe('https://tin.example/x');
  for (const [env, words] of [
    [{ ...good, MAIL_URL: 'mail.example:465' }, /^MAIL_URL không đúng/],
    [{ ...good, MAIL_URL: 'https://ten:matkhau@mail.example' }, /^MAIL_URL không đúng/],
    [{ ...good, MAIL_URL: 'smtps://ten:matkhau%@mail.example' }, /^MAIL_URL: .*%25/],
    [{ ...good, MAIL_FROM: 'bien tap' }, /^MAIL_FROM=bien tap/],
    [{ ...good, MAIL_FROM: 'a@b.example\nBcc: c@d.example' }, /^MAIL_FROM=/],
    [{ ...good, SITE_URL: '' }, /SITE_URL/],
    [{ ...hook, WEBHOOK_URL: 'http://tin.example/x' }, /^WEBHOOK_URL không đúng/],
    [{ ...hook, WEBHOOK_URL: 'https://a:matkhau@tin.example' }, /^WEBHOOK_URL không đúng/],
    [{ ...hook, WEBHOOK_SECRET: 'matkhau' }, /^WEBHOOK_SECRET phải có ít nhất 16/],
  ] as const) {
    expect(() => readNoticeSettings(env)).toThrow(words);
    expect(() => readNoticeSettings(env)).not.toThrow('matkhau');
  }
});

test('whatever a title holds, it stays one line of a bounded length', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (title) => {
      const words = titleWords(title);
      expect(words).not.toMatch(/[\r\n\p{Cc}]/u);
      expect(Array.from(words).length).toBeLessThanOrEqual(102);
    }),
  );
  expect(shortened('Ngày hội', 5)).toBe('Ngày…');
});
