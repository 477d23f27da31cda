/** What the server notes about logins: `logins.json` in the data folder. */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { addressKey } from '../http/address.ts';
import { writeJson } from '../machine/json-file.ts';
import { createQueue, type Queue } from '../machine/queue.ts';
import { readStored } from '../machine/stored.ts';

const notesRule = z.object({
  /** The newest first; times in milliseconds. */
  logins: z.array(z.object({ at: z.number(), address: z.string() })),
  /** Hashes of the marks that browsers of the owner carry, the one used last first. */
  devices: z.array(z.string()).default([]),
  /** The last half minute whose code was used. */
  totpStep: z.number(),
});

type Notes = z.infer<typeof notesRule>;
export type PastLogin = Notes['logins'][number];

const none: Notes = { logins: [], devices: [], totpStep: -1 };
/**
 * A used half minute that lies further ahead than this many (five minutes) is from a clock that has been
 * set back; refusing every code until it comes again would keep the owner out.
 */
const mostStepsAhead = 10;
const keptLogins = 20;
const keptDevices = 20;
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

  /**
   * Whether the owner has logged in with this browser before. Logins from before browsers were marked
   * count by their address, and a first login is no surprise.
   */
  knowsDevice(login: string, mark: string, address: string, now: number): boolean {
    const { logins, devices } = this.#of(login);
    if (devices.length > 0) return devices.includes(hashOf(mark));
    return logins.length === 0 || this.knows(login, address, now);
  }

  /** Notes a login with the mark of the browser. */
  add(login: string, past: PastLogin, mark: string): Promise<void> {
    const notes = this.#of(login);
    const hash = hashOf(mark);
    const others = notes.devices.filter((one) => one !== hash);
    return this.#set(login, {
      ...notes,
      logins: [past, ...notes.logins].slice(0, keptLogins),
      devices: [hash, ...others].slice(0, keptDevices),
    });
  }

  /** Uses up the code of a half minute; `false` when it, or one soon after it, was used before. */
  async takeTotpStep(login: string, totpStep: number): Promise<boolean> {
    const notes = this.#of(login);
    const ahead = notes.totpStep - totpStep;
    if (ahead >= 0 && ahead <= mostStepsAhead) return false;
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

/** A mark is as random as a key, so a plain hash keeps it. */
function hashOf(mark: string): string {
  return createHash('sha256').update(mark).digest('hex');
}
