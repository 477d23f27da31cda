/**
 * The product as `npm start` starts it, on a data folder of its own.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

export interface RealServer {
  /** Address of the site, without a slash at the end. */
  site: string;
  /** Login → one-time password of the accounts that a first start makes. */
  passwords: Record<string, string>;
  /** The bare repository. */
  repository: string;
  stop: () => Promise<void>;
}

/**
 * Starts the server of a checkout, this one when none is named, and waits until it says how to log in. Its
 * data folder is a fresh one that goes with it, or the one that is named, which stays.
 */
export async function startRealServer(checkout = '.', kept?: string): Promise<RealServer> {
  const dataDir = kept ?? (await mkdtemp(join(tmpdir(), 'nghi-quyet-')));
  const server = spawn(process.execPath, [join(checkout, 'admin/server/main.ts')], {
    env: { ...process.env, DATA_DIR: dataDir, PORT: '0', HOST: '127.0.0.1', SITE_URL: '' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const stop = async () => {
    server.kill();
    if (server.exitCode === null) await once(server, 'exit');
    if (kept === undefined) await rm(dataDir, { recursive: true, force: true });
  };
  const started = await readStart(createInterface({ input: server.stdout }));
  return { ...started, repository: join(dataDir, 'repository.git'), stop };
}

async function readStart(
  lines: AsyncIterable<string>,
): Promise<Pick<RealServer, 'site' | 'passwords'>> {
  let site = '';
  const passwords: Record<string, string> = {};
  const seen: string[] = [];
  for await (const line of lines) {
    seen.push(line);
    site = /^Trang: +(http\S+?)\/$/.exec(line)?.[1] ?? site;
    const [, login, password] = /^ {2}(\S+) +(\S+)$/.exec(line) ?? [];
    if (login && password) passwords[login] = password;
    const isLaterStart = line.startsWith('Đăng nhập:') && line.includes('tài khoản đã có');
    if (isLaterStart || Object.keys(passwords).length === 3) return { site, passwords };
  }
  throw new Error(`The server did not start:\n${seen.join('\n')}`);
}
