/** What an attacker would try, against the real server on real git. */
import { readdir, readFile, symlink } from 'node:fs/promises';
import { request as httpRequest } from 'node:http';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { hanoiDay } from '#src/time/hanoi.ts';
import { article, file } from '#tests/support/content.ts';
import { Browser, browserOf } from './forms.ts';
import { commitAll, gitIn, key, people, png, saveOf, startWorld, type World } from './harness.ts';

let world: World;
const errors: string[] = [];
const write = process.stdout.write.bind(process.stdout);
beforeAll(async () => {
  // The server's own log goes to standard output.
  process.stdout.write = (chunk: string | Uint8Array, ...rest: []) => {
    errors.push(chunk.toString());
    return write(chunk, ...rest);
  };
  world = await startWorld();
});
afterAll(async () => {
  process.stdout.write = write;
  await world.close();
});

/** Every page that shows what people have typed, with nothing in it. */
const pages = ['/admin/tai-khoan/', '/admin/quan-tri/'];

/** With exactly these headers and this path: `fetch` tidies both. */
function raw(
  path: string,
  { method = 'GET', headers = {}, body = '' }: RawOptions = {},
): Promise<{ status: number; text: string }> {
  const { hostname, port } = new URL(world.url);
  return new Promise((resolve, reject) => {
    const request = httpRequest({ hostname, port, path, method, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        resolve({ status: response.statusCode ?? 0, text: Buffer.concat(chunks).toString() });
      });
    });
    request.on('error', reject);
    request.end(body);
  });
}

interface RawOptions {
  method?: string;
  headers?: Record<string, string>;
  body?: string;
}

const form = 'application/x-www-form-urlencoded';

test('no address reaches a file beside the release, the data or git', async () => {
  const secret = await readFile(join(world.dir, 'data/accounts.json'), 'utf8');
  const ups = ['..', '%2e%2e', '.%2e', '..%2f..', '%2e%2e%2f', '..%5c', '%c0%ae%c0%ae', '....//'];
  const targets = ['accounts.json', 'sessions.json', 'repository.git/HEAD', '.git/config'];
  for (const start of ['/', '/admin/', '/media/', '/_astro/', '/admin/quan-tri/']) {
    for (const up of ups) {
      for (const target of targets) {
        const path = `${start}${up}/${up}/${target}`;
        const { status, text } = await raw(path);
        expect([303, 400, 401, 404], path).toContain(status);
        expect(text.includes(secret) || text.includes('refs/heads'), path).toBe(false);
      }
    }
  }
});

test('a symbolic link in a draft is not followed', async () => {
  const work = join(world.dir, 'links');
  const bare = join(world.dir, 'data/repository.git');
  await gitIn(world.dir, 'clone', '--quiet', bare, work);
  await symlink('../../../accounts.json', join(work, 'content/articles/lien-ket.mdx'));
  await commitAll(work, 'Liên kết');
  await gitIn(work, 'push', '--quiet', 'origin', 'main:refs/heads/cms/article/lien-ket');
  const read = { ...key('lien-ket'), id: 'x', path: 'content/articles/lien-ket.mdx' };
  const reply = await world.cms('admin', 'unpublishedEntryDataFile', read);
  expect(JSON.stringify(reply.body)).not.toContain('argon2id');
  expect(reply.body).toMatchObject({ data: null });
});

test.each([
  '.git/config',
  '.git/hooks/post-update',
  'content/.git/config',
  'content/articles/.git/config.mdx',
  'content/articles/../../.git/config',
  'content\\articles\\bai.mdx',
  'content/articles/bai.mdx\0.mdx',
  '.gitattributes',
  '.github/workflows/x.yml',
  'package.json',
  'src/pages/x.astro',
])('the CMS neither reads nor writes %j', async (path) => {
  const save = saveOf('bai');
  save.dataFiles[0]!.path = path;
  expect((await world.cms('editor', 'persistEntry', save)).status).toBe(403);
  expect((await world.cms('editor', 'getEntry', { path })).status).toBe(403);
  expect((await world.cms('editor', 'getMediaFile', { path })).status).toBe(403);
  const assets = [{ path, content: png, encoding: 'base64' }];
  const picture = await world.cms('editor', 'persistEntry', saveOf('bai', {}, { assets }));
  expect(picture.status).toBe(422);
  const config = await readFile(join(world.dir, 'data/repository.git/config'), 'utf8');
  expect(config).not.toContain('summary');
});

