/** The archive of a commit: whole, provable, the same each time, and without anybody's secrets. */
import { execFile } from 'node:child_process';
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { writeArchive } from '#admin/exchange/archive.ts';
import { startWorld, type World } from '#tests/server/harness.ts';

const execute = promisify(execFile);
const now = new Date('2026-11-26T02:00:00Z');

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.close());

const archive = async (name: string) => {
  const { git } = world.services.drafts;
  const target = join(world.dir, name);
  const count = await writeArchive(git, await world.services.drafts.main(), target, now);
  return { target, count };
};

test('holds every entry as it stands, in tables too, and sums that prove it', async () => {
  const { target, count } = await archive('kho');
  expect(count).toBe(11);
  const text = await readFile(join(target, 'noi-dung/articles/dich-vu-cong.mdx'), 'utf8');
  expect(text).toBe(
    await readFile(join(world.checkout, 'content/articles/dich-vu-cong.mdx'), 'utf8'),
  );
  const table = await readFile(join(target, 'muc-luc.csv'), 'utf8');
  expect(table.startsWith('\uFEFF"Loại"')).toBe(true);
  expect(table).toContain('"dich-vu-cong","/bai-viet/dich-vu-cong/"');
  await execute('sha256sum', ['--check', '--quiet', 'SHA256SUMS'], { cwd: target });
});

test('the same commit gives the same bytes', async () => {
  const [one, other] = [await archive('mot'), await archive('hai')];
  const sums = [one, other].map(({ target }) => readFile(join(target, 'SHA256SUMS'), 'utf8'));
  const [first, second] = await Promise.all(sums);
  expect(first).toBe(second);
});

test('has nobody’s password or login, and writes over nothing', async () => {
  const { target } = await archive('moi');
  const files = await readdir(target, { recursive: true });
  expect(files.filter((name) => /account|audit|session/i.test(name))).toEqual([]);
  await expect(archive('moi')).rejects.toThrow('đã có tệp');
});
