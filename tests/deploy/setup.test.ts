/** The script that sets up a server, as far as a machine without systemd can run it: what it says that it will do. */
import { execFile } from 'node:child_process';
import { chmod, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, test } from 'vitest';

const exec = promisify(execFile);

/** What the script changes a machine with. */
const tools = [
  ...['adduser', 'apt-get', 'certbot', 'cp', 'install', 'ln'],
  ...['nginx', 'npm', 'systemctl', 'timedatectl'],
];

let dir: string;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'setup-'));
  for (const tool of tools) {
    const called = tool === 'timedatectl' ? 'echo yes' : `touch '${dir}/${tool}.called'; exit 1`;
    await writeFile(join(dir, tool), `#!/bin/sh\n${called}\n`);
    await chmod(join(dir, tool), 0o755);
  }
});
afterEach(() => rm(dir, { recursive: true }));

const setUp = (...args: string[]) =>
  exec('sh', ['deploy/setup.sh', ...args], {
    env: { ...process.env, PATH: `${dir}:${process.env['PATH']}` },
  });

/** How it ends when it refuses. */
const refusal = (...args: string[]) =>
  setUp(...args).then(
    () => expect.unreachable('it went on'),
    (error: unknown) => error as { code: number; stderr: string },
  );

test('asked what it would do, it names every step with its commands and does none of them', async () => {
  const { stdout } = await setUp(
    ...['--host', 'trang.example.vn', '--email', 'quantri@example.vn', '--dry-run'],
  );
  expect(stdout.match(/^\d\. .+$/gm)).toEqual([
    '1. Kiểm tra máy',
    '2. Chương trình cần thêm',
    '3. Tài khoản và thư mục',
    '4. Mã nguồn',
    '5. Tệp cấu hình',
    '6. Chứng chỉ',
    '7. Máy chủ web',
    '8. Chạy',
  ]);
  for (const line of [
    'nghi-quyet.service → /etc/systemd/system/nghi-quyet.service',
    'nginx.conf → /etc/nginx/sites-available/nghi-quyet',
    '--domain trang.example.vn',
    'systemctl restart nghi-quyet.service',
    'sudo nghi-quyet account -- add',
  ]) {
    expect(stdout).toContain(line);
  }
  expect((await readdir(dir)).filter((name) => name.endsWith('.called'))).toEqual([]);
});

test('a name that is no host is refused before anything is looked at, with the word that is wrong', async () => {
  const { code, stderr } = await refusal(
    ...['--host', 'trang.vn; reboot', '--email', 'quantri@example.vn'],
  );
  expect([code, stderr]).toEqual([1, 'Dừng: --host: trang.vn; reboot không phải tên miền.\n']);
});

test('without what it must know it says how it is called', async () => {
  for (const args of [[], ['--host', 'trang.example.vn'], ['--email'], ['--khac']]) {
    const { code, stderr } = await refusal(...args);
    expect(code).toBe(2);
    expect(stderr).toContain('Cách dùng: sh deploy/setup.sh');
  }
});