test('a foreign host name is refused everywhere but on the public site', async () => {
  const { cookie } = await browserOf(world, 'admin');
  for (const host of ['evil.example', '127.0.0.1.evil.example', 'evil.example:4321', '[::]']) {
    for (const path of ['/api/me', '/api/v1', ...pages]) {
      const { status } = await raw(path, { headers: { host, cookie } });
      expect(status, `${host} ${path}`).toBe(421);
    }
    const body = 'old=a&new=b&again=b';
    const headers = { host, cookie, origin: `http://${host}`, 'content-type': form };
    const post = await raw('/admin/tai-khoan/mat-khau/', { method: 'POST', headers, body });
    expect(post.status, host).toBe(421);
  }
  // What a proxy claims as the host counts for nothing.
  const forwarded = { cookie, 'x-forwarded-host': '127.0.0.1', host: 'evil.example' };
  expect((await raw('/api/me', { headers: forwarded })).status).toBe(421);
});

/** Every address that changes something by a form. */
const forms = [
  '/admin/dang-nhap/',
  '/admin/dang-xuat/',
  '/admin/tai-khoan/mat-khau/',
  '/admin/tai-khoan/hai-buoc/bat/',
  '/admin/tai-khoan/hai-buoc/xac-nhan/',
  '/admin/tai-khoan/hai-buoc/tat/',
  '/admin/tai-khoan/phien/',
  '/admin/tai-khoan/phien/tat-ca/',
  '/admin/quan-tri/them/',
  '/admin/quan-tri/tai-khoan/an/quyen/',
  '/admin/quan-tri/tai-khoan/an/dong/',
  '/admin/quan-tri/tai-khoan/an/mo-lai/',
  '/admin/quan-tri/tai-khoan/an/mat-khau/',
  '/admin/quan-tri/tai-khoan/an/tat-hai-buoc/',
];

test.each(forms)('%s takes no form from elsewhere and changes nothing by GET', async (path) => {
  const { cookie } = await browserOf(world, 'admin');
  const { port } = new URL(world.url);
  const send = (headers: Record<string, string>) =>
    raw(path, {
      method: 'POST',
      headers: { cookie, 'content-type': form, ...headers },
      body: 'role=admin',
    });
  const before = await readFile(join(world.dir, 'data/accounts.json'), 'utf8');
  expect((await send({})).status).toBe(403);
  for (const origin of [
    'null',
    'https://evil.example',
    `http://127.0.0.1:${Number(port) + 1}`,
    `http://127.0.0.1.evil.example:${port}`,
    `http://localhost:${port}`,
  ]) {
    expect((await send({ origin })).status, origin).toBe(403);
  }
  for (const type of ['text/plain', 'multipart/form-data; boundary=x', 'application/json']) {
    expect((await send({ origin: world.url, 'content-type': type })).status, type).toBe(415);
  }
  expect([200, 404]).toContain((await raw(path, { headers: { cookie } })).status);
  expect(await readFile(join(world.dir, 'data/accounts.json'), 'utf8')).toBe(before);
  expect((await raw('/api/me', { headers: { cookie } })).status).toBe(200);
});

test('the API takes only JSON, and only from its own pages', async () => {
  const { cookie } = await browserOf(world, 'admin');
  const body = JSON.stringify({ action: 'unpublishedEntries', params: { branch: 'main' } });
  const send = (headers: Record<string, string>) =>
    raw('/api/v1', { method: 'POST', headers: { cookie, ...headers }, body });
  const json = 'application/json';
  expect((await send({ 'content-type': json, origin: world.url })).status).toBe(200);
  expect((await send({ 'content-type': json, origin: 'https://evil.example' })).status).toBe(403);
  for (const type of ['text/plain', form, 'text/plain; application/json', 'application/jsonx']) {
    expect((await send({ 'content-type': type, origin: world.url })).status, type).toBe(415);
  }
});

