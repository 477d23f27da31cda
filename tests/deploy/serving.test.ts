/** The same requests, whoever serves a release: this server, nginx, Caddy. */
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { get, type IncomingMessage } from 'node:http';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fileHeader, pageHeader } from '#admin/server/http/policies.ts';
import { caching } from '#admin/server/http/serving.ts';
import { containing, startWorld, type World } from '#tests/server/harness.ts';
import { installedFronts, startFront, type Front } from '#tests/support/front-server.ts';

const page = (text: string) => `<!doctype html><meta charset="utf-8"><p>${text}</p>`;
const release = {
  'index.html': page('Trang chủ'),
  '404.html': page('Không có trang này'),
  'bai-viet/mot/index.html': page('Bài một'),
  'd/ab3cd/index.html': '<meta http-equiv="refresh" content="0; url=/bai-viet/mot/">',
  'rss.xml': '<?xml version="1.0"?><rss/>',
  'manifest.webmanifest': '{}',
  'robots.txt': 'User-agent: *',
  'anh/a.png': 'ảnh',
  'fonts/a.woff2': 'phông',
  '_astro/a.Bx12.css': 'p{}',
  'tim/0123456789/core.json': '{}',
  'api/noi-dung/v1/index.json': '{"ten":"Phường"}',
  'chia-se/ab3cd/bo-chia-se.recipe.json': '[{"name":"a.txt","text":"Một"}]',
  '.env': 'bí mật',
};

/** `place` is where a redirect leads, `policy` what the header says beside the page itself. */
interface Expected {
  path: string;
  status: number;
  type?: RegExp;
  caching?: string;
  policy?: string;
  place?: RegExp;
  text?: string;
}

const table: Expected[] = [
  {
    path: '/',
    status: 200,
    type: /^text\/html; ?charset=utf-8$/i,
    caching: caching.other,
    policy: pageHeader,
    text: 'Trang chủ',
  },
  { path: '/bai-viet/mot/', status: 200, caching: caching.other, text: 'Bài một' },
  { path: '/bai-viet/mot/?k=zalo', status: 200, text: 'Bài một' },
  { path: '/bai-viet/mot?k=zalo', status: 301, place: /\/bai-viet\/mot\/\?k=zalo$/ },
  { path: '/d/ab3cd/?k=qr', status: 200, text: 'url=/bai-viet/mot/' },
  {
    path: '/khong-co/',
    status: 404,
    type: /^text\/html/,
    caching: caching.other,
    policy: pageHeader,
    text: 'Không có trang này',
  },
  { path: '/bai-viet/', status: 404, text: 'Không có trang này' },
  { path: '/kh%C3%B4ng', status: 404 },
  { path: '/.env', status: 404 },
  { path: '/rss.xml', status: 200, type: /xml/ },
  { path: '/robots.txt', status: 200, type: /^text\/plain; ?charset=utf-8$/i },
  { path: '/manifest.webmanifest', status: 200, type: /^application\/manifest\+json/ },
  {
    path: '/anh/a.png',
    status: 200,
    type: /^image\/png$/,
    caching: caching.other,
    policy: fileHeader,
  },
  { path: '/fonts/a.woff2', status: 200, type: /^font\/woff2$/, caching: caching.steady },
  { path: '/_astro/a.Bx12.css', status: 200, type: /^text\/css/, caching: caching.hashed },
  { path: '/_astro/khong.Bx12.css', status: 404 },
  { path: '/tim/0123456789/core.json', status: 200, caching: caching.hashed },
  { path: '/api/noi-dung/v1/index.json', status: 200, type: /^application\/json/, text: 'Phường' },
  { path: '/chia-se/ab3cd/bo-chia-se.zip', status: 200, type: /^application\/zip$/ },
  { path: '/in/article/khong-a4.pdf', status: 404 },
  { path: '/api/me', status: 401, type: /^application\/json/ },
  { path: '/admin/cua-toi/', status: 303 },
];

