/** What `rsync` reaches “another machine” by. */
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { freePort } from './front-server.ts';

export const hasRsync = spawnSync('rsync', ['--version']).error === undefined;

const sshd = '/usr/sbin/sshd';

export const hasSshd = hasRsync && existsSync(sshd);

export interface RemoteShell {
  /** For the variable `RSYNC_RSH`. */
  command: string;
  /** `user@host` of addresses. */
  host: string;
  stop: () => Promise<void>;
}

/** A real `sshd` on a free port; `dir` is an empty folder for its keys and settings. */
export async function startSshd(dir: string): Promise<RemoteShell> {
  for (const name of ['host', 'user']) {
    execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-f', join(dir, name)]);
  }
  // Where root runs it, it wants this empty folder, which its service would have made.
  if (process.getuid?.() === 0) await mkdir('/run/sshd', { recursive: true });
  const port = await freePort();
  const settings = {
    ListenAddress: `127.0.0.1:${port}`,
    HostKey: join(dir, 'host'),
    AuthorizedKeysFile: join(dir, 'user.pub'),
    PidFile: 'none',
    StrictModes: 'no',
    UsePAM: 'no',
    PermitRootLogin: 'yes',
  };
  const lines = Object.entries(settings).map((words) => `${words.join(' ')}\n`);
  await writeFile(join(dir, 'sshd_config'), lines.join(''));
  const server = spawn(sshd, ['-D', '-e', '-f', join(dir, 'sshd_config')], { stdio: 'pipe' });
  let said = '';
  for await (const part of server.stderr) {
    said += String(part);
    if (said.includes('Server listening')) break;
  }
  if (!said.includes('Server listening')) throw new Error(said);
  const options = ['BatchMode=yes', 'StrictHostKeyChecking=no', 'UserKnownHostsFile=/dev/null'];
  return {
    command: `ssh -F none -q -i ${join(dir, 'user')} -p ${port} -o ${options.join(' -o ')}`,
    host: `${userInfo().username}@127.0.0.1`,
    stop: async () => {
      server.kill();
      await once(server, 'exit');
    },
  };
}

/** A shell that runs the command on this machine, for what is not about ssh itself. */
export async function localShell(dir: string): Promise<RemoteShell> {
  const command = join(dir, 'shell');
  await writeFile(command, '#!/bin/sh\nshift\nexec sh -c "$*"\n');
  await chmod(command, 0o755);
  return { command, host: 'may-khac', stop: () => Promise.resolve() };
}