test('a session that was planted before the login is worth nothing after it', async () => {
  const planted = 'A'.repeat(43);
  const browser = new Browser(world);
  browser.cookie = `session=${planted}`;
  const { login } = people.otherEditor;
  const answer = await browser.logIn({ login, password: world.passwords.otherEditor });
  expect(answer.status).toBe(200);
  expect(browser.cookie).not.toContain(planted);
  const thief = new Browser(world);
  thief.cookie = `session=${planted}`;
  expect((await thief.get('/api/me')).status).toBe(401);
  // A session of one's own that was planted in somebody else's browser ends with the next login.
  const old = browser.cookie;
  await browser.logIn({ login: 'chi', password: world.passwords.approver });
  thief.cookie = old;
  expect((await thief.get('/api/me')).status).toBe(401);
});

test.each([
  ['the site has its address under https', { siteUrl: 'https://phuong.example' }, {}, true],
  [
    'the proxy that is trusted says so',
    { trustProxy: ['loopback'] },
    { 'x-forwarded-proto': 'https' },
    true,
  ],
  ['anybody says so', {}, { 'x-forwarded-proto': 'https' }, false],
  ['nobody says so', {}, {}, false],
])('the cookie is for the server alone; %s', async (_, options, said, isSecure) => {
  const named = await startWorld({ allowedHosts: new Set(['phuong.example']), ...options });
  try {
    const body = JSON.stringify({ login: 'an', password: named.passwords.editor });
    const headers = { 'content-type': 'application/json', host: 'phuong.example', ...said };
    const { hostname, port } = new URL(named.url);
    const cookie = await new Promise<string>((resolve, reject) => {
      const path = '/api/login';
      httpRequest({ hostname, port, path, method: 'POST', headers }, (response) => {
        response.resume();
        resolve(response.headers['set-cookie']?.join('\n') ?? '');
      })
        .on('error', reject)
        .end(body);
    });
    const [session, device, ...others] = cookie.split('\n');
    const way = `Path=/; HttpOnly;${isSecure ? ' Secure;' : ''} SameSite=Strict`;
    expect(session).toMatch(new RegExp(`^session=[\\w-]{43}; Max-Age=604800; ${way}$`));
    expect(device).toMatch(new RegExp(`^thiet-bi=[\\w-]{22}; Max-Age=34560000; ${way}$`));
    expect(others).toEqual([]);
  } finally {
    await named.close();
  }
});

test('bodies that are too large are refused before they are understood', async () => {
  const { cookie } = await browserOf(world, 'editor');
  const send = (path: string, type: string, size: number, withCookie = true) =>
    raw(path, {
      method: 'POST',
      headers: {
        ...(withCookie && { cookie }),
        origin: world.url,
        'content-type': type,
        'content-length': String(size),
      },
      body: 'x'.repeat(Math.min(size, 64 * 1024)),
    }).then(
      ({ status }) => status,
      // The server may close the connection while the rest is being sent.
      () => 413,
    );
  expect(await send('/api/login', 'application/json', 20_000)).toBe(413);
  expect(await send('/admin/dang-nhap/', form, 5000)).toBe(413);
  expect(await send('/admin/tai-khoan/mat-khau/', form, 5000)).toBe(413);
  expect(await send('/api/v1', 'application/json', 40 * 1024 * 1024)).toBe(413);
  expect(await send('/api/v1', 'application/json', 40 * 1024 * 1024, false)).toBe(401);
});

test.each([
  '---js\n{ title: require("fs") }\n---\n',
  '---javascript\n1\n---\n',
  '---json\n{}\n---\n',
])('a file that begins with %j is refused and never run', async (start) => {
  const save = saveOf('chay-lenh');
  save.dataFiles[0]!.raw = `${start}\nBài.\n`;
  const reply = await world.cms('editor', 'persistEntry', save);
  expect(reply.status).toBe(422);
  expect((await world.cms('editor', 'unpublishedEntry', key('chay-lenh'))).status).toBe(404);
});

test('code in a body is refused', async () => {
  for (const body of [
    'import fs from "node:fs"\n',
    'export const x = 1\n',
    '{process.exit(1)}\n',
    '<script>alert(1)</script>\n',
    '<img src="x" onerror="alert(1)" />\n',
    '[bấm](javascript:alert(1))\n',
  ]) {
    const save = saveOf('ma-doc');
    save.dataFiles[0]!.raw = file({ ...article, title: 'Mã độc' }, body);
    expect((await world.cms('editor', 'persistEntry', save)).status, body).toBe(422);
  }
});

const evil = `"><script>alert('x')</script><img src=x onerror=alert(1)>{{7*7}}`;

