/**
 * A data folder as an older version left it, opened by the code of today. `data-folder-1.tar.gz` was
 * made by the code of 92692bd (2026-11-29), form 1, by its own requests: one article published, one in
 * review, one draft; Chi with a second step, Dũng closed; notices, audit, a recording; then `git gc`.
 */
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Secret, TOTP } from 'otpauth';
import { extract } from 'tar';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { makeBackup } from '#admin/backup/backup.ts';
import { restoreBackup } from '#admin/backup/restore.ts';
import { dataVersion } from '#admin/server/machine/data-version.ts';
import { openServices, type Services } from '#admin/server/services.ts';
import { fakeBuild } from '#tests/support/fake-build.ts';
import { people } from './harness.ts';

const exec = promisify(execFile);
const visitor = { address: '127.0.0.1', device: 'thiết bị khác', mark: 'm'.repeat(22) };

let dir: string;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'upgrade-'));
  await extract({ file: 'tests/fixtures/data-folder-1.tar.gz', cwd: dir });
  await exec('git', ['clone', '--quiet', join(dir, 'data/repository.git'), join(dir, 'checkout')]);
  await mkdir(join(dir, 'checkout/node_modules'));
});
afterEach(() => rm(dir, { recursive: true, force: true }));

const open = (name: string): Promise<Services> =>
  openServices({
    dataDir: join(dir, name),
    checkout: join(dir, 'checkout'),
    allowedHosts: new Set(),
    buildCommand: fakeBuild,
  });

const formOf = async (name: string): Promise<unknown> =>
  JSON.parse(await readFile(join(dir, name, 'version.json'), 'utf8'));

/** Opens a data folder and looks for everything that is in it. */
async function expectAll(name: string): Promise<void> {
  const services = await open(name);
  try {
    const { accounts, authenticator, audit, drafts, notices, recordings } = services;
    const git = (...args: string[]) => exec('git', ['-C', drafts.git.dir, ...args]);
    const live = await git('show', 'main:content/articles/bai-da-dang.mdx');
    expect(live.stdout).toContain('Bài bai-da-dang');
    const found = await Promise.all([
      drafts.find('article', 'bai-cho-duyet'),
      drafts.find('article', 'bai-nhap'),
    ]);
    expect(found.map((draft) => draft?.status)).toEqual(['pending_review', 'draft']);

    const all = await accounts.all();
    expect(all.map(({ login }) => login)).toEqual(Object.values(people).map(({ login }) => login));
    expect(await accounts.find('dung')).toBeUndefined();
    const credentials = { login: 'an', password: 'Ao sen làng mình', host: 'localhost' };
    expect(await authenticator.logIn(credentials, visitor)).toMatchObject({ passkeys: [] });
    const chi = { login: 'chi', password: 'Cây đa đầu phố', host: 'localhost' };
    await expect(authenticator.logIn(chi, visitor)).rejects.toMatchObject({
      code: 'totp-required',
    });
    const { secret } = all.find(({ login }) => login === 'chi')!.totp!;
    const totp = new TOTP({ secret: Secret.fromBase32(secret) }).generate();
    await authenticator.logIn({ ...chi, totp }, visitor);

    const told = notices.boxes.noticesOf('an').map(({ text }) => text);
    expect(told).toContain('Lê Chi đã đăng “Bài bai-da-dang”.');
    expect(notices.boxes.wayOf('an', 'comment')).toEqual({ mail: 'daily', hook: false });
    const kinds = (await audit.month('2026-11')).map(({ kind }) => kind);
    expect(kinds).toEqual(expect.arrayContaining(['login', 'login-failed', 'totp-on']));
    expect(await readFile(join(recordings.dir, 'bai-nghe.mp3'), 'utf8')).toBe('tiếng');
  } finally {
    await services.close();
  }
}

test('everything in a folder of before is found, and the folder says that it has changed', async () => {
  expect(await formOf('data')).toEqual({ version: 1 });
  await expectAll('data');
  expect(await formOf('data')).toEqual({ version: dataVersion });
  await (await open('data')).close();
});

test('the way back: the backup of before the upgrade is a folder of before again, with everything', async () => {
  const now = new Date('2026-11-29T03:00:00Z');
  const { file } = await makeBackup({ dataDir: join(dir, 'data'), to: join(dir, 'backups'), now });
  await (await open('data')).close();
  await restoreBackup({ from: file, dataDir: join(dir, 'back') });
  // As code of before wants it: form 1, and no field that it would drop.
  expect(await formOf('back')).toEqual({ version: 1 });
  expect(await readFile(join(dir, 'back/accounts.json'), 'utf8')).not.toContain('passkey');
  await expectAll('back');
});
