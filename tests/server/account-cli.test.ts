/** `npm run account`, run as an admin at the server runs it. */
import { execFile } from 'node:child_process';
import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openAccounts, openAudit } from '#admin/server/people/open.ts';
import { containing, gitIn, makeCheckout } from './harness.ts';

const command = resolve(import.meta.dirname, '../../admin/server/account-cli.ts');
let dir: string;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'account-'));
});
afterEach(() => rm(dir, { recursive: true, force: true }));

/** What the command prints; rejects with `stderr` when it fails. */
const account = (dataDir: string, args: string[], uid?: number) =>
  promisify(execFile)(process.execPath, [command, ...args], {
    env: { ...process.env, DATA_DIR: dataDir },
    ...(uid !== undefined && { uid, gid: uid }),
  });

test('passkeys-off takes every passkey away, and says so in the record', async () => {
  const accounts = openAccounts(dir);
  await accounts.add({ login: 'an', name: 'Nguyễn Văn An', role: 'editor', axes: [] });
  const place = { place: 'localhost', publicKey: 'AA', counter: 0, transports: [], added: 1 };
  const passkeys = ['a', 'b'].map((id) => ({ ...place, id, name: `Khóa ${id}` }));
  await accounts.update('an', (one) => ({ ...one, passkeys }));
  const { stdout } = await account(dir, ['passkeys-off', 'An']);
  expect(stdout).toContain('Đã gỡ mọi khóa đăng nhập của An.');
  expect((await openAccounts(dir).find('an'))?.passkeys).toEqual([]);
  const audit = openAudit(dir);
  const [month = ''] = await audit.months();
  const record = { kind: 'passkey-removed', detail: 'an (bằng lệnh trên máy chủ)' };
  expect(await audit.month(month)).toMatchObject([record]);
  await expect(account(dir, ['passkeys-off', 'binh'])).rejects.toMatchObject({
    stderr: containing('Không có tài khoản “binh”.'),
  });
});

test('an axis that is not published is refused, with those that are', async () => {
  const checkout = join(dir, 'checkout');
  await makeCheckout(checkout);
  await gitIn(dir, 'clone', '--quiet', '--bare', checkout, join(dir, 'repository.git'));
  const add = (axes: string) =>
    account(dir, ['add', 'an', '--name', 'Nguyễn Văn An', '--role', 'approver', '--axes', axes]);
  await expect(add('truc-1,van-hoa')).rejects.toMatchObject({
    stderr: containing(
      '--axes: không có trục nội dung nào mang mã “van-hoa”. Hãy chọn một trong: truc-1,',
    ),
  });
  expect(await openAccounts(dir).all()).toEqual([]);
  expect((await add('truc-1,truc-2')).stdout).toContain('Đã thêm an.');
});

test('a data folder that is a file is named, with what to do', async () => {
  const path = join(dir, 'tep');
  await writeFile(path, 'x');
  for (const dataDir of [path, join(path, 'data')]) {
    await expect(account(dataDir, ['list'])).rejects.toMatchObject({
      stderr: containing(`${dataDir} không phải thư mục`),
    });
  }
});

// Root may write anywhere: the command is run as another account.
test.runIf(process.getuid?.() === 0)('a data folder of somebody else is named', async () => {
  const dataDir = join(dir, 'data');
  await mkdir(dataDir);
  await chmod(dir, 0o755);
  await chmod(dataDir, 0o755);
  await expect(account(dataDir, ['list'], 65534)).rejects.toMatchObject({
    stderr: containing(`sudo chown -R 65534 ${dataDir}`),
  });
});
