/** A server that has served nothing yet serves pages first; and one whose address was changed builds them anew. */
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { BuildCommand } from '#admin/server/build/builder.ts';
import { openServices } from '#admin/server/services.ts';
import { readTarget } from '#admin/release/target.ts';
import { fakeBuild } from '#tests/support/fake-build.ts';
import { makeCheckout, startWorld } from './harness.ts';

const program = `
const fs = require('node:fs');
const [out] = process.argv.slice(1);
fs.mkdirSync(out + '/anh', { recursive: true });
fs.writeFileSync(out + '/index.html', '<h1>Trang chủ</h1>');
fs.writeFileSync(out + '/404.html', '<h1>Không có trang này</h1>');
if (!process.env.BUILD_PAGES_FIRST) fs.writeFileSync(out + '/anh/a.png', 'ảnh');
`;
const wait = { timeout: 30_000 };

async function folder(): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), 'pages-first-'));
  onTestFinished(() => rm(dir, { recursive: true, force: true, maxRetries: 9 }));
  return dir;
}

test('pages are served first; files are told to come, go nowhere else before, and then come', async () => {
  const other = join(await folder(), 'noi-khac');
  let fails = false;
  const buildCommand: BuildCommand = (_, outDir) => ({
    file: process.execPath,
    args: ['-e', fails ? 'process.exit(1)' : program, outDir],
  });
  const world = await startWorld({ buildCommand, releaseTargets: [readTarget(`file://${other}`)] });
  onTestFinished(() => world.close());
  const { services } = world;
  const before = services.builder.releases;
  await services.publisher.servePages();
  expect((await world.request('/')).status).toBe(200);
  const picture = await world.request('/anh/a.png');
  expect(picture.status).toBe(503);
  expect(picture.headers.get('retry-after')).toBe('10');
  expect(String(picture.body)).toBe('Đang được làm, xin trở lại sau ít phút.');

  fails = true;
  services.start();
  await services.watch.check();
  expect(services.health.mainProblem).toContain('không dựng được nên trang cũ vẫn chạy');
  expect((await world.request('/anh/a.png')).status).toBe(503);
  expect(existsSync(other)).toBe(false);

  fails = false;
  await services.publisher.refresh();
  expect((await world.request('/anh/a.png')).status).toBe(200);
  expect((await world.request('/anh/b.png')).status).toBe(404);
  expect(services.builder.releases.slice(1)).toEqual(before);
  await expect.poll(() => existsSync(join(other, 'current/anh/a.png')), wait).toBe(true);
});

test('a site of another address is built at the next start, and the old one is served until then', async () => {
  const dir = await folder();
  const checkout = join(dir, 'checkout');
  await makeCheckout(checkout);
  const open = (siteUrl?: string) =>
    openServices({
      dataDir: join(dir, 'data'),
      checkout,
      allowedHosts: new Set(),
      buildCommand: fakeBuild,
      siteUrl,
    });
  const before = await open();
  await before.publisher.refresh();
  const [release] = before.builder.releases;
  await before.close();
  const after = await open('https://phuong.example');
  onTestFinished(() => after.close());
  expect(after.builder.releases).toEqual([release]);
  // It is whole: what it lacks is not to come.
  expect(after.builder.isWhole()).toBe(true);
  after.start();
  await expect.poll(() => after.builder.releases[1], wait).toEqual(release);
  expect(after.builder.hasAddress()).toBe(true);
});
