import { execFile } from 'node:child_process';
import {
  chmod,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rm,
  stat,
  truncate,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeBackup } from '#admin/backup/backup.ts';
import { writeNewKey } from '#admin/backup/encryption.ts';
import { checkBackup, restoreBackup } from '#admin/backup/restore.ts';
import { readBackupOutcome } from '#admin/server/machine/backup-outcome.ts';
import { dataVersion } from '#admin/server/machine/data-version.ts';
import { openServices } from '#admin/server/services.ts';
import { fakeBuild } from '#tests/support/fake-build.ts';
import { key, people, saveOf, startWorld, type World } from '#tests/server/harness.ts';

const exec = promisify(execFile);

let world: World;
let home: string;
let dataDir: string;
beforeAll(async () => {
  world = await startWorld();
  home = await mkdtemp(join(tmpdir(), 'backup-'));
  dataDir = join(world.dir, 'data');
});
afterAll(async () => {
  await world.close();
  await rm(home, { recursive: true });
});

const folder = (name: string) => join(home, name);
const now = new Date('2026-11-28T20:15:00Z');

test('a backup that is made while editors save holds every save that was acknowledged', async () => {
  const acknowledged: string[] = [];
  let isOpen = true;
  const editAs = async (who: 'editor' | 'otherEditor') => {
    for (let count = 0; isOpen; count += 1) {
      const slug = `${who.toLowerCase()}-${count}`;
      const { status } = await world.cms(who, 'persistEntry', saveOf(slug));
      expect(status).toBe(200);
      acknowledged.push(slug);
    }
  };
  const editors = [editAs('editor'), editAs('otherEditor')];
  while (acknowledged.length < 8) await new Promise((resolve) => setTimeout(resolve, 10));
  const before = [...acknowledged];
  await writeFile(join(dataDir, 'recordings/bai-nghe.mp3'), 'tiếng');
  const { boxes } = world.services.notices;
  const waiting = { kind: 'waiting', text: 'Chờ duyệt.', link: '/admin/duyet/' } as const;
  await boxes.add('chi', boxes.make('chi', '1', waiting));
  const { file } = await makeBackup({ dataDir, to: folder('under-load'), now });
  isOpen = false;
  await Promise.all(editors);

  const restored = folder('restored');
  const { branches } = await restoreBackup({ from: file, dataDir: restored });
  expect(branches).toBeGreaterThanOrEqual(before.length + 1);
  expect((await stat(restored)).mode & 0o777).toBe(0o700);
  const services = await openServices({
    dataDir: restored,
    checkout: world.checkout,
    allowedHosts: new Set(),
    buildCommand: fakeBuild,
  });
  try {
    for (const slug of before) {
      const file = `cms/article/${slug}:content/articles/${slug}.mdx`;
      const saved = await exec('git', ['-C', services.drafts.git.dir, 'show', file]);
      expect(saved.stdout).toContain(`Bài ${slug}`);
    }
    expect((await services.accounts.all()).map(({ login }) => login).sort()).toEqual(
      Object.values(people)
        .map(({ login }) => login)
        .sort(),
    );
    expect(await readFile(join(restored, 'recordings/bai-nghe.mp3'), 'utf8')).toBe('tiếng');
    expect(await readdir(join(restored, 'audit'))).not.toEqual([]);
    expect(services.notices.boxes.unread('chi')).toBe(1);
  } finally {
    await services.close();
  }
  expect((await stat(join(restored, 'accounts.json'))).mode & 0o777).toBe(0o600);
  // Who reads drafts, passwords and the audit in a backup is its owner alone.
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  expect(await readdir(folder('under-load'))).toHaveLength(1);
  expect((await readdir(dataDir)).filter((name) => name.startsWith('backup-work'))).toEqual([]);
});

describe('an encrypted backup', () => {
  let file: string;
  let keyFile: string;
  beforeAll(async () => {
    await world.cms('editor', 'persistEntry', saveOf('bi-mat'));
    keyFile = folder('khoa.txt');
    const recipient = await writeNewKey(keyFile);
    ({ file } = await makeBackup({ dataDir, to: folder('secret'), recipient, now }));
  });

  test('opens with its secret key alone', async () => {
    expect((await readFile(file)).includes('manifest')).toBe(false);
    await restoreBackup({ from: file, dataDir: folder('opened'), keyFile });
    const { slug } = key('bi-mat');
    const branches = await exec('git', ['-C', folder('opened/repository.git'), 'branch', '--all']);
    expect(branches.stdout).toContain(`cms/article/${slug}`);
    const other = folder('khoa-khac.txt');
    await writeNewKey(other);
    const wrong = restoreBackup({ from: file, dataDir: folder('no'), keyFile: other });
    await expect(wrong).rejects.toThrow('không mở được bản sao lưu');
    const none = restoreBackup({ from: file, dataDir: folder('no') });
    await expect(none).rejects.toThrow('--key');
    expect((await readdir(home)).filter((name) => name.startsWith('no'))).toEqual([]);
  });

  test('a key is never written over', async () => {
    await expect(writeNewKey(keyFile)).rejects.toThrow('EEXIST');
  });
});

