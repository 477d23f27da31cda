/** A server that is killed and started again on one data folder. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { openServices } from '#admin/server/services.ts';
import { makeCheckout, people, type PersonName } from '#tests/server/harness.ts';
import type { Ask } from './fault-actions.ts';

export class FaultWorld {
  readonly dir: string;
  readonly #program: string;
  readonly #passwords = {} as Record<PersonName, string>;
  readonly #cookies = new Map<PersonName, string>();
  #server: ChildProcess | undefined;
  url = '';

  private constructor(dir: string, program: string) {
    this.dir = dir;
    this.#program = program;
  }

  /**
   * A data folder with a small content, everybody's account and everybody logged in. `program` is
   * what Node runs: `fault-server.ts` or a bundle of it.
   */
  static async make(program = join(import.meta.dirname, 'fault-server.ts')): Promise<FaultWorld> {
    const world = new FaultWorld(await mkdtemp(join(tmpdir(), 'fault-')), program);
    const { dataDir, checkout } = world;
    await makeCheckout(checkout);
    const services = await openServices({ dataDir, checkout, allowedHosts: new Set() });
    for (const [name, user] of Object.entries(people)) {
      world.#passwords[name as PersonName] = await services.accounts.add(user);
    }
    await services.close();
    await world.start();
    for (const name of Object.keys(people)) await world.#logIn(name as PersonName);
    await world.kill(true);
    return world;
  }

  get dataDir(): string {
    return join(this.dir, 'data');
  }

  get checkout(): string {
    return join(this.dir, 'checkout');
  }

  get repository(): string {
    return join(this.dataDir, 'repository.git');
  }

  /** Starts the server and waits until it listens; `wrapper` is a command that starts it. */
  async start(wrapper: readonly string[] = []): Promise<void> {
    const command = [...wrapper, process.execPath, this.#program, this.dataDir, this.checkout];
    const server = spawn('env', command, {
      // A group of its own, so that it can be killed together with the programs that it runs.
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, NODE_COMPILE_CACHE: join(this.dir, 'compile-cache') },
    });
    this.#server = server;
    const said: string[] = [];
    server.stderr.on('data', (chunk: Buffer) => said.push(chunk.toString()));
    for await (const line of createInterface({ input: server.stdout })) {
      const [, port] = /^port (\d+)$/.exec(line) ?? [];
      if (port) {
        this.url = `http://127.0.0.1:${port}`;
        return;
      }
    }
    throw new Error(`The server did not start:\n${said.join('')}`);
  }

  /** Kills the server: it alone, or with the programs that it is running, as a power cut does. */
  async kill(withPrograms: boolean): Promise<void> {
    const server = this.#server;
    if (server?.pid === undefined || server.exitCode !== null || server.signalCode !== null) return;
    process.kill(withPrograms ? -server.pid : server.pid, 'SIGKILL');
    await once(server, 'exit');
  }

  async remove(): Promise<void> {
    await this.kill(true);
    await rm(this.dir, { recursive: true, force: true, maxRetries: 5 });
  }

  readonly ask: Ask = async (as, action, params) => {
    const body = { action, params: { branch: 'main', ...params } };
    return this.#post('/api/v1', body, this.#cookies.get(as));
  };

  /** The page of an article as it is served; `undefined` when there is none. */
  async page(slug: string): Promise<string | undefined> {
    const response = await fetch(`${this.url}/bai-viet/${slug}/`);
    return response.ok ? response.text() : undefined;
  }

  async #logIn(name: PersonName): Promise<void> {
    const body = { login: people[name].login, password: this.#passwords[name] };
    const reply = await this.#post('/api/login', body);
    if (reply?.status !== 200) throw new Error(`${name} could not log in: ${reply?.status}`);
    this.#cookies.set(name, reply.cookie ?? '');
  }

  async #post(path: string, body: object, cookie = '') {
    try {
      const response = await fetch(this.url + path, {
        method: 'POST',
        headers: { 'content-type': 'application/json', cookie },
        body: JSON.stringify(body),
      });
      const setCookie = response.headers.get('set-cookie')?.split(';')[0];
      const answer: unknown = await response.json();
      return { status: response.status, body: answer, cookie: setCookie };
    } catch {
      // The server was killed before its answer was out.
      return undefined;
    }
  }
}
