/** What each person was told and how she wants to be told: `notices/people/<login>.json`. */
import { createHash, randomInt } from 'node:crypto';
import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { Refusal } from '../http/errors.ts';
import { writeJson } from '../machine/json-file.ts';
import { createQueue, type Queue } from '../machine/queue.ts';
import { readStored } from '../machine/stored.ts';
import { kinds, mailWays, noticeKinds, type Message, type NoticeKind } from './kinds.ts';

const noticeRule = z.object({
  id: z.string(),
  /** Milliseconds. */
  at: z.number(),
  kind: z.enum(noticeKinds),
  text: z.string(),
  link: z.string(),
  read: z.boolean().default(false),
  /** Whether it waits for the next daily mail. */
  daily: z.boolean().default(false),
});

const wayRule = z.object({ mail: z.enum(mailWays), hook: z.boolean() });

const mailboxRule = z.object({
  /** The newest first. */
  notices: z.array(noticeRule).default([]),
  /** What she chose; for other kinds the table of kinds holds. */
  ways: z.partialRecord(z.enum(noticeKinds), wayRule).default({}),
  /** Where mail goes, once she has shown that she reads it there. */
  address: z.string().optional(),
  /** An address that waits for its code. */
  unconfirmed: z
    .object({ address: z.string(), code: z.string(), until: z.number(), tries: z.number() })
    .optional(),
  /** When codes were sent to her, in milliseconds. */
  codesSent: z.array(z.number()).default([]),
});

export type Notice = z.infer<typeof noticeRule>;
export type Way = z.infer<typeof wayRule>;
type Mailbox = z.infer<typeof mailboxRule>;

/** So many notices are kept for each person; older ones go. */
export const kept = 200;

/** A code of an address: how long it holds, how often it may be mistyped, how many are sent an hour. */
const code = { milliseconds: 60 * 60 * 1000, tries: 5, anHour: 5 };

const empty: Mailbox = { notices: [], ways: {}, codesSent: [] };

export class Mailboxes {
  readonly #dir: string;
  readonly #now: () => Date;
  readonly #write: Queue = createQueue();
  #boxes = new Map<string, Mailbox>();

  constructor(dir: string, now: () => Date) {
    this.#dir = dir;
    this.#now = now;
  }

