/** What the server notes about logins: `logins.json` in the data folder. */
import { z } from 'zod';
import { addressKey } from '../http/address.ts';
import { writeJson } from '../machine/json-file.ts';
import { createQueue, type Queue } from '../machine/queue.ts';
import { readStored } from '../machine/stored.ts';

const notesRule = z.object({
  /** The newest first; times in milliseconds. */
  logins: z.array(z.object({ at: z.number(), address: z.string() })),
  /** The last half minute whose code was used. */
  totpStep: z.number(),
});

type Notes = z.infer<typeof notesRule>;
export type PastLogin = Notes['logins'][number];

const none: Notes = { logins: [], totpStep: -1 };
const keptLogins = 20;
const knownMilliseconds = 90 * 24 * 60 * 60 * 1000;

export class LoginHistory {
  readonly #path: string;
  readonly #write: Queue = createQueue();
  #notes = new Map<string, Notes>();

  constructor(path: string) {
    this.#path = path;
  }

  /** Takes up the notes from before a restart. */
  async load(): Promise<void> {
    const notes = await readStored(this.#path, z.record(z.string(), notesRule), {});
    this.#notes = new Map(Object.entries(notes));
  }

  /** The last logins of an account, the newest first. */
  of(login: string): readonly PastLogin[] {
    return this.#of(login).logins;
  }

  /** Whether somebody lately proved to be the account's owner from an address. */
  knows(login: string, address: string, now: number): boolean {
    const key = addressKey(address);
    return this.of(login).some(
      (past) => past.at > now - knownMilliseconds && addressKey(past.address) === key,
    );
  }

  add(login: string, past: PastLogin): Promise<void> {
    const { logins, totpStep } = this.#of(login);
    return this.#set(login, { totpStep, logins: [past, ...logins].slice(0, keptLogins) });
  }

  /** Uses up the code of a half minute; `false` when it, or a later one, was used before. */
  async takeTotpStep(login: string, totpStep: number): Promise<boolean> {
    const notes = this.#of(login);
    if (totpStep <= notes.totpStep) return false;
    await this.#set(login, { ...notes, totpStep });
    return true;
  }

  #of(login: string): Notes {
    return this.#notes.get(login) ?? none;
  }

  #set(login: string, notes: Notes): Promise<void> {
    this.#notes.set(login, notes);
    return this.#write(() => writeJson(this.#path, Object.fromEntries(this.#notes)));
  }
}
