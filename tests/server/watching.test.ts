import { afterAll, beforeAll, expect, test } from 'vitest';
import { saveOf, startWorld, type World } from './harness.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.close());

test('the server says that it lives and that it is ready', async () => {
  expect(await world.request('/healthz')).toMatchObject({ status: 200, body: 'ok\n' });
  expect(await world.request('/readyz')).toMatchObject({ status: 200, body: 'ok\n' });
});

test('the figures count what was done, and name nobody', async () => {
  await world.cms('editor', 'persistEntry', saveOf('do-luong'));
  await world.request('/khong-co-trang-nay/?k=zalo');
  await world.services.publisher.rebuild();
  const { body } = await world.request('/metrics');
  const text = String(body);
  expect(text).toContain('cms_actions_total{action="persistEntry"} 1');
  expect(text).toContain('http_requests_total{part="site",method="GET",status="404"} 1');
  expect(text).toContain('drafts{status="draft"} 1');
  expect(text).toContain('build_seconds_count{outcome="ok"} 1');
  expect(text).toContain('problem{of="disk"} 0');
  expect(text).toMatch(/data_free_bytes \d+/);
  for (const private_ of ['khong-co-trang', 'zalo', '127.0.0.1', 'do-luong', '"an"']) {
    expect(text).not.toContain(private_);
  }
});

test('what comes through the web server in front is told nothing', async () => {
  for (const path of ['/healthz', '/readyz', '/metrics']) {
    const headers = { 'x-forwarded-for': '203.0.113.7' };
    expect((await world.request(path, { headers })).status, path).toBe(404);
  }
});
