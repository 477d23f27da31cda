/** Who is logged in: random tokens in cookies, of which the server keeps only the hashes. */
import { createHash, randomBytes } from 'node:crypto';
import { z } from 'zod';
import type { Account, Accounts } from './accounts.ts';
import { readJson, writeJson } from './json-file.ts';
import { createQueue, type Queue } from './queue.ts';

/** How long a session lasts, in seconds: a working day. */
export const sessionSeconds = 12 * 60 * 60;

const sessionsRule = z.record(z.string(), z.object({ login: z.string(), started: z.number() }));

type Session = z.infer<typeof sessionsRule>[string];

export class Sessions {
  readonly #path: string;
  readonly #accounts: Accounts;
  readonly #now: () => number;
  readonly #write: Queue = createQueue();
  #sessions = new Map<string, Session>();

  /** `now` gives the time in milliseconds. */
  constructor(path: string, accounts: Accounts, now: () => number = Date.now) {
    this.#path = path;
    this.#accounts = accounts;
    this.#now = now;
  }

  /** Takes up the sessions from before a restart. */
  async load(): Promise<void> {
    this.#sessions = new Map(Object.entries(sessionsRule.parse(await readJson(this.#path, {}))));
  }

  /** Starts a session and returns its token. */
  async start(login: string): Promise<string> {
    const token = randomBytes(32).toString('base64url');
    this.#sessions.set(hash(token), { login, started: this.#now() });
    await this.#save();
    return token;
  }

  /** The account behind a token, as it is now; `undefined` when the session has ended. */
  async accountOf(token: string): Promise<Account | undefined> {
    const session = this.#sessions.get(hash(token));
    if (!session || !this.#isLive(session)) return undefined;
    const account = await this.#accounts.find(session.login);
    return account && account.passwordSet <= session.started ? account : undefined;
  }

  async end(token: string): Promise<void> {
    if (this.#sessions.delete(hash(token))) await this.#save();
  }

  #isLive({ started }: Session): boolean {
    return this.#now() < started + sessionSeconds * 1000;
  }

  #save(): Promise<void> {
    for (const [key, session] of this.#sessions) {
      if (!this.#isLive(session)) this.#sessions.delete(key);
    }
    return this.#write(() => writeJson(this.#path, Object.fromEntries(this.#sessions)));
  }
}

function hash(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