test('script in any field is shown as text on every page of the server', async () => {
  const saved = await world.cms(
    'editor',
    'persistEntry',
    saveOf('ten-doc', { title: evil.slice(0, 90), changeNote: evil, keyPoints: [evil, evil] }),
  );
  expect(saved.status, JSON.stringify(saved.body)).toBe(200);
  const move = { ...key('ten-doc'), note: evil, newStatus: 'pending_review' };
  await world.cms('editor', 'updateUnpublishedEntryStatus', move);
  const admin = await browserOf(world, 'admin');
  // A name with < or > is refused; quotes may stand in it.
  const named = { login: 'oanh', name: evil, role: 'editor' };
  expect((await admin.post('/admin/quan-tri/them/', named)).status).toBe(422);
  const quoted = { ...named, name: `O'Anh" onclick="alert(1)` };
  expect((await admin.post('/admin/quan-tri/them/', quoted)).status).toBe(200);
  const agent = new Browser(world, { 'user-agent': evil });
  await agent.logIn({ login: 'giang', password: world.passwords.admin });
  await agent.get(`/admin/quan-tri/tai-khoan/${encodeURIComponent(evil)}/`);
  const month = hanoiDay(new Date()).slice(0, 7);
  for (const path of [
    ...pages,
    `/admin/quan-tri/nhat-ky-${month}/`,
    '/admin/quan-tri/tai-khoan/oanh/',
    `/admin/quan-tri/tai-khoan/${encodeURIComponent(evil)}/`,
    `/admin/tai-khoan/?xong=${encodeURIComponent(evil)}`,
    `/admin/dang-nhap/?ve=${encodeURIComponent(evil)}`,
    '/admin/duyet/',
    '/admin/duyet/article/ten-doc/',
    '/admin/cua-toi/',
    '/admin/da-dang/',
  ]) {
    const { text } = await admin.get(path);
    expect(text, path).not.toMatch(/<script>|<img src=x|" onclick=/);
  }
});

test('pages and API say that nothing of them is kept, framed or sniffed', async () => {
  const admin = await browserOf(world, 'admin');
  for (const path of [...pages, '/api/me', '/admin/quan-tri/khong-co/']) {
    const { headers } = await admin.get(path);
    expect(headers.get('cache-control'), path).toBe('no-store');
    expect(headers.get('x-content-type-options'), path).toBe('nosniff');
    expect(headers.get('referrer-policy'), path).toBe('same-origin');
    expect(headers.get('content-security-policy'), path).toMatch(/default-src 'none'/);
    expect(headers.get('content-security-policy'), path).toMatch(/frame-ancestors 'none'/);
  }
  for (const path of pages) {
    const policy = (await admin.get(path)).headers.get('content-security-policy')!;
    expect(policy).not.toMatch(/unsafe|\*|https?:/);
  }
});

test('a login leads on only within this server', async () => {
  const { login } = people.otherApprover;
  for (const ve of [
    'https://evil.example',
    '//evil.example',
    '/\\evil.example',
    '/\t/evil.example',
  ]) {
    const browser = new Browser(world);
    const password = world.passwords.otherApprover;
    const answer = await browser.post('/admin/dang-nhap/', { login, password, ve });
    expect(answer.status).toBe(303);
    const to = new URL(answer.headers.get('location')!, world.url);
    expect(to.origin, ve).toBe(world.url);
  }
});

test('no password, token or code stands in the record, the log or git', async () => {
  const guess = 'mat-khau-go-nham-vao-o-ten';
  await new Browser(world).logIn({ login: guess, password: guess });
  const browser = await browserOf(world, 'editor');
  const month = hanoiDay(new Date()).slice(0, 7);
  const audit = await readFile(join(world.dir, `data/audit/${month}.jsonl`), 'utf8');
  const sessions = await readFile(join(world.dir, 'data/sessions.json'), 'utf8');
  const log = errors.join('');
  const messages = await world.git('log', '--all', '--format=%B%an%ae');
  const token = browser.cookie.split('=')[1]!;
  for (const secret of [...Object.values(world.passwords), token, guess]) {
    for (const text of [audit, sessions, log, messages]) expect(text).not.toContain(secret);
  }
  expect(audit).toContain('không có tên này');
  const open = (await readdir(join(world.dir, 'data'))).filter((name) => name.endsWith('.tmp'));
  expect(open).toEqual([]);
});
