/** One setting chooses the CMS's back end: read on the server, served to the browser, made Decap's. */
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { decapBackend, fetchBackendSetting, behindHost } from '#admin/app/hosts.ts';
import type { Host } from '#admin/host.ts';
import { cmsPolicy } from '#admin/server/hosts/policy.ts';
import { readHostSettings } from '#admin/server/hosts/setting.ts';
import { startWorld, type World } from './harness.ts';

const gitHub = {
  CMS_BACKEND: 'github:phuong/trang',
  SITE_URL: 'https://phuong.example/',
  GITHUB_CLIENT_ID: 'id',
  GITHUB_CLIENT_SECRET: 'bi-mat',
};
const pageOrigin = 'https://phuong.example';

const backendOf = (env: Record<string, string>) => {
  const { backend } = readHostSettings(env);
  if (backend.name === 'server') throw new Error('No host');
  return decapBackend(backend, pageOrigin);
};

describe('the setting', () => {
  test('without one, the editorial server is the back end', () => {
    expect(readHostSettings({})).toEqual({ backend: { name: 'server' } });
    expect(readHostSettings({ CMS_BACKEND: 'server' })).toEqual({ backend: { name: 'server' } });
  });

  test('GitHub: the helper is this server, and its secret stays out of what is served', () => {
    const { backend, gitHubLogin } = readHostSettings(gitHub);
    expect(gitHubLogin).toMatchObject({
      scope: 'repo',
      siteOrigin: 'https://phuong.example',
      callback: 'https://phuong.example/callback',
    });
    expect(JSON.stringify(backend)).not.toContain('bi-mat');
    expect(decapBackend(backend as Host, pageOrigin)).toEqual({
      name: 'github',
      repo: 'phuong/trang',
      branch: 'main',
      api_root: 'https://api.github.com',
      base_url: pageOrigin,
      auth_endpoint: 'auth',
      review_place: { host: 'GitHub', address: 'https://github.com/phuong/trang/pulls' },
    });
  });

  test('GitHub: the helper may stand elsewhere, and the host may be the city’s own', () => {
    const env = {
      CMS_BACKEND: 'github:https://git.thanh-pho.example/phuong/trang',
      CMS_LOGIN_URL: 'https://dang-nhap.example/',
    };
    expect(readHostSettings(env).gitHubLogin).toBeUndefined();
    expect(backendOf(env)).toMatchObject({
      api_root: 'https://git.thanh-pho.example/api/v3',
      base_url: 'https://dang-nhap.example',
    });
    const helper = readHostSettings({ ...gitHub, CMS_LOGIN_URL: 'https://dang-nhap.example' });
    expect(helper.gitHubLogin).toMatchObject({
      siteOrigin: 'https://phuong.example',
      callback: 'https://dang-nhap.example/callback',
    });
  });

  test('GitLab and Forgejo log in by PKCE, with a public id', () => {
    const gitLab = { CMS_BACKEND: 'gitlab:phuong/nhom/trang', CMS_APP_ID: 'a1' };
    expect(backendOf({ ...gitLab, CMS_BRANCH: 'phat-hanh' })).toEqual({
      name: 'gitlab',
      repo: 'phuong/nhom/trang',
      branch: 'phat-hanh',
      api_root: 'https://gitlab.com/api/v4',
      base_url: 'https://gitlab.com',
      auth_type: 'pkce',
      app_id: 'a1',
      review_place: {
        host: 'GitLab',
        address: 'https://gitlab.com/phuong/nhom/trang/-/merge_requests',
      },
    });
    const forgejo = { CMS_BACKEND: 'forgejo:https://git.example/phuong/trang', CMS_APP_ID: 'b2' };
    expect(backendOf(forgejo)).toEqual({
      name: 'forgejo',
      repo: 'phuong/trang',
      branch: 'main',
      api_root: 'https://git.example/api/v1',
      app_id: 'b2',
      review_place: { host: 'Forgejo', address: 'https://git.example/phuong/trang/pulls' },
    });
  });

  test.each([
    [{ CMS_BACKEND: 'bitbucket:a/b' }, 'CMS_BACKEND=bitbucket:a/b'],
    [{ CMS_BACKEND: 'github:a' }, 'CMS_BACKEND=github:a'],
    [{ CMS_BACKEND: 'github:a/../b' }, 'không đúng dạng'],
    [{ CMS_BACKEND: 'forgejo:a/b', CMS_APP_ID: 'x' }, 'không đúng dạng'],
    [{ CMS_BACKEND: 'forgejo:http://git.example/a/b', CMS_APP_ID: 'x' }, 'https://'],
    [{ CMS_BACKEND: 'gitlab:a/b' }, 'CMS_APP_ID'],
    [{ CMS_BACKEND: 'github:a/b' }, 'GITHUB_CLIENT_ID'],
    [{ ...gitHub, GITHUB_CLIENT_SECRET: '' }, 'GITHUB_CLIENT_SECRET'],
    [{ ...gitHub, SITE_URL: '' }, 'SITE_URL'],
    [{ ...gitHub, SITE_URL: 'http://phuong.example' }, 'SITE_URL'],
    [{ ...gitHub, GITHUB_SCOPE: 'admin:org' }, 'GITHUB_SCOPE'],
    [{ ...gitHub, CMS_BRANCH: '-x' }, 'CMS_BRANCH'],
  ])('a wrong one is named: %o', (env, words) => {
    expect(() => readHostSettings(env)).toThrow(words);
  });
});

