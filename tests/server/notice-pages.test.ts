/** The pages about notices as a browser without scripts uses them. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startMailServer, type MailServer } from '#tests/support/mail-server.ts';
import { Browser, browserOf } from './forms.ts';
import { key, people, saveOf, startWorld, type World } from './harness.ts';

const list = '/admin/thong-bao/';
const ways = `${list}cach-nhan/`;

let world: World;
let server: MailServer;
beforeAll(async () => {
  server = await startMailServer();
  const login = { user: 'bien-tap', password: 'mat@khau', from: 'a@phuong.example' };
  world = await startWorld({
    siteUrl: 'http://phuong.example',
    notices: {
      mail: { host: '127.0.0.1', port: server.port, secure: false, ...login },
      hook: { url: 'http://127.0.0.1:9/', secret: 'x'.repeat(16) },
    },
  });
});
afterAll(async () => {
  await world.close();
  await server.close();
});

const boxes = () => world.services.notices.boxes;
const submit = async (slug: string) => {
  await world.cms('editor', 'persistEntry', saveOf(slug));
  const newStatus = 'pending_review';
  await world.cms('editor', 'updateUnpublishedEntryStatus', { ...key(slug), newStatus });
};

test('what is new stands in the list and is counted on every page, until it is marked as read', async () => {
  await submit('mot');
  await submit('hai');
  await expect.poll(() => boxes().unread('chi')).toBe(2);
  const browser = await browserOf(world, 'approver');
  const count = '<strong>(2<span class="hidden">&nbsp;chưa đọc</span>)</strong>';
  expect((await browser.get('/admin/cua-toi/')).text).toContain(count);
  expect(JSON.parse((await browser.get('/api/thong-bao')).text)).toEqual({ unread: 2 });
  const page = (await browser.get(list)).text;
  expect(page).toContain('Chưa đọc (2)');
  expect(page).toContain(
    '<a href="/admin/duyet/article/mot/">Nguyễn Văn An đã gửi duyệt “Bài mot”.</a>',
  );
  const [newest] = boxes().noticesOf('chi');
  expect((await browser.post(`${list}da-doc/`, { id: newest!.id })).headers.get('location')).toBe(
    `${list}?xong=da-doc`,
  );
  const after = (await browser.get(`${list}?xong=da-doc`)).text;
  expect(after).toContain('Đã đánh dấu đã đọc.');
  expect(after).toContain('Chưa đọc (1)');
  await browser.post(`${list}da-doc/`);
  expect((await browser.get(list)).text).toContain('Bạn đã đọc hết.');
  expect((await browser.get('/admin/cua-toi/')).text).not.toContain('chưa đọc');
  // The other approver's list is her own.
  expect(boxes().unread('dung')).toBe(2);
  expect((await new Browser(world).get('/api/thong-bao')).status).toBe(401);
  expect((await new Browser(world).get(list)).headers.get('location')).toContain('dang-nhap');
});

test('an address is confirmed by the code that comes there, and taken back', async () => {
  const browser = await browserOf(world, 'editor');
  expect((await browser.get(ways)).text).toContain('Chưa có địa chỉ nhận thư');
  const wrong = await browser.post(`${ways}dia-chi/`, { address: 'an@thu.example, x@y.example' });
  expect(wrong).toMatchObject({ status: 422 });
  server.unknown.add('khong-co@thu.example');
  const unknown = await browser.post(`${ways}dia-chi/`, { address: 'khong-co@thu.example' });
  expect(unknown.text).toContain('không nhận địa chỉ “khong-co@thu.example”');
  await browser.post(`${ways}dia-chi/`, { address: ' an@thu.example ' });
  expect((await browser.get(ways)).text).toContain('thư vừa gửi đến an@thu.example');
  const { to, text } = server.mails.at(-1)!;
  expect(to).toEqual(['an@thu.example']);
  const code = /: (\d{6})\n/.exec(text)![1]!;
  await browser.post(`${ways}ma/`, { code: `${code.slice(0, 3)} ${code.slice(3)}` });
  expect((await browser.get(ways)).text).toContain('Thư gửi đến <strong>an@thu.example</strong>');
  const { audit } = world.services;
  const [month = ''] = await audit.months();
  expect((await audit.month(month)).map(({ kind }) => kind)).toContain('mail-address');
  await browser.post(`${ways}bo-dia-chi/`);
  expect(boxes().addressOf('an')).toBeUndefined();
});

test('a mail server that does not answer is told where a code was asked for', async () => {
  await server.close();
  const browser = await browserOf(world, 'otherEditor');
  const reply = await browser.post(`${ways}dia-chi/`, { address: 'binh@thu.example' });
  expect(reply).toMatchObject({ status: 503 });
  expect(reply.text).toContain('Máy chủ thư không trả lời');
});

test('each kind has its switches, those of the machine for admins alone', async () => {
  const browser = await browserOf(world, 'editor');
  const page = (await browser.get(ways)).text;
  expect(page).toContain('Bài của bạn bị trả lại');
  expect(page).not.toContain('Chờ bạn duyệt');
  expect(page).not.toContain('Sao lưu hỏng');
  expect((await (await browserOf(world, 'admin')).get(ways)).text).toContain('Sao lưu hỏng');
  await browser.post(ways, {
    'mail-comment': 'daily',
    'mail-approved': 'khong-ro',
    'hook-published': 'on',
    'mail-backup-failed': 'none',
  });
  expect(boxes().wayOf('an', 'comment')).toEqual({ mail: 'daily', hook: false });
  expect(boxes().wayOf('an', 'approved')).toEqual({ mail: 'now', hook: false });
  expect(boxes().wayOf('an', 'published')).toEqual({ mail: 'daily', hook: true });
  expect(boxes().wayOf('an', 'backup-failed')).toEqual({ mail: 'now', hook: true });
});

test('a login with a new browser is told to the account’s owner, one with a known browser is not', async () => {
  const { login } = people.otherApprover;
  const password = world.passwords.otherApprover;
  const logIn = async (cookie: string) => {
    const headers = {
      'content-type': 'application/json',
      'user-agent': 'Mozilla/5.0 (Windows NT 10.0) Firefox/140',
      cookie,
    };
    const body = JSON.stringify({ login, password });
    const reply = await fetch(`${world.url}/api/login`, { method: 'POST', headers, body });
    return reply.headers
      .getSetCookie()
      .find((one) => one.startsWith('thiet-bi='))!
      .split(';')[0]!;
  };
  const logins = () =>
    boxes()
      .noticesOf(login)
      .filter(({ kind }) => kind === 'login');
  const known = await logIn('');
  expect(await logIn(known)).toBe(known);
  await logIn('thiet-bi=tu-dat-ra');
  await expect.poll(() => logins().length).toBe(1);
  expect(logins()[0]!.text).toContain('Firefox, Windows, địa chỉ 127.0.0.1');
  expect(logins()[0]!.link).toBe('/admin/tai-khoan/#phien');
});

test('who guesses at an account causes one notice to its owner a day', async () => {
  // Nobody has logged in to it from here: what comes from a known place may err more often.
  await world.services.accounts.add({ login: 'nam', name: 'Đỗ Nam', role: 'editor', axes: [] });
  const failures = () =>
    boxes()
      .noticesOf('nam')
      .filter(({ text }) => text.includes('nhập sai mật khẩu')).length;
  for (let i = 0; i < 8; i += 1) {
    await new Browser(world).logIn({ login: 'nam', password: 'sai' });
  }
  await expect.poll(failures).toBe(1);
});
