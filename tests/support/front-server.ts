/** A web server in front of the editorial server, with the configuration that `deploy/` makes. */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { caddyfile } from '../../deploy/caddy.ts';
import { nginxConf } from '../../deploy/nginx.ts';
import { defaults, type DeploySettings } from '../../deploy/settings.ts';

/** How each says that it is there. */
const versions = { nginx: '-v', caddy: 'version' } as const;

export type FrontName = keyof typeof versions;

/** The web servers that this machine has: of another make than npm's packages. */
export const installedFronts = (Object.keys(versions) as FrontName[]).filter(
  (name) => spawnSync(name, [versions[name]]).error === undefined,
);

export interface Front {
  /** Address without a slash at the end. */
  url: string;
  stop: () => Promise<void>;
}

/** Starts one over plain HTTP on a free port, before the server on `port` with that data folder. */
export async function startFront(
  name: FrontName,
  server: Pick<DeploySettings, 'dataDir' | 'port' | 'siteDir'>,
): Promise<Front> {
  const home = await mkdtemp(join(tmpdir(), `${name}-`));
  const plain = `127.0.0.1:${await freePort()}`;
  const settings = { ...defaults, ...server, host: '127.0.0.1', plain };
  const child = spawn(name, await files[name](home, settings), {
    stdio: ['ignore', 'inherit', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const url = `http://${plain}`;
  while (!(await fetch(url).catch(() => undefined))) {
    if (child.exitCode !== null) throw new Error(said);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return {
    url,
    stop: async () => {
      child.kill();
      await once(child, 'exit');
      await rm(home, { recursive: true });
    },
  };
}

/** Writes the configuration into a folder; returns the program's arguments. */
const files: Record<FrontName, (home: string, settings: DeploySettings) => Promise<string[]>> = {
  async nginx(home, settings) {
    const file = join(home, 'nginx.conf');
    const site = nginxConf(settings).replace('/var/log/nginx/', `${home}/`);
    const places = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];
    // Where tests run as root, workers of another user could not come to a folder in /tmp.
    const user = process.getuid?.() === 0 ? 'user root;' : '';
    await writeFile(
      file,
      `${user} daemon off; pid ${home}/nginx.pid; error_log stderr; worker_processes auto;
events { worker_connections 1024; }
http {
  include /etc/nginx/mime.types;
  ${places.map((place) => `${place}_temp_path ${home}/${place};`).join('\n  ')}
  ${site}
}`,
    );
    return ['-e', 'stderr', '-c', file];
  },
  async caddy(home, settings) {
    const file = join(home, 'Caddyfile');
    await writeFile(file, `{\n\tadmin off\n}\n${caddyfile(settings)}`);
    return ['run', '--adapter', 'caddyfile', '--config', file];
  },
};

/** A port of this machine on which nobody listens. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