describe('a backup that cannot be trusted', () => {
  let whole: Buffer;
  beforeAll(async () => {
    const { file } = await makeBackup({ dataDir, to: folder('whole'), now });
    whole = await readFile(file);
    expect(await checkBackup(file, undefined, home)).toMatchObject({ made: now.toISOString() });
  });

  test.each([
    ['is cut off', async (path: string) => truncate(path, whole.length >> 1)],
    [
      'has a byte changed',
      async (path: string) => {
        const bytes = Buffer.from(whole);
        bytes[bytes.length >> 1]! ^= 1;
        await writeFile(path, bytes);
      },
    ],
    ['is something else', async (path: string) => writeFile(path, 'không phải bản sao lưu')],
  ])('and %s is refused, and nothing is left of it', async (_, harm) => {
    const path = folder('hong.tar.gz');
    await writeFile(path, whole);
    await harm(path);
    const restoring = restoreBackup({ from: path, dataDir: folder('from-broken') });
    await expect(restoring).rejects.toThrow('Bản sao lưu bị hỏng');
    expect((await readdir(home)).filter((name) => name.startsWith('from-broken'))).toEqual([]);
  });
});

test('a data folder that newer code wrote is not opened', async () => {
  const { file } = await makeBackup({ dataDir, to: folder('newer'), now });
  const restored = folder('newer-data');
  await restoreBackup({ from: file, dataDir: restored });
  await writeFile(join(restored, 'version.json'), JSON.stringify({ version: dataVersion + 1 }));
  const opening = openServices({
    dataDir: restored,
    checkout: world.checkout,
    allowedHosts: new Set(),
    buildCommand: fakeBuild,
  });
  await expect(opening).rejects.toThrow('phần mềm mới hơn');
});

test('a folder with data is not written over', async () => {
  const { file } = await makeBackup({ dataDir, to: folder('one'), now });
  await mkdir(folder('taken'));
  await writeFile(folder('taken/x'), 'x');
  const restoring = restoreBackup({ from: file, dataDir: folder('taken') });
  await expect(restoring).rejects.toThrow('đã có dữ liệu');
  expect(await readdir(folder('taken'))).toEqual(['x']);
});

test('a place that takes no data folder is named, with what to do', async () => {
  const { file } = await makeBackup({ dataDir, to: folder('one'), now });
  await writeFile(folder('tep'), 'x');
  for (const target of [folder('tep'), folder('tep/data')]) {
    const restoring = restoreBackup({ from: file, dataDir: target });
    await expect(restoring).rejects.toThrow(`${target} không phải thư mục`);
  }
});

// Root may write anywhere: the command is run as another account.
test.runIf(process.getuid?.() === 0)(
  'a folder that is not ours to write is given to nobody',
  async () => {
    const { file } = await makeBackup({ dataDir, to: folder('one'), now });
    await chmod(home, 0o755);
    await chmod(folder('one'), 0o755);
    await chmod(file, 0o644);
    const args = ['admin/backup/restore-cli.ts', '--from', file, '--data', folder('moi')];
    await expect(exec(process.execPath, args, { uid: 65534 })).rejects.toMatchObject({
      stderr: expect.stringContaining(
        `không tạo được thư mục trong ${home}. Hãy chạy bằng sudo`,
      ) as string,
    });
  },
);

test('a backup that fails leaves nothing that looks like one', async () => {
  await mkdir(folder('empty'));
  const failing = makeBackup({ dataDir: folder('empty'), to: folder('nothing'), now });
  await expect(failing).rejects.toThrow();
  expect(await readdir(folder('nothing'))).toEqual([]);
  expect(await readdir(folder('empty'))).toEqual([]);
});

test('the commands make, check and restore a backup', async () => {
  const run = (script: string, ...args: string[]) =>
    exec(process.execPath, [`admin/backup/${script}-cli.ts`, ...args], {
      env: { ...process.env, DATA_DIR: dataDir },
    });
  const made = await run('backup', '--to', folder('by-command'));
  const [name] = await readdir(folder('by-command'));
  const file = folder(`by-command/${name}`);
  expect(made.stdout).toContain(`Đã sao lưu vào ${file}`);
  const { good, failed } = await readBackupOutcome(dataDir);
  expect({ good, failed }).toEqual({ good: expect.any(Number) as number, failed: undefined });
  // A file stands where the folder should be: that one failed, and the server can tell it.
  await expect(run('backup', '--to', file)).rejects.toMatchObject({ code: 1 });
  expect(await readBackupOutcome(dataDir)).toEqual({
    good,
    failed: expect.any(Number) as number,
  });
  expect((await run('restore', '--from', file, '--check')).stdout).toContain('đều đúng');
  const data = folder('by-command-data');
  expect((await run('restore', '--from', file, '--data', data)).stdout).toContain(data);
  expect(await readdir(data)).toContain('repository.git');
  await expect(run('restore', '--from', file)).rejects.toMatchObject({ code: 1 });
  const missing = folder('khong-co.tar.gz');
  await expect(run('restore', '--from', missing, '--check')).rejects.toMatchObject({
    stderr: `Không đọc được bản sao lưu ${missing}: không có tệp ấy.\n`,
  });
  await expect(run('backup', '--khong-co')).rejects.toMatchObject({
    stderr: expect.stringContaining('Cách dùng') as string,
  });
});
