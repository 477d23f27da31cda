/** Who is logged in: random tokens in cookies, of which the server keeps only the hashes. */
import { createHash, randomBytes } from 'node:crypto';
import { z } from 'zod';
import type { Account, Accounts } from './accounts.ts';
import { writeJson } from '../machine/json-file.ts';
import { createQueue, type Queue } from '../machine/queue.ts';
import { readStored } from '../machine/stored.ts';

/** How long a session lasts, in seconds: without use a working day, in all a week. */
export const sessionSeconds = { idle: 12 * 60 * 60, whole: 7 * 24 * 60 * 60 };

/**
 * The time of last use is written down this often, in milliseconds. A session that was used later than
 * this from now is from a clock that has been set back, and has ended: it would live on for too long.
 */
const seenStep = 5 * 60 * 1000;

const sessionRule = z.object({
  login: z.string(),
  /** Milliseconds. */
  started: z.number(),
  /** `passwordSet` of the account at the start; a session from before it was noted has ended. */
  password: z.number().default(-1),
  /** Time of last use; a session from before it was noted has ended. */
  seen: z.number().default(0),
  address: z.string().default(''),
  /** Browser and system in words. */
  device: z.string().default(''),
});

type Session = z.infer<typeof sessionRule>;

/** A session as its owner sees it. */
export interface ListedSession extends Session {
  /** Names the session without giving it away. */
  id: string;
}

export class Sessions {
  readonly #path: string;
  readonly #accounts: Accounts;
  readonly #now: () => number;
  readonly #write: Queue = createQueue();
  /** Hash of the token → session. */
  #sessions = new Map<string, Session>();

  /** `now` gives the time in milliseconds. */
  constructor(path: string, accounts: Accounts, now: () => number = Date.now) {
    this.#path = path;
    this.#accounts = accounts;
    this.#now = now;
  }

  /** Takes up the sessions from before a restart. */
  async load(): Promise<void> {
    const sessions = await readStored(this.#path, z.record(z.string(), sessionRule), {});
    this.#sessions = new Map(Object.entries(sessions));
  }

  /** Starts a session and returns its token. */
  async start(login: string, from: Pick<Session, 'address' | 'device'>): Promise<string> {
    const token = randomBytes(32).toString('base64url');
    const now = this.#now();
    const password = (await this.#accounts.find(login))?.passwordSet ?? -1;
    this.#sessions.set(hash(token), { login, started: now, password, seen: now, ...from });
    await this.#save();
    return token;
  }

  /** The account behind a token, as it is now; `undefined` when the session has ended. */
  async accountOf(token: string): Promise<Account | undefined> {
    const session = this.#sessions.get(hash(token));
    if (!session || !this.#isLive(session)) return undefined;
    const account = await this.#accounts.find(session.login);
    // Not which came first: a password from a clock that ran ahead would keep its owner out.
    if (account?.passwordSet !== session.password) return undefined;
    if (this.#now() >= session.seen + seenStep) {
      session.seen = this.#now();
      await this.#save();
    }
    return account;
  }

  /** The live sessions of an account, the one used last first. */
  of({ login, passwordSet }: Pick<Account, 'login' | 'passwordSet'>): ListedSession[] {
    return [...this.#sessions]
      .filter(
        ([, session]) =>
          session.login === login && session.password === passwordSet && this.#isLive(session),
      )
      .map(([key, session]) => ({ id: idOf(key), ...session }))
      .sort((one, other) => other.seen - one.seen);
  }

  /** The id of a token's session in the list. */
  idOf(token: string): string {
    return idOf(hash(token));
  }

  async end(token: string): Promise<void> {
    if (this.#sessions.delete(hash(token))) await this.#save();
  }

  /** Ends sessions of an account: the one with this id, or all. */
  async endOf(login: string, id?: string): Promise<void> {
    for (const [key, session] of this.#sessions) {
      const isMeant = session.login === login && (id === undefined || idOf(key) === id);
      if (isMeant) this.#sessions.delete(key);
    }
    await this.#save();
  }

  #isLive({ started, seen }: Session): boolean {
    const { idle, whole } = sessionSeconds;
    const now = this.#now();
    return seen <= now + seenStep && now < Math.min(seen + idle * 1000, started + whole * 1000);
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

function idOf(key: string): string {
  return key.slice(0, 16);
}
