/**
 * An installation from its first set-up to upgrades that go well and ill: the real scripts, real git, the real wait for
 * the server; what would change the real machine only says that it was called (`trial-machine.ts`).
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openRepository } from '#admin/server/git/repository.ts';
import { containing, gitIn } from '#tests/server/harness.ts';
import {
  brokenMark,
  offer,
  publish,
  startTrialMachine,
  type TrialMachine,
} from './trial-machine.ts';

const article = 'content/articles/phuong.mdx';
const site = ['--host', 'trang.example.vn', '--email', 'quantri@example.vn'];

let machine: TrialMachine;
beforeAll(async () => {
  machine = await startTrialMachine();
});
afterAll(() => machine.close());

const setUp = () => machine.run(machine.upstream, 'setup.sh', site);
const upgrade = (args: string[] = site, env?: Record<string, string>) =>
  machine.run(machine.code, 'upgrade.sh', args, env);
const head = (repository: string) => gitIn(repository, 'rev-parse', 'main');
const textOf = (path: string) => readFile(join(machine.code, path), 'utf8').catch(() => undefined);
/** The server takes over what its checkout has, as at each of its starts. */
const startServer = () => openRepository(machine.repository, machine.code);

const stopped = ['systemctl start nghi-quyet-sao-luu.service', 'systemctl stop nghi-quyet.service'];
const started = [
  'nginx -t',
  'systemctl daemon-reload',
  'systemctl enable --quiet nghi-quyet.service nghi-quyet-sao-luu.timer nginx',
  'systemctl restart nghi-quyet.service',
  'systemctl start nghi-quyet-sao-luu.timer',
  'systemctl reload-or-restart nginx',
];
const waited = 'systemctl show --property=NRestarts --value nghi-quyet.service';
const packages = 'npm --prefix /opt/nghi-quyet ci';

test('an upgrade where nothing is installed says what to run first', async () => {
  for (const args of [site, [...site, '--dry-run']]) {
    expect(await machine.run(machine.upstream, 'upgrade.sh', args)).toMatchObject({
      code: 1,
      stderr: containing('Lần đầu thì chạy deploy/setup.sh.'),
    });
  }
  expect(await machine.calls()).toEqual([]);
});

test('an empty machine gets all that it needs; run again, the server is started anew and nothing else is done', async () => {
  expect(await setUp()).toMatchObject({ code: 0, stdout: containing('Xong. Việc còn lại:') });
  const calls = await machine.calls();
  expect(calls.filter((call) => !/^(?:install|systemctl|nginx)/.test(call))).toEqual([
    'adduser --system --group --home /var/lib/nghi-quyet --no-create-home nghi-quyet',
    packages,
    containing('certbot certonly --webroot'),
  ]);
  expect(calls).toEqual(expect.arrayContaining(started));
  expect(await head(machine.code)).toBe(await head(machine.upstream));
  expect(await setUp()).toMatchObject({ code: 0 });
  expect((await machine.calls()).filter((call) => call !== waited)).toEqual(started);
  await startServer();
});

test('asked what it would do it does nothing; without root or words it says so', async () => {
  const before = await head(machine.code);
  const dry = await upgrade([...site, '--dry-run']);
  expect(dry).toMatchObject({ code: 0, stdout: containing('systemctl stop nghi-quyet.service') });
  expect(dry.stdout).toContain('8. Chạy');
  expect(await upgrade(site, { TRIAL_UID: '1000' })).toMatchObject({
    code: 1,
    stderr: containing('cần quyền root'),
  });
  for (const args of [[], ['--back']]) {
    expect(await upgrade(args)).toMatchObject({ code: 2, stderr: containing('Cách dùng:') });
  }
  expect([await machine.calls(), await head(machine.code)]).toEqual([[], before]);
});