  /** Takes up what was there before a restart. */
  async load(): Promise<void> {
    await mkdir(this.#dir, { recursive: true, mode: 0o700 });
    const names = (await readdir(this.#dir)).filter((name) => name.endsWith('.json'));
    for (const name of names) {
      const box = await readStored(join(this.#dir, name), mailboxRule, {});
      this.#boxes.set(name.slice(0, -'.json'.length), box);
    }
  }

  get logins(): string[] {
    return [...this.#boxes.keys()];
  }

  /** What a person was told, the newest first. */
  noticesOf(login: string): readonly Notice[] {
    return this.#of(login).notices;
  }

  unread(login: string): number {
    return this.#of(login).notices.filter(({ read }) => !read).length;
  }

  /** How a kind comes to a person. */
  wayOf(login: string, kind: NoticeKind): Way {
    const { mail, hook } = kinds[kind];
    return this.#of(login).ways[kind] ?? { mail, hook };
  }

  /** Her confirmed address for mail. */
  addressOf(login: string): string | undefined {
    return this.#of(login).address;
  }

  /** The address whose code is waited for. */
  unconfirmedOf(login: string): string | undefined {
    return this.#of(login).unconfirmed?.address;
  }

  has(login: string, id: string): boolean {
    return this.#of(login).notices.some((notice) => notice.id === id);
  }

  /** A notice for a person's list, in which it is not yet. */
  make(login: string, id: string, { kind, text, link }: Message): Notice {
    const daily = this.addressOf(login) !== undefined && this.wayOf(login, kind).mail === 'daily';
    const at = this.#now().getTime();
    return { id, at, kind, text, link, read: false, daily };
  }

  async add(login: string, notice: Notice): Promise<void> {
    const { notices } = this.#of(login);
    await this.#set(login, { notices: [notice, ...notices].slice(0, kept) });
  }

  /** Marks the notice with this id as read, or all of them. */
  async markRead(login: string, id?: string): Promise<void> {
    const notices = this.#of(login).notices.map((notice) =>
      id === undefined || notice.id === id ? { ...notice, read: true } : notice,
    );
    await this.#set(login, { notices });
  }

  /** Unread notices from before a moment that wait for the daily mail, and that she still wants there. */
  dailyOf(login: string, before: number): Notice[] {
    return this.#of(login).notices.filter(
      ({ daily, read, at, kind }) =>
        daily && !read && at < before && this.wayOf(login, kind).mail === 'daily',
    );
  }

  /** Notes that everything from before a moment has had its daily mail. */
  async dailySent(login: string, before: number): Promise<void> {
    const notices = this.#of(login).notices.map((notice) =>
      notice.at < before ? { ...notice, daily: false } : notice,
    );
    await this.#set(login, { notices });
  }

  async setWays(login: string, ways: ReadonlyMap<NoticeKind, Way>): Promise<void> {
    await this.#set(login, { ways: { ...this.#of(login).ways, ...Object.fromEntries(ways) } });
  }

  /** Begins a change of the address; returns the code to be sent there. Refuses (429) too many. */
  async proposeAddress(login: string, address: string): Promise<string> {
    const now = this.#now().getTime();
    const sent = this.#of(login).codesSent.filter((at) => at > now - 60 * 60 * 1000);
    if (sent.length >= code.anHour) {
      const message = 'Đã gửi nhiều mã trong một giờ qua. Hãy chờ một giờ rồi thử lại.';
      throw new Refusal(429, 'too-many-codes', message);
    }
    const digits = String(randomInt(1_000_000)).padStart(6, '0');
    const until = now + code.milliseconds;
    const unconfirmed = { address, code: hashOf(login, digits), until, tries: 0 };
    await this.#set(login, { unconfirmed, codesSent: [...sent, now] });
    return digits;
  }

  /** Uses the address from now on whose code this is; refuses (422) a wrong or old one. */
  async confirmAddress(login: string, digits: string): Promise<void> {
    const { unconfirmed } = this.#of(login);
    const isLive =
      unconfirmed !== undefined &&
      unconfirmed.until > this.#now().getTime() &&
      unconfirmed.tries < code.tries;
    if (!isLive) {
      throw new Refusal(422, 'old-code', 'Mã đã hết hạn. Hãy ghi lại địa chỉ để nhận mã mới.');
    }
    if (unconfirmed.code !== hashOf(login, digits.replace(/\s/g, ''))) {
      await this.#set(login, { unconfirmed: { ...unconfirmed, tries: unconfirmed.tries + 1 } });
      throw new Refusal(422, 'wrong-code', 'Mã không đúng. Hãy xem lại thư mới nhất.');
    }
    await this.#set(login, { address: unconfirmed.address, unconfirmed: undefined });
  }

  /** No mail goes to her any more. */
  async removeAddress(login: string): Promise<void> {
    await this.#set(login, { address: undefined, unconfirmed: undefined });
  }

  #of(login: string): Mailbox {
    return this.#boxes.get(login) ?? empty;
  }

  #set(login: string, changes: { [Name in keyof Mailbox]?: Mailbox[Name] | undefined }) {
    const box = { ...this.#of(login), ...changes } as Mailbox;
    this.#boxes.set(login, box);
    return this.#write(() => writeJson(join(this.#dir, `${login}.json`), box));
  }
}

/** Six digits can be guessed from any hash: what protects them is their hour, and the five tries. */
function hashOf(login: string, digits: string): string {
  return createHash('sha256').update(`${login} ${digits}`).digest('hex');
}
