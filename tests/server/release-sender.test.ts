/** Each release goes to other places by itself; one that is ill hinders neither editing nor the others. */
import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readTarget } from '#admin/release/target.ts';
import { startWorld, type World } from './harness.ts';

let dir: string;
let world: World;
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'release-sender-'));
  await mkdir(join(dir, 'hong/current'), { recursive: true });
  const releaseTargets = ['hong', 'lanh'].map((name) => readTarget(`file://${join(dir, name)}`));
  world = await startWorld({ releaseTargets });
  world.services.start();
});
afterAll(async () => {
  await world.close();
  await rm(dir, { recursive: true });
});

const servedIn = (name: string) =>
  readFile(join(dir, name, 'current/index.html'), 'utf8').catch(() => undefined);
const wait = { timeout: 30_000 };

test('the release is there, and the place that is ill is told to those who can mend it', async () => {
  await expect.poll(() => servedIn('lanh'), wait).toBe('<h1>Trang chủ</h1>');
  const { health } = world.services;
  await expect.poll(() => health.releaseProblem, wait).toContain(`✗ file://${dir}/hong: `);
  expect(health.releaseProblem).toContain('sẽ tự thử lại');
  expect(health.releaseProblem).toContain('Hãy đổi tên nó');
  expect(health.releaseProblem).not.toContain('lanh');
  const { body } = await world.request('/admin/duyet/', { as: 'approver' });
  expect(String(body)).toContain('Chưa gửi được trang tới nơi khác');
  expect(String((await world.request('/metrics')).body)).toContain('problem{of="release"} 1');
});

test('what is published goes there; a place that was mended gets it by itself', async () => {
  await rm(join(dir, 'hong/current'), { recursive: true });
  const [before] = world.services.builder.releases;
  await world.services.publisher.rebuild();
  expect(world.services.builder.releases[0]).not.toEqual(before);
  await expect.poll(() => servedIn('hong'), wait).toBe('<h1>Trang chủ</h1>');
  await expect.poll(() => world.services.health.releaseProblem, wait).toBeUndefined();
});
