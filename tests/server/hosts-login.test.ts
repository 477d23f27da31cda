/** GitHub's login, against a small GitHub on this machine. */
import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import rateLimit from '@fastify/rate-limit';
import fastify, { type FastifyInstance } from 'fastify';
import { createHash } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { runInNewContext } from 'node:vm';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { addHostRoutes } from '#admin/server/hosts/routes.ts';
import { readHostSettings } from '#admin/server/hosts/setting.ts';
import { apiPolicy } from '#admin/server/http/policies.ts';

const site = 'https://phuong.example';
const token = 'gho_</script>bi-mat';

let gitHub: FastifyInstance;
let app: FastifyInstance;
let asked: unknown[] = [];

beforeAll(async () => {
  gitHub = fastify();
  gitHub.post('/login/oauth/access_token', (request, reply) => {
    asked.push(request.body);
    const { code } = request.body as { code: string };
    if (code === 'hong') return reply.code(502).send('<html>');
    return code === 'dung' ? { access_token: token } : { error: 'bad_verification_code' };
  });
  await gitHub.listen({ host: '127.0.0.1', port: 0 });
  const { port } = gitHub.server.address() as AddressInfo;

  app = fastify();
  await app.register(cookie);
  await app.register(helmet, apiPolicy);
  await app.register(rateLimit, { global: false });
  await addHostRoutes(app, {
    allowedHosts: new Set(['phuong.example']),
    hosts: readHostSettings({
      CMS_BACKEND: `github:http://127.0.0.1:${port}/phuong/trang`,
      SITE_URL: site,
      GITHUB_CLIENT_ID: 'ma-ung-dung',
      GITHUB_CLIENT_SECRET: 'bi-mat-ung-dung',
      GITHUB_SCOPE: 'public_repo',
    }),
  });
});
beforeEach(() => {
  asked = [];
});
afterAll(async () => {
  await app.close();
  await gitHub.close();
});

const get = (url: string, headers: Record<string, string> = {}) =>
  app.inject({ url, headers: { host: 'phuong.example', ...headers } });

/** Goes to `/auth` and back with this code, as a browser does. */
async function logIn(query: Record<string, string>) {
  const start = await get('/auth?provider=github&scope=admin:org');
  const state = new URL(start.headers.location!).searchParams.get('state')!;
  const headers = { cookie: `github-login=${start.cookies[0]!.value}` };
  const answer = await get(`/callback?${new URLSearchParams({ state, ...query })}`, headers);
  return { start, state, answer };
}

test('the editor’s window goes to GitHub with our scope, whatever the address asks for', async () => {
  const { start, state } = await logIn({ code: 'dung' });
  const address = new URL(start.headers.location!);
  expect(start.statusCode).toBe(302);
  expect(address.pathname).toBe('/login/oauth/authorize');
  expect(Object.fromEntries(address.searchParams)).toEqual({
    client_id: 'ma-ung-dung',
    redirect_uri: `${site}/callback`,
    scope: 'public_repo',
    state,
  });
  expect(start.cookies[0]).toMatchObject({
    value: state,
    httpOnly: true,
    sameSite: 'Lax',
    secure: true,
    path: '/callback',
    maxAge: 600,
  });
  expect(start.headers['cache-control']).toBe('no-store');
});

test('the code becomes a token, in the page alone, under a policy that allows that one script', async () => {
  const { answer } = await logIn({ code: 'dung' });
  expect(answer.statusCode).toBe(200);
  expect(asked).toEqual([
    {
      client_id: 'ma-ung-dung',
      client_secret: 'bi-mat-ung-dung',
      code: 'dung',
      redirect_uri: `${site}/callback`,
    },
  ]);
  const { result, script } = partsOf(answer.body);
  expect(result.message).toBe(
    `authorization:github:success:${JSON.stringify({ token, provider: 'github' })}`,
  );
  expect(answer.body).not.toContain('bi-mat-ung-dung');
  const hash = createHash('sha256').update(script).digest('base64');
  expect(answer.headers).toMatchObject({
    'content-security-policy': `default-src 'none';script-src 'sha256-${hash}';base-uri 'none';form-action 'none';frame-ancestors 'none'`,
    'cross-origin-opener-policy': 'unsafe-none',
    'referrer-policy': 'no-referrer',
    'cache-control': 'no-store',
  });
  expect(answer.cookies[0]).toMatchObject({ name: 'github-login', value: '' });
});

test('a state that is not this browser’s gets no token, and GitHub is not asked', async () => {
  const { state } = await logIn({ code: 'sai' });
  asked = [];
  for (const headers of [{}, { cookie: `github-login=${'x'.repeat(43)}` }]) {
    const answer = await get(`/callback?code=dung&state=${state}`, headers);
    expect(answer.statusCode).toBe(403);
    expect(partsOf(answer.body).result.message).toMatch(/^authorization:github:error:.*không khớp/);
  }
  expect((await get('/callback?state=&code=dung', { cookie: 'github-login=' })).statusCode).toBe(
    403,
  );
  expect(asked).toEqual([]);
});

test.each([
  [{ error: 'access_denied' }, 'chưa cho phép'],
  [{ code: 'sai' }, 'bad_verification_code'],
  [{ code: 'hong' }, 'Hãy thử lại'],
  [{ error: '"><script>' }, '&quot;&gt;&lt;script&gt;'],
])('what goes wrong is said to the editor: %o', async (query, words) => {
  const { answer } = await logIn(query);
  expect(answer.statusCode).toBe(403);
  expect(answer.body).toContain(words);
  expect(answer.body).not.toContain(token);
});

test('the window speaks with the CMS’s page alone', async () => {
  const { answer } = await logIn({ code: 'dung' });
  const { result, script } = partsOf(answer.body);
  const sent: [unknown, string][] = [];
  const opener = {
    postMessage: (message: unknown, origin: string) => sent.push([message, origin]),
  };
  let receive: (event: object) => void = () => undefined;
  const window = {
    opener,
    addEventListener: (_name: string, listener: typeof receive) => {
      receive = listener;
    },
  };
  const element = { textContent: JSON.stringify(result), remove: () => undefined };
  runInNewContext(script, { window, document: { getElementById: () => element }, JSON });

  const hello = 'authorizing:github';
  expect(sent).toEqual([[hello, site]]);
  receive({ data: hello, origin: 'https://evil.example', source: opener });
  receive({ data: hello, origin: site, source: {} });
  receive({ data: 'khác', origin: site, source: opener });
  expect(sent).toHaveLength(1);
  receive({ data: hello, origin: site, source: opener });
  expect(sent[1]).toEqual([result.message, site]);
});

test('a foreign host name is refused', async () => {
  expect((await get('/auth', { host: 'evil.example' })).statusCode).toBe(421);
  expect((await get('/callback', { host: 'evil.example' })).statusCode).toBe(421);
});

test('attempts are slowed down', async () => {
  let status = 0;
  for (let i = 0; i < 31; i += 1) status = (await get('/callback?state=x')).statusCode;
  expect(status).toBe(429);
});

function partsOf(page: string) {
  const [, data = '', script = ''] =
    /<script type="application\/json"[^>]*>([^<]*)<\/script>\s*<script>([^]*?)<\/script>/.exec(
      page,
    ) ?? [];
  return { result: JSON.parse(data) as { origin: string; message: string }, script };
}
