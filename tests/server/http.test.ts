import { mkdir, writeFile } from 'node:fs/promises';
import { request as httpRequest } from 'node:http';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { containing, startWorld, type World } from './harness.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.close());

const cookieIn = (reply: { headers: Headers }) => reply.headers.get('set-cookie') ?? '';

test('login gives a strict cookie, me says who, logout ends it', async () => {
  const body = { login: 'AN', password: world.passwords.editor };
  const reply = await world.request('/api/login', { body });
  expect(reply).toMatchObject({ status: 200, body: { login: 'an', name: 'Nguyễn Văn An' } });
  expect(cookieIn(reply)).toMatch(/^session=[\w-]{43}; .*Path=\/; HttpOnly; SameSite=Strict$/);
  const headers = { cookie: cookieIn(reply).split(';')[0]! };
  expect((await world.request('/api/me', { headers })).body).toEqual({
    login: 'an',
    name: 'Nguyễn Văn An',
    role: 'editor',
    axes: [],
  });
  // Logging in again gives another token and ends the first: nothing to fix a session to.
  const again = await world.request('/api/login', { body, headers });
  expect(cookieIn(again).split(';')[0]).not.toBe(headers.cookie);
  expect((await world.request('/api/me', { headers })).status).toBe(401);
  const fresh = { cookie: cookieIn(again).split(';')[0]! };
  expect((await world.request('/api/logout', { body: {}, headers: fresh })).status).toBe(200);
  expect((await world.request('/api/me', { headers: fresh })).status).toBe(401);
});

test('without a session nothing is answered, in Vietnamese', async () => {
  for (const path of ['/api/me', '/api/v1']) {
    const options =
      path === '/api/v1' ? { body: { action: 'unpublishedEntries', params: {} } } : {};
    expect(await world.request(path, options)).toMatchObject({
      status: 401,
      body: { code: 'not-logged-in', error: containing('Hãy đăng nhập lại') },
    });
  }
  const forged = { cookie: `session=${'x'.repeat(43)}` };
  expect((await world.request('/api/me', { headers: forged })).status).toBe(401);
});

test('wrong passwords are slowed down, for that account', async () => {
  const body = { login: 'giang', password: 'sai' };
  for (let i = 0; i < 5; i += 1) {
    expect((await world.request('/api/login', { body })).status).toBe(401);
  }
  expect(await world.request('/api/login', { body })).toMatchObject({
    status: 429,
    body: { code: 'too-many-logins', error: containing('giây') },
  });
  const right = { login: 'chi', password: world.passwords.approver };
  expect((await world.request('/api/login', { body: right })).status).toBe(200);
});

/** With exactly these headers: `fetch` has its own mind about Host and conditional requests. */
function rawStatus(path: string, headers: Record<string, string>): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    httpRequest(new URL(path, world.url), { headers }, (response) => {
      response.resume();
      resolve(response.statusCode);
    })
      .on('error', reject)
      .end();
  });
}

test('a foreign host name is refused', async () => {
  expect(await rawStatus('/api/me', { host: 'evil.example' })).toBe(421);
  expect(await rawStatus('/api/me', { host: '127.0.0.1.evil.example' })).toBe(421);
  expect(await rawStatus('/api/me', {})).toBe(401);
});

test('a change from another site, or in a form, is refused', async () => {
  const body = { login: 'an', password: world.passwords.editor };
  for (const origin of ['https://evil.example', 'null', 'http://127.0.0.1:1']) {
    const reply = await world.request('/api/login', { body, headers: { origin } });
    expect(reply, origin).toMatchObject({ status: 403, body: { code: 'wrong-origin' } });
  }
  const own = await world.request('/api/login', { body, headers: { origin: world.url } });
  expect(own.status).toBe(200);
  for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data']) {
    const reply = await world.request('/api/logout', { body, headers: { 'content-type': type } });
    expect(reply, type).toMatchObject({ status: 415, body: { code: 'not-json' } });
  }
});

test('bodies that are too large or no JSON get a clear answer', async () => {
  const large = { login: 'an', password: 'x'.repeat(20_000) };
  expect(await world.request('/api/login', { body: large })).toMatchObject({
    status: 413,
    body: { error: containing('quá lớn') },
  });
  const response = await fetch(`${world.url}/api/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{',
  });
  expect(response.status).toBe(400);
  expect(await response.json()).toMatchObject({ error: 'Yêu cầu không đúng dạng.' });
  expect(await world.request('/api/khong-co')).toMatchObject({
    status: 404,
    body: { code: 'no-route' },
  });
});

test('the site: clean addresses, its own 404, nothing beside the release', async () => {
  expect(await world.request('/')).toMatchObject({ status: 200, body: containing('Trang chủ') });
  expect((await world.request('/bai-viet/dich-vu-cong/')).status).toBe(200);
  const bare = await world.request('/bai-viet/dich-vu-cong?a=1');
  expect(bare.status).toBe(301);
  expect(bare.headers.get('location')).toBe('/bai-viet/dich-vu-cong/?a=1');
  for (const path of [
    '/khong-co/',
    '/..%2f..%2faccounts.json',
    '/%2e%2e/x',
    '/.git/config',
    '//evil.example',
    '/%00',
  ]) {
    expect(await world.request(path), path).toMatchObject({
      status: 404,
      body: containing('Không có trang này'),
    });
  }
});

test('caching and policies', async () => {
  const page = await world.request('/');
  expect(page.headers.get('cache-control')).toBe('no-cache');
  expect(page.headers.get('etag')).toBeTruthy();
  expect(page.headers.get('content-security-policy')).toBe(
    "form-action 'self';frame-ancestors 'none'",
  );
  const etag = page.headers.get('etag')!;
  expect(await rawStatus('/', { 'if-none-match': etag })).toBe(304);
  const style = await world.request('/_astro/a.abcdef12.css');
  expect(style.headers.get('cache-control')).toContain('immutable');
  expect(style.headers.get('content-security-policy')).toContain("script-src 'none'");
  const admin = await world.request('/admin/');
  expect(admin.headers.get('content-security-policy')).toMatch(/^default-src 'none'.*blob:/);
  const api = await world.request('/api/me');
  expect(api.headers.get('cache-control')).toBe('no-store');
});

test('the archive of a share kit is packed when somebody asks for it', async () => {
  const { dir } = world.services.builder.releases[0]!;
  await mkdir(join(dir, 'chia-se/ab3cd'), { recursive: true });
  await writeFile(join(dir, 'anh.png'), 'ảnh');
  const parts = [
    { name: 'anh.png', address: '/anh.png' },
    { name: 'loi.txt', text: 'Lời đăng' },
  ];
  await writeFile(join(dir, 'chia-se/ab3cd/bo-chia-se.recipe.json'), JSON.stringify(parts));
  const reply = await fetch(new URL('/chia-se/ab3cd/bo-chia-se.zip', world.url));
  expect(reply.headers.get('content-type')).toBe('application/zip');
  const files = unzipSync(new Uint8Array(await reply.arrayBuffer()));
  const texts = Object.entries(files).map(([name, bytes]) => [name, Buffer.from(bytes).toString()]);
  expect(Object.fromEntries(texts)).toEqual({ 'anh.png': 'ảnh', 'loi.txt': 'Lời đăng' });
  for (const none of [
    '/chia-se/khong/bo-chia-se.zip',
    '/chia-se/..%2f/bo-chia-se.zip',
    '/bo-chia-se.zip',
  ]) {
    expect((await fetch(new URL(none, world.url))).status, none).toBe(404);
  }
});
