/**
 * What is told because a time has come: review dates in the first minutes of a day, backups that failed
 * or are missing, and the daily mail at seven. What was missed while the server was down is made up for
 * at its start, once.
 */
import { join } from 'node:path';
import { z } from 'zod';
import { hanoiDay, timeOfDay } from '#src/time/hanoi.ts';
import type { Accounts } from '../accounts/accounts.ts';
import type { LiveEntries } from '../content/live-entries.ts';
import { readBackupOutcome } from '../machine/backup-outcome.ts';
import type { Clock } from '../machine/clock.ts';
import { writeJson } from '../machine/json-file.ts';
import { createQueue, type Queue } from '../machine/queue.ts';
import { readStored } from '../machine/stored.ts';
import type { Drafts } from '../workflow/drafts.ts';
import { backupNotice } from './backup-notices.ts';
import { passkeysTakenNotice } from './login-notices.ts';
import { lastAuthors, reviewNotices } from './review-notices.ts';
import type { Missed } from './missed.ts';
import type { Notices } from './notices.ts';
import { reviewsDue } from '../workflow/review-dates.ts';

interface Options {
  dataDir: string;
  notices: Notices;
  accounts: Pick<Accounts, 'list'>;
  drafts: Drafts;
  live: LiveEntries;
  missed: Missed;
  clock: Clock;
}

const toldRule = z.object({
  /** The day, `YYYY-MM-DD`, whose review dates were looked at. */
  reviewDay: z.string().default(''),
  /** Path of an entry → its review date that was told. */
  reviews: z.record(z.string(), z.string()).default({}),
  /** The state of the backups that was told last. */
  backup: z.string().default(''),
  /** Login → when passkeys were taken from her, as it was told last. */
  passkeys: z.record(z.string(), z.number()).default({}),
});

/** The daily mail goes at this time of Hà Nội. */
const dailyTime = '07:00';
const dayMilliseconds = 24 * 60 * 60 * 1000;
const pause = 10 * 60 * 1000;

export class NoticeRounds {
  readonly #options: Options;
  readonly #path: string;
  readonly #queue: Queue = createQueue();
  #cancelTimer: () => void = () => undefined;
  #isOpen = false;

  constructor(options: Options) {
    this.#options = options;
    this.#path = join(options.dataDir, 'notices', 'told.json');
  }

  start(): void {
    this.#isOpen = true;
    this.wake();
  }

  /** Resolves once a round that is under way has ended. */
  settled(): Promise<void> {
    return this.#queue(() => Promise.resolve());
  }

  /** Ends the waiting; returns once nothing is under way. */
  close(): Promise<void> {
    this.#isOpen = false;
    this.#cancelTimer();
    return this.settled();
  }

  /** Looks at once, and from now on from time to time. */
  wake(): void {
    const { clock } = this.#options;
    void this.#queue(async () => {
      if (!this.#isOpen) return;
      this.#cancelTimer();
      const now = clock.now();
      // One that fails stops no other, and is tried again at the next round.
      for (const task of [
        this.#missed,
        this.#reviews,
        this.#backups,
        this.#passkeys,
        this.#daily,
      ]) {
        await task.call(this, now).catch((error: unknown) => {
          console.error('Việc báo theo giờ chưa làm được, sẽ thử lại:', error);
        });
      }
      const next = lastDaily(now) + dayMilliseconds - now.getTime();
      this.#cancelTimer = clock.after(Math.min(pause, next), () => this.wake());
    });
  }

  #missed(): Promise<void> {
    return this.#options.missed.catchUp();
  }

  async #reviews(now: Date): Promise<void> {
    const { drafts, live, notices } = this.#options;
    const told = await this.#told();
    const today = hanoiDay(now);
    if (told.reviewDay === today) return;
    const main = await drafts.main();
    const due = [...reviewsDue(await live.at(main), today, 0).values()].flat();
    const fresh = due.filter(({ entry }) => told.reviews[entry.path] !== entry.reviewDate);
    const authors = await Promise.all(
      fresh.map(({ entry }) => lastAuthors(drafts.git, main, entry.path)),
    );
    const entries = fresh.map(({ entry }, at) => ({ entry, authors: authors[at]! }));
    await notices.tell((accounts) => Promise.resolve(reviewNotices(entries, accounts)));
    const reviews = Object.fromEntries(
      due.map(({ entry }) => [entry.path, entry.reviewDate ?? '']),
    );
    await writeJson(this.#path, { ...told, reviewDay: today, reviews });
  }

  async #backups(now: Date): Promise<void> {
    const { dataDir, notices } = this.#options;
    const told = await this.#told();
    const { state, message } = backupNotice(await readBackupOutcome(dataDir), now);
    if (told.backup === state) return;
    if (message) await notices.tellAdmins(message);
    await writeJson(this.#path, { ...told, backup: state });
  }

  /** By the account's own mark: the command that takes passkeys away is a process of its own. */
  async #passkeys(): Promise<void> {
    const { accounts, notices } = this.#options;
    const told = await this.#told();
    const taken = new Map(
      (await accounts.list()).flatMap(({ login, passkeysTaken: at }) =>
        at === undefined || told.passkeys[login] === at ? [] : [[login, at]],
      ),
    );
    if (taken.size === 0) return;
    for (const [login, at] of taken) await notices.tellOne(login, passkeysTakenNotice(at));
    const passkeys = { ...told.passkeys, ...Object.fromEntries(taken) };
    await writeJson(this.#path, { ...told, passkeys });
  }

  #daily(now: Date): Promise<void> {
    return this.#options.notices.sendDaily(lastDaily(now));
  }

  #told() {
    return readStored(this.#path, toldRule, {});
  }
}

/** The newest moment of a daily mail that is not after `now`, in milliseconds. */
function lastDaily(now: Date): number {
  const today = new Date(timeOfDay(hanoiDay(now), dailyTime)).getTime();
  return today <= now.getTime() ? today : today - dayMilliseconds;
}
