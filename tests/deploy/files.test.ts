/** `npm run deploy:files`: what it writes, as far as it can be run here, and what it refuses. */
import { execFile, spawnSync } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openAccounts } from '#admin/server/people/open.ts';
import { containing } from '#tests/server/harness.ts';

const exec = promisify(execFile);

let dir: string;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'deploy-files-'));
});
afterEach(() => rm(dir, { recursive: true }));

const write = (...args: string[]) =>
  exec(process.execPath, ['deploy/cli.ts', '--out', join(dir, 'out'), ...args]);

/** `systemd-run` without a unit: the folder and the settings that it was given, then the command. */
const systemdRun = `#!/bin/sh
while :; do
  case $1 in
    --property=WorkingDirectory=*) cd "\${1#*=*=}" ;;
    --setenv=*) export "\${1#--setenv=}" ;;
    --*) ;;
    *) exec "$@" ;;
  esac
  shift
done
`;

test('the command of a server runs those of package.json with its settings, and keeps words together', async () => {
  const data = join(dir, 'data');
  await write('--host', 'trang.example.vn', '--code', process.cwd(), '--data', data);
  await mkdir(join(dir, 'tools'));
  await writeFile(join(dir, 'tools/systemd-run'), systemdRun);
  await chmod(join(dir, 'tools/systemd-run'), 0o755);
  const command = (...args: string[]) =>
    exec('sh', [join(dir, 'out/nghi-quyet'), ...args], {
      env: { ...process.env, PATH: `${dir}/tools:${process.env['PATH']}` },
    });
  const person = ['account', '--', 'add', 'chi', '--name', 'Lê  Chi "Tổ 5"', '--role', 'approver'];
  expect((await command(...person)).stdout).toContain('Đã thêm chi.');
  expect(await openAccounts(data).find('chi')).toMatchObject({ name: 'Lê  Chi "Tổ 5"' });
  await expect(command()).rejects.toMatchObject({
    code: 2,
    stderr: containing('Cách dùng: sudo nghi-quyet LỆNH'),
  });
});

const hasSystemd = spawnSync('systemd-analyze', ['--version']).error === undefined;

test.runIf(hasSystemd)('systemd finds nothing to say about the units', async () => {
  await write('--host', 'trang.example.vn', '--code', process.cwd(), '--data', join(dir, 'data'));
  const units = (await readdir(join(dir, 'out'))).filter((name) =>
    /\.(?:service|timer)$/.test(name),
  );
  expect(units).toHaveLength(3);
  // A setting that it does not know is passed over, and no error.
  const { stderr } = await exec('systemd-analyze', ['verify', ...units], { cwd: join(dir, 'out') });
  expect(stderr.split('\n').filter((line) => line.includes('nghi-quyet'))).toEqual([]);
});

test('a machine that serves the site alone gets no unit of the editorial server', async () => {
  await write('--host', 'trang.example.vn', '--only-site', '/srv/trang');
  expect((await readdir(join(dir, 'out'))).sort()).toEqual(['Caddyfile', '_headers', 'nginx.conf']);
});

test.each([
  [['--host', 'trang.vn; reboot'], '--host: “trang.vn; reboot” có ký tự không dùng được ở đây.'],
  [['--host', 'trang.vn', '--data', '/a b'], '--data: “/a b” có ký tự không dùng được ở đây.'],
  [['--host', 'trang.vn', '--port', '70000'], '--port: “70000” không phải số cổng.'],
  [['--host', 'trang.vn', '--khac'], 'Cách dùng: npm run deploy:files'],
  [[], 'Cách dùng: npm run deploy:files'],
])('%j is refused with the option, and nothing is written', async (args, words) => {
  await expect(write(...args)).rejects.toMatchObject({ code: 1, stderr: containing(words) });
  expect(await readdir(dir)).toEqual([]);
});
