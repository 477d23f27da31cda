/**
 * A folder as a whole machine: the scripts of `deploy/` as they are, but every place that they name lies below it, and
 * what would change the real machine (packages, services, accounts, certificates) only notes that it was called.
 */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { defaults } from '../../deploy/settings.ts';
import { commitAll, gitIn, makeCheckout, writeIn } from '#tests/server/harness.ts';

const exec = promisify(execFile);

/** A file in the code that does not come to run. */
export const brokenMark = 'HONG';

/** How a command ended. */
export interface Ended {
  code: number;
  stdout: string;
  stderr: string;
}

export interface TrialMachine {
  /** Where new code comes from, the installed code and the server's repository. */
  upstream: string;
  code: string;
  repository: string;
  /** Runs a script of `deploy/` of a checkout. `env` tells the stand-ins what is otherwise than usual. */
  run: (
    checkout: string,
    script: string,
    args: string[],
    env?: Record<string, string>,
  ) => Promise<Ended>;
  /** What was called to change the machine since the last look, in order. */
  calls: () => Promise<string[]>;
  close: () => Promise<void>;
}

/** Each ends as the real one does; `$OUT` is the folder, `$PATH` without its first place the real ones. */
const standIns: Record<string, string> = {
  'apt-get': 'exit 1',
  adduser: 'touch "$OUT/account"',
  id: `case $* in
  -u) echo "\${TRIAL_UID-0}" ;;
  ${defaults.user}) [ -e "$OUT/account" ] ;;
  *) PATH=\${PATH#*:}; exec id "$@" ;;
esac`,
  // Only root may give a folder away.
  install: `PATH=\${PATH#*:}
if [ "$2" = -o ]; then shift 5; exec install -d "$@"; fi
exec install "$@"`,
  npm: `mkdir -p "$2/node_modules/.bin"
ln -sf '${process.execPath}' "$2/node_modules/.bin/node"`,
  certbot: `mkdir -p "$OUT/etc/letsencrypt/live/trang.example.vn"
touch "$OUT/etc/letsencrypt/live/trang.example.vn/fullchain.pem"`,
  nginx: ':',
  timedatectl: 'echo yes',
  systemctl: `case $* in
  *NRestarts*) if [ -e "$OUT${defaults.codeDir}/${brokenMark}" ]; then echo 3; else echo 0; fi ;;
  'start nghi-quyet-sao-luu.service') [ -z "\${TRIAL_BACKUP_FAILS-}" ] ;;
esac`,
};

/** What only asks is no call. */
const asks = ['id', 'timedatectl'];

const folders = [
  ...['opt', 'run/systemd/system', 'var/lib', 'var/backups', 'usr/local/sbin'],
  ...['etc/systemd/system', 'etc/nginx/sites-available', 'etc/nginx/sites-enabled'],
];

export async function startTrialMachine(): Promise<TrialMachine> {
  const dir = await mkdtemp(join(tmpdir(), 'machine-'));
  const [tools, upstream] = [join(dir, 'tools'), join(dir, 'upstream')];
  const code = join(dir, defaults.codeDir);
  for (const folder of folders) await mkdir(join(dir, folder), { recursive: true });
  await mkdir(tools);
  for (const [name, does] of Object.entries(standIns)) {
    const note = asks.includes(name) ? '' : `echo "${name} $*" >> "$OUT/calls"\n`;
    await writeFile(join(tools, name), `#!/bin/sh\n${note}${does}\n`);
    await chmod(join(tools, name), 0o755);
  }
  for (const file of ['calls', 'gitconfig']) await writeFile(join(dir, file), '');

  // The server: at its start it breaks the line off or says that it is not ready, and is ready when asked again.
  let questions = 0;
  const server = createServer((request, reply) => {
    const isReady = (questions += 1) % 2 === 0 && !existsSync(join(code, brokenMark));
    if (questions % 4 === 1) request.socket.destroy();
    else reply.writeHead(isReady ? 200 : 503).end();
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;

  await makeCheckout(upstream, await codeFiles(dir, port));
  return {
    upstream,
    code,
    repository: join(dir, defaults.dataDir, 'repository.git'),
    run: (checkout, script, args, env = {}) =>
      exec('sh', [join(checkout, 'deploy', script), ...args], {
        env: {
          ...process.env,
          OUT: dir,
          PATH: `${tools}:${process.env['PATH']}`,
          GIT_CONFIG_SYSTEM: join(dir, 'gitconfig'),
          ...env,
        },
      }).then(
        (ended) => ({ code: 0, ...ended }),
        (error: unknown) => error as Ended,
      ),
    calls: async () => {
      const text = await readFile(join(dir, 'calls'), 'utf8');
      await writeFile(join(dir, 'calls'), '');
      return text.replaceAll(dir, '').split('\n').filter(Boolean);
    },
    close: async () => {
      server.close();
      await rm(dir, { recursive: true });
    },
  };
}

/** What the trial needs of this checkout, and a little content. */
async function codeFiles(root: string, port: number): Promise<Map<string, string>> {
  const files = new Map([
    ['content/articles/phuong.mdx', 'Chữ của mẫu\n'],
    ['package.json', '{ "type": "module" }\n'],
    ['package-lock.json', '{ "mot": 1 }\n'],
  ]);
  const served = ['server/http/policies.ts', 'server/http/serving.ts', 'end-command.ts'];
  const scripts = (await readdir('deploy')).map((name) => `deploy/${name}`);
  for (const path of [...scripts, ...served.map((name) => `admin/${name}`)]) {
    const text = await readFile(path, 'utf8');
    files.set(path, path.endsWith('.sh') ? below(root, text) : text.replace('4321', String(port)));
  }
  return files;
}

/** A script whose places lie below a folder. */
function below(root: string, script: string): string {
  const moved = script.replace(/(?<=[\s='"])\/(?=[a-z]+\/)/g, `${root}/`);
  const left = /(?<!\w)\/(?:etc|lib|opt|run|srv|usr|var)\b.*/.exec(
    moved.replaceAll(`${root}/`, ''),
  );
  if (left) throw new Error(`The trial would touch the real machine: ${left[0]}`);
  return moved;
}

/** New code at the place where upgrades come from. */
export async function offer(upstream: string, files: Record<string, string>): Promise<void> {
  for (const [path, text] of Object.entries(files)) await writeIn(upstream, path, text);
  await commitAll(upstream, 'Mã mới');
}

/** A commit that only the editorial repository has, as a publication makes one. */
export async function publish(repository: string, path: string, text: string): Promise<void> {
  const desk = await mkdtemp(join(tmpdir(), 'desk-'));
  await exec('git', ['clone', '--quiet', repository, desk]);
  await writeIn(desk, path, text);
  await commitAll(desk, 'Đăng');
  await gitIn(desk, 'push', '--quiet', 'origin', 'main');
  await rm(desk, { recursive: true });
}