test('on a host, nothing in the CMS publishes or deletes past a review, or asks for notes', () => {
  expect(behindHost([{ name: 'article', delete: true, editor: { notes: true } }])).toEqual([
    { name: 'article', delete: false, publish: false, editor: { notes: false } },
  ]);
});

describe('the page’s policy', () => {
  const policyOf = (env: Record<string, string>) => {
    const policy = cmsPolicy(readHostSettings(env));
    const { directives } = policy.contentSecurityPolicy;
    return { ...policy, connect: directives['connect-src'] };
  };

  test('with the editorial server nothing but the site is reached', () => {
    const policy = policyOf({});
    expect(policy.connect).toEqual(["'self'", 'blob:']);
    expect(policy).not.toHaveProperty('crossOriginOpenerPolicy');
  });

  test('a host is reached at its API alone; GitHub’s login window can answer', () => {
    const policy = policyOf(gitHub);
    expect(policy.connect).toContain('https://api.github.com');
    expect(policy).toMatchObject({
      crossOriginOpenerPolicy: { policy: 'same-origin-allow-popups' },
    });
    const forgejo = policyOf({ CMS_BACKEND: 'forgejo:https://git.example/a/b', CMS_APP_ID: 'x' });
    expect(forgejo.connect).toEqual(["'self'", 'blob:', 'https://git.example']);
    expect(forgejo).not.toHaveProperty('crossOriginOpenerPolicy');
  });
});

describe('the served setting', () => {
  let world: World;
  beforeAll(async () => {
    world = await startWorld();
  });
  afterAll(() => world.close());

  test('says which back end it is, to everybody, and nothing else', async () => {
    const reply = await world.request('/admin/backend.json');
    expect(reply).toMatchObject({ status: 200, body: { name: 'server' } });
    expect(reply.headers.get('cache-control')).toBe('no-cache');
  });

  test('without a host there is no login helper', async () => {
    expect((await world.request('/auth')).status).toBe(404);
    expect((await world.request('/callback?code=x&state=y')).status).toBe(404);
  });

  test('the browser reads it; a static site without one has the editorial server', async () => {
    const answer = vi.spyOn(globalThis, 'fetch');
    const host = { name: 'gitlab', origin: 'https://gitlab.com' };
    answer.mockResolvedValueOnce(Response.json(host));
    expect(await fetchBackendSetting()).toEqual(host);
    answer.mockResolvedValueOnce(new Response('', { status: 404 }));
    expect(await fetchBackendSetting()).toEqual({ name: 'server' });
    answer.mockResolvedValueOnce(new Response('', { status: 502 }));
    await expect(fetchBackendSetting()).rejects.toThrow('502');
    answer.mockRestore();
  });
});
