/**
 * What is still to be sent, on the disk, so that a restart loses nothing: `notices/outbox.json`. What
 * could not be sent is tried again after growing pauses, and given up after three days.
 */
import { z } from 'zod';
import type { Clock } from '../machine/clock.ts';
import { writeJson } from '../machine/json-file.ts';
import { createQueue, type Queue } from '../machine/queue.ts';
import { readStored } from '../machine/stored.ts';

const mailRule = z.object({
  channel: z.literal('mail'),
  /** Whose address it goes to, as that is when it is sent. */
  login: z.string(),
  subject: z.string(),
  text: z.string(),
});
const hookRule = z.object({ channel: z.literal('hook'), body: z.string() });
const contentRule = z.discriminatedUnion('channel', [mailRule, hookRule]);

const waitingRule = z.object({
  /** Its own: what is there already is not added again. */
  id: z.string(),
  content: contentRule,
  /** Milliseconds: since when it waits, and when it is tried next. */
  since: z.number(),
  next: z.number(),
  tries: z.number(),
  /** Why the last try failed. */
  error: z.string().default('chưa gửi lần nào'),
});

const fileRule = z.object({
  waiting: z.array(waitingRule),
  /** The newest first. */
  givenUp: z.array(z.object({ at: z.number(), channel: z.string(), reason: z.string() })),
});

export type Content = z.infer<typeof contentRule>;
export type OutboxFile = z.infer<typeof fileRule>;
type Waiting = z.infer<typeof waitingRule>;

/** The other side answered, and will not take this one; others may still be sent. */
export class NotTaken extends Error {}

const minute = 60 * 1000;
const longestPause = 60 * minute;
const givenUpAfter = 3 * 24 * 60 * minute;
const keptFailures = 50;

interface Options {
  path: string;
  clock: Clock;
  /** Sends one; throws `NotTaken` or, when nothing answers, anything else. */
  deliver: (id: string, content: Content) => Promise<void>;
}

export class Outbox {
  readonly #options: Options;
  readonly #turns: Queue = createQueue();
  readonly #write: Queue = createQueue();
  #file: OutboxFile = { waiting: [], givenUp: [] };
  #cancelTimer: () => void = () => undefined;
  #isOpen = false;

  constructor(options: Options) {
    this.#options = options;
  }

  /** Takes up what was there before a restart. */
  async load(): Promise<void> {
    this.#file = await readOutbox(this.#options.path);
  }

  /** Begins to send. */
  start(): void {
    this.#isOpen = true;
    this.#wake();
  }

  /** Ends the sending; returns once nothing is under way. */
  close(): Promise<void> {
    this.#isOpen = false;
    this.#cancelTimer();
    return this.#turns(() => this.#write(() => Promise.resolve()));
  }

  /** Takes one in; it is on the disk when this resolves, and is sent after that. */
  async add(id: string, content: Content): Promise<void> {
    if (this.#file.waiting.some((one) => one.id === id)) return;
    const now = this.#options.clock.now().getTime();
    this.#file.waiting.push(waitingRule.parse({ id, content, since: now, next: now, tries: 0 }));
    await this.#save();
    this.#wake();
  }

  #wake(): void {
    void this.#turns(async () => {
      if (!this.#isRunning()) return;
      this.#cancelTimer();
      try {
        await this.#sendDue();
      } catch (error) {
        console.error('Chưa ghi được sổ thư chờ gửi:', error);
      }
      this.#wait();
    });
  }

  /** A method: what it answers changes while the work is under way. */
  #isRunning(): boolean {
    return this.#isOpen;
  }

  #wait(): void {
    const { waiting } = this.#file;
    if (!this.#isRunning() || waiting.length === 0) return;
    const { clock } = this.#options;
    const next = Math.min(...waiting.map((one) => one.next)) - clock.now().getTime();
    this.#cancelTimer = clock.after(Math.min(Math.max(next, 1000), longestPause), () =>
      this.#wake(),
    );
  }

  async #sendDue(): Promise<void> {
    const now = this.#options.clock.now().getTime();
    // A moment that is further off than any pause was set by a clock that ran ahead.
    const due = this.#file.waiting.filter(({ next }) => next <= now || next > now + longestPause);
    /** Where nothing answers, with the error: the others are not tried there now. */
    const silent = new Map<Content['channel'], Error>();
    for (const one of due) {
      if (!this.#isRunning()) return;
      if (now - one.since >= givenUpAfter) {
        this.#giveUp(one, now);
        continue;
      }
      const { channel } = one.content;
      const error = silent.get(channel) ?? (await this.#try(one));
      if (error) {
        if (!(error instanceof NotTaken)) silent.set(channel, error);
        this.#failed(one, error, now);
      } else {
        this.#remove(one);
        await this.#save();
      }
    }
    if (due.length > 0) await this.#save();
  }

  /** Sends one; returns why it could not be sent. */
  async #try({ id, content }: Waiting): Promise<Error | undefined> {
    try {
      await this.#options.deliver(id, content);
      return undefined;
    } catch (error) {
      return error as Error;
    }
  }

  #failed(one: Waiting, { message }: Error, now: number): void {
    one.tries += 1;
    one.error = message;
    one.next = now + Math.min(longestPause, minute * 2 ** (one.tries - 1));
    if (one.tries === 1) console.error(`Chưa gửi được, sẽ thử lại (${nameOf(one)}): ${message}`);
  }

  /** Also what lay in a backup, or in a server that was off: old news is in the list, and no mail. */
  #giveUp(one: Waiting, now: number): void {
    console.error(`Bỏ, vì 3 ngày chưa gửi được (${nameOf(one)}): ${one.error}`);
    this.#remove(one);
    const failure = { at: now, channel: one.content.channel, reason: one.error };
    this.#file.givenUp = [failure, ...this.#file.givenUp].slice(0, keptFailures);
  }

  #remove(one: Waiting): void {
    this.#file.waiting = this.#file.waiting.filter(({ id }) => id !== one.id);
  }

  #save(): Promise<void> {
    return this.#write(() => writeJson(this.#options.path, this.#file));
  }
}

/** The outbox of a data folder, as it is on the disk. */
export function readOutbox(path: string): Promise<OutboxFile> {
  return readStored(path, fileRule, { waiting: [], givenUp: [] });
}

function nameOf({ content }: Waiting): string {
  return content.channel === 'mail' ? `thư cho ${content.login}` : 'web hook';
}
