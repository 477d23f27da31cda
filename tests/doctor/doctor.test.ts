import { execFile } from 'node:child_process';
import { chmod, chown, mkdir, mkdtemp, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { backupName } from '#admin/backup/file-name.ts';
import type { Installation } from '#admin/doctor/check.ts';
import { examine } from '#admin/doctor/checks.ts';
import { containing, gitIn, startWorld, type World } from '#tests/server/harness.ts';
import { outboxPath } from '#admin/server/notices/notices.ts';
import { startMailServer } from '#tests/support/mail-server.ts';
import { freePort } from '#tests/support/front-server.ts';

const exec = promisify(execFile);

let world: World;
let backupDir: string;
let installation: Installation;
const now = new Date('2026-11-28T20:00:00Z');
beforeAll(async () => {
  world = await startWorld();
  backupDir = await mkdtemp(join(tmpdir(), 'doctor-'));
  await writeFile(join(backupDir, backupName(new Date('2026-11-28T02:30:00Z'), true)), 'x');
  installation = {
    dataDir: join(world.dir, 'data'),
    port: Number(new URL(world.url).port),
    trustsProxy: true,
    backupDir,
    notices: {},
    now,
  };
});
afterAll(async () => {
  await world.close();
  await rm(backupDir, { recursive: true });
});

const illIn = async (changes: Partial<Installation>) =>
  (await examine({ ...installation, ...changes })).filter(({ ok }) => !ok);

test('nothing is wrong with an installation that runs', async () => {
  expect(await illIn({})).toEqual([]);
  const names = (await examine(installation)).map(({ check }) => check);
  expect(names).toEqual([
    'Máy chủ biên tập',
    'Điều máy chủ báo',
    'Địa chỉ người gửi',
    'Đồng hồ',
    'Thư mục dữ liệu',
    'Ổ đĩa',
    'Kho git',
    'Quyền đọc',
    'Tài khoản',
    'Thư và tin chờ gửi',
    'Sao lưu',
  ]);
});

test('a data folder that is a file, and a file of another account in it, are named with what to do', async () => {
  const path = join(backupDir, 'tep');
  await writeFile(path, 'x');
  // A repository that cannot be looked at is not called broken: somebody would restore a backup over it.
  expect(await illIn({ dataDir: path })).toEqual([
    {
      check: 'Thư mục dữ liệu',
      ok: false,
      found: 'không ghi được',
      remedy: expect.stringContaining(`${path} không phải thư mục`) as string,
    },
  ]);
  await rm(path);
  const missing = await illIn({ dataDir: path });
  expect(missing).toMatchObject([
    {
      remedy: `Chưa có thư mục dữ liệu ${path}. Hãy xem lại DATA_DIR, hoặc mở máy chủ một lần để có nó.`,
    },
  ]);
  // Only root can give a file away.
  if (process.getuid?.() !== 0) return;
  const stray = join(installation.dataDir, 'logins.json');
  await writeFile(stray, '{}', { flag: 'a', mode: 0o600 });
  await chown(stray, 65534, 65534);
  expect(await illIn({})).toMatchObject([
    {
      found: 'của tài khoản khác: logins.json',
      remedy: expect.stringContaining('chown') as string,
    },
  ]);
  await rm(stray);
});

// Root may read anything: the command is run as another account.
test.runIf(process.getuid?.() === 0)(
  'a data folder of another account is told, and its repository is not called broken',
  async () => {
    const outcome = await exec(process.execPath, ['admin/doctor/cli.ts', '--json'], {
      uid: 65534,
      env: { ...process.env, DATA_DIR: installation.dataDir, PORT: String(installation.port) },
    }).catch((error: unknown) => error as { stdout: string });
    const ill = (JSON.parse(outcome.stdout) as { ok: boolean }[]).filter(({ ok }) => !ok);
    expect(ill).toMatchObject([
      { check: 'Thư mục dữ liệu', remedy: expect.stringContaining('đúng tài khoản') as string },
    ]);
  },
);

test('a data folder without a repository is no broken one', async () => {
  const empty = await mkdtemp(join(backupDir, 'du-lieu-'));
  expect((await illIn({ dataDir: empty })).map(({ check, found }) => [check, found])).toEqual([
    ['Kho git', `chưa có ${join(empty, 'repository.git')}`],
    ['Tài khoản', 'chưa có quản trị'],
  ]);
});

test('a server that does not answer, and a site without TLS, are named with what to do', async () => {
  expect(await illIn({ port: await freePort() })).toEqual([
    {
      check: 'Máy chủ biên tập',
      ok: false,
      found: expect.stringMatching(/^không trả lời ở cổng \d+ \(ECONNREFUSED\)$/) as string,
      remedy: expect.stringContaining('systemctl start nghi-quyet') as string,
    },
  ]);
  expect((await illIn({ siteUrl: world.url })).map(({ check }) => check)).toEqual(['Chứng chỉ']);
  expect(
    (await illIn({ siteUrl: `https://127.0.0.1:${await freePort()}`, trustsProxy: false })).map(
      ({ check }) => check,
    ),
  ).toEqual(['Trang công khai', 'Chứng chỉ', 'Địa chỉ người gửi']);
});

test('what the server warns of is told here too', async () => {
  world.services.health.report('remoteProblem', 'Kho ở xa có commit khác.');
  world.services.health.report('diskProblem', 'Ổ đĩa đầy.');
  expect(await illIn({})).toEqual([
    {
      check: 'Điều máy chủ báo',
      ok: false,
      found: containing('kho git ở xa không giống kho ở đây; ổ đĩa đầy, sắp đầy'),
      remedy: containing('journalctl -u nghi-quyet'),
    },
  ]);
  world.services.health.report('remoteProblem', undefined);
  world.services.health.report('diskProblem', undefined);
});

test.each([
  ['echo NTPSynchronized=no', [containing('timedatectl set-ntp true')], 'không chỉnh theo mạng'],
  ['echo NTPSynchronized=yes', [], 'chỉnh theo mạng'],
  // As in a container, where nobody answers it.
  ['exit 1', [], 'máy này không nói (không có timedatectl)'],
])('a clock that nothing sets right is told: %s', async (says, remedies, found) => {
  const tools = await mkdtemp(join(backupDir, 'chuong-trinh-'));
  await writeFile(join(tools, 'timedatectl'), `#!/bin/sh\n${says}\n`, { mode: 0o755 });
  const { PATH } = process.env;
  process.env['PATH'] = `${tools}:${PATH}`;
  const clock = (await examine(installation)).filter(({ check }) => check === 'Đồng hồ');
  process.env['PATH'] = PATH;
  expect(clock).toMatchObject([{ ok: remedies.length === 0, found }]);
  expect(clock.flatMap((one) => (one.ok ? [] : one.remedy))).toEqual(remedies);
});

test('a backup that is old, or none, is told', async () => {
  const late = new Date('2026-11-29T20:00:00Z');
  expect(await illIn({ now: late })).toMatchObject([{ found: 'bản mới nhất cách đây 41 giờ' }]);
  const empty = join(backupDir, 'rong');
  await mkdir(empty);
  expect(await illIn({ backupDir: empty })).toMatchObject([{ check: 'Sao lưu' }]);
  expect(await illIn({ backupDir: join(backupDir, 'khong-co') })).toMatchObject([
    { found: expect.stringContaining('ENOENT') as string },
  ]);
});

test('accounts that others may read are told with the command that mends it', async () => {
  const file = join(installation.dataDir, 'accounts.json');
  await chmod(file, 0o644);
  expect(await illIn({})).toMatchObject([
    { check: 'Quyền đọc', remedy: `Hãy chạy: chmod go= ${file}` },
  ]);
  await chmod(file, 0o600);
});

test('a repository with a broken object is told', async () => {
  const repository = join(installation.dataDir, 'repository.git');
  // A file of the content: the server itself still finds its commits.
  const name = await gitIn(repository, 'rev-parse', 'main:.gitignore');
  const path = join(repository, 'objects', name.slice(0, 2), name.slice(2));
  await chmod(path, 0o644);
  await truncate(path, 5);
  expect(await illIn({})).toMatchObject([
    { check: 'Kho git', remedy: expect.stringContaining('khôi phục') as string },
  ]);
});

test('a mail server that takes no login, and what waits or was given up, is told', async () => {
  const server = await startMailServer();
  const mail = { host: '127.0.0.1', port: server.port, secure: false, from: 'a@phuong.example' };
  const notices = { mail: { ...mail, user: 'bien-tap', password: 'mat@khau' } };
  const illOfMail = async (changes: Partial<Installation>) =>
    (await illIn(changes)).filter(({ check }) => /thư/i.test(check));
  expect(await illOfMail({ notices })).toEqual([]);
  const wrong = { mail: { ...notices.mail, password: 'mat-khau-sai' } };
  const [ill] = await illOfMail({ notices: wrong });
  expect(ill).toMatchObject({ check: 'Máy chủ thư' });
  expect(JSON.stringify(ill)).not.toContain('mat-khau-sai');
  await server.close();
  expect(await illOfMail({ notices })).toMatchObject([
    { found: expect.stringContaining('ECONNREFUSED') as string },
  ]);
  const content = { channel: 'mail', login: 'an', subject: 'x', text: 'x' };
  const since = now.getTime() - 2 * 60 * 60 * 1000;
  const waiting = [{ id: 'a', content, since, next: since, tries: 3, error: 'không trả lời' }];
  const outbox = outboxPath(installation.dataDir);
  await writeFile(outbox, JSON.stringify({ waiting, givenUp: [] }));
  expect(await illOfMail({})).toMatchObject([
    { found: '1 cái chờ quá một giờ, lý do: không trả lời' },
  ]);
  const givenUp = [{ at: since, channel: 'mail', reason: 'không có hộp thư' }];
  await writeFile(outbox, JSON.stringify({ waiting: [], givenUp }));
  expect(await illOfMail({})).toMatchObject([
    { found: expect.stringContaining('không có hộp thư') as string },
  ]);
});