let world: World;
beforeAll(async () => {
  world = await startWorld();
  const [current] = world.services.builder.releases;
  for (const [path, text] of Object.entries(release)) {
    const file = join(current!.dir, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
    if (path === 'index.html') await writeFile(`${file}.gz`, gzipSync(text));
  }
});
afterAll(async () => {
  await world.close();
});

const fronts = Object.fromEntries(
  installedFronts.map((name) => [
    name,
    () => {
      const port = Number(new URL(world.url).port);
      return startFront(name, { dataDir: join(world.dir, 'data'), port });
    },
  ]),
);
const servers: Record<string, () => Promise<Front>> = {
  'the editorial server': () => Promise.resolve({ url: world.url, stop: () => Promise.resolve() }),
  ...fronts,
};

describe.each(Object.keys(servers))('%s', (name) => {
  let served: Front;
  beforeAll(async () => {
    served = await servers[name]!();
  });
  afterAll(() => served.stop());

  const ask = (path: string, headers: Record<string, string> = {}) =>
    fetch(served.url + path, { redirect: 'manual', headers });

  test.each(table)('$path', async ({ path, status, type, caching, policy, place, text }) => {
    const reply = await ask(path);
    const body = await reply.text();
    expect(reply.status, body).toBe(status);
    if (type) expect(reply.headers.get('content-type')).toMatch(type);
    if (caching) expect(reply.headers.get('cache-control')).toBe(caching);
    if (policy) expect(reply.headers.get('content-security-policy')).toBe(policy);
    if (place) expect(reply.headers.get('location')).toMatch(place);
    if (text) expect(body).toContain(text);
    if (status === 301) return;
    expect(reply.headers.get('x-content-type-options')).toBe('nosniff');
    // Said once: two values would be two rules.
    expect(reply.headers.get('referrer-policy')).toBe('same-origin');
    const readers = path.startsWith('/api/noi-dung/') ? '*' : null;
    expect(reply.headers.get('access-control-allow-origin')).toBe(readers);
  });

  test('a page comes packed as the build packed it, and is not sent again unchanged', async () => {
    const packed = await ask('/', { 'accept-encoding': 'gzip' });
    expect(packed.headers.get('content-encoding')).toBe('gzip');
    expect(await packed.text()).toContain('Trang chủ');
    const etag = packed.headers.get('etag')!;
    // `fetch` would add that it wants no answer from a cache.
    const headers = { 'accept-encoding': 'gzip', 'if-none-match': etag };
    const again = await new Promise<IncomingMessage>((resolve, reject) => {
      get(served.url, { headers }, resolve).on('error', reject);
    });
    again.resume();
    expect(again.statusCode).toBe(304);
  });

  test('another release is served from one request to the next', async () => {
    const [current] = world.services.builder.releases;
    const next = {
      commit: '0'.repeat(40),
      dir: join(dirname(current!.dir), `${'0'.repeat(40)}-7`),
    };
    await mkdir(next.dir);
    await writeFile(join(next.dir, 'index.html'), page('Bản mới'));
    await world.services.builder.activate(next);
    expect(await (await ask('/')).text()).toContain('Bản mới');
    // A page of before that is still open finds its files.
    expect((await ask('/_astro/a.Bx12.css')).status).toBe(200);
    await world.services.builder.activate(current!);
    await rm(next.dir, { recursive: true, maxRetries: 9 });
    expect(await (await ask('/')).text()).toContain('Trang chủ');
  });
});

describe.each(installedFronts)('%s on a machine that serves the site alone', (name) => {
  let served: Front;
  beforeAll(async () => {
    const dataDir = join(world.dir, 'data');
    // No editorial server listens there.
    served = await startFront(name, { dataDir, port: 1, siteDir: join(dataDir, 'releases') });
  });
  afterAll(() => served.stop());

  test.each([
    ['/', 200, 'Trang chủ'],
    ['/bai-viet/mot/?k=zalo', 200, 'Bài một'],
    ['/_astro/a.Bx12.css', 200, 'p{}'],
    ['/api/noi-dung/v1/index.json', 200, 'Phường'],
    ['/_astro/khong.Bx12.css', 404, 'Không có trang này'],
    ['/in/article/khong-a4.pdf', 404, 'Không có trang này'],
    ['/admin/', 404, 'Không có trang này'],
    ['/api/me', 404, 'Không có trang này'],
  ])('%s', async (path, status, text) => {
    const reply = await fetch(served.url + path);
    expect([reply.status, await reply.text()]).toEqual([status, containing(text)]);
    expect(reply.headers.get('x-content-type-options')).toBe('nosniff');
  });
});