test('an upgrade makes a backup, stops the server, and installs packages only where they changed', async () => {
  const before = await head(machine.code);
  await offer(machine.upstream, { 'src/moi.ts': 'export {};\n' });
  expect(await upgrade()).toMatchObject({
    code: 0,
    stdout: containing(`upgrade.sh --back ${before} ${site.join(' ')}`),
  });
  expect((await machine.calls()).filter((call) => call !== waited)).toEqual([
    ...stopped,
    ...started,
  ]);
  expect(await textOf('src/moi.ts')).toBe('export {};\n');

  await offer(machine.upstream, { 'package-lock.json': '{ "mot": 2 }\n' });
  expect(await upgrade()).toMatchObject({ code: 0 });
  expect((await machine.calls()).filter((call) => call !== waited)).toEqual([
    ...stopped,
    packages,
    ...started,
  ]);
  await startServer();
});

test('code that does not come to run is taken back with its packages, and what was published stays', async () => {
  const before = await head(machine.code);
  await publish(machine.repository, article, 'Phường đăng\n');
  await offer(machine.upstream, { [brokenMark]: '', 'package-lock.json': '{ "mot": 3 }\n' });
  expect(await upgrade()).toMatchObject({
    code: 1,
    stderr: containing('nâng cấp không thành; hệ biên tập chạy bằng mã cũ.'),
  });
  const calls = (await machine.calls()).filter((call) => call !== waited);
  expect(calls).toEqual([...stopped, packages, ...started, packages, ...started]);
  expect(await gitIn(machine.code, 'diff', '--name-only', before, 'main')).toBe(article);
  expect(await textOf(article)).toBe('Phường đăng\n');
  await startServer();
  expect(await head(machine.repository)).toBe(await head(machine.code));
});

test('the command that an upgrade prints leads back', async () => {
  await gitIn(machine.upstream, 'rm', '--quiet', brokenMark);
  await offer(machine.upstream, { 'src/moi.ts': 'export const moi = true;\n' });
  const { stdout } = await upgrade();
  expect(await textOf('src/moi.ts')).toBe('export const moi = true;\n');
  await startServer();
  const [, args = ''] = /upgrade\.sh (--back .+)/.exec(stdout) ?? [];
  expect(await upgrade(args.split(' '))).toMatchObject({ code: 0 });
  expect([await textOf('src/moi.ts'), await textOf(article)]).toEqual([
    'export {};\n',
    'Phường đăng\n',
  ]);
  await startServer();
  await machine.calls();
});

test('without a backup nothing is begun', async () => {
  const before = await head(machine.code);
  expect(await upgrade(site, { TRIAL_BACKUP_FAILS: '1' })).toMatchObject({ code: 1 });
  expect([await machine.calls(), await head(machine.code)]).toEqual([[stopped[0]], before]);
});

test('new code that cannot be taken leaves all as it was, and the server is started again', async () => {
  const before = await head(machine.code);
  await publish(machine.repository, article, 'Phường đăng lần nữa\n');
  await offer(machine.upstream, { [article]: 'Mẫu mới\n' });
  expect(await upgrade()).toMatchObject({
    code: 1,
    stderr: containing('chưa đổi gì; hệ biên tập chạy lại.'),
  });
  const calls = await machine.calls();
  expect(calls).toEqual([...stopped, 'systemctl start nghi-quyet.service']);
  expect(await head(machine.code)).toBe(before);
});

test('where the old code cannot be taken back either, the way to it is said', async () => {
  await gitIn(machine.upstream, 'reset', '--quiet', '--hard', 'HEAD~1');
  const before = await head(machine.code);
  // A set-up that leaves work behind in the checkout.
  const script = await readFile(join(machine.upstream, 'deploy/setup.sh'), 'utf8');
  const careless = `set -eu\necho dở >> '${join(machine.code, article)}'\n`;
  const setup = script.replace('set -eu\n', careless);
  await offer(machine.upstream, { [brokenMark]: '', 'deploy/setup.sh': setup });
  const { code, stderr } = await upgrade();
  expect([code, stderr]).toEqual([1, containing('có tệp đã sửa mà chưa thành commit')]);
  expect(stderr).toContain(`upgrade.sh --back ${before} ${site.join(' ')}`);
});
