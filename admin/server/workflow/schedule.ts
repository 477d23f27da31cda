/**
 * What happens by itself: drafts that were approved for a later moment are published then, and the
 * site is built anew at every moment from which its content shows differently. Moments that
 * passed while the server was down are caught up with at its start, in their order.
 */
import { stat } from 'node:fs/promises';
import { loginIn, personOf, type Accounts } from '../accounts/accounts.ts';
import type { Builder } from '../build/builder.ts';
import type { Clock } from '../machine/clock.ts';
import type { Draft, Drafts } from './drafts.ts';
import { Refusal } from '../http/errors.ts';
import type { LiveEntries } from '../content/live-entries.ts';
import type { Publisher } from './publish.ts';
import { createQueue, type Queue } from '../machine/queue.ts';

interface Options {
  drafts: Drafts;
  live: LiveEntries;
  publisher: Publisher;
  builder: Builder;
  accounts: Pick<Accounts, 'find'>;
  clock: Clock;
}

/** Nobody logs in by this name: it signs what the server notes by itself. */
const server = personOf({ login: 'may-chu', name: 'Máy chủ' });

/**
 * The longest that a timer runs before the plan is read anew: a clock that was set, a machine that
 * slept and a change from elsewhere are noticed after that time.
 */
const longestWait = 10 * 60 * 1000;

/** How far ahead a publication can be set, in milliseconds: a year, be it a leap year. */
export const farthestMoment = 366 * 24 * 60 * 60 * 1000;

/** The pause after a moment that could not be dealt with at all. */
const shortestWait = 1000;

export class Scheduler {
  readonly #options: Options;
  readonly #queue: Queue = createQueue();
  /** The release that was served after the last build from here, and the moment for which it was built. */
  #built: { dir: string | undefined; at: number } | undefined;
  #moments: { commit: string; moments: readonly number[] } | undefined;
  #cancelTimer: () => void = () => undefined;
  #isOpen = false;

  constructor(options: Options) {
    this.#options = options;
  }

  /** Catches up with what was missed and waits for what comes. Returns once it has caught up. */
  start(): Promise<void> {
    this.#isOpen = true;
    return this.wake();
  }

  /** Reads the plan anew: to be called when a moment was set or the content has changed. */
  wake(): Promise<void> {
    return this.#queue(async () => {
      if (!this.#isRunning()) return;
      this.#cancelTimer();
      let next: Date | undefined;
      try {
        await this.#runDue();
        next = await this.nextMoment();
      } catch (error) {
        // A build that ends because the server does is made again at its next start.
        if (!this.#isRunning()) return;
        console.error('Việc theo lịch chưa làm được, sẽ thử lại:', error);
        next = new Date(this.#options.clock.now().getTime() + longestWait);
      }
      this.#wait(next);
    });
  }

  /** A method: what it answers changes while the work is under way. */
  #isRunning(): boolean {
    return this.#isOpen;
  }

  /** Ends the waiting; returns once nothing is under way. */
  close(): Promise<void> {
    this.#isOpen = false;
    this.#cancelTimer();
    return this.#queue(() => Promise.resolve());
  }

  /** The next moment at which something happens by itself; in the past when it is overdue. */
  async nextMoment(): Promise<Date | undefined> {
    const moments = (await this.#planned()).map(({ publishAt }) => publishAt.getTime());
    const rebuild = await this.#nextRebuild();
    if (rebuild) moments.push(rebuild.getTime());
    return moments.length > 0 ? new Date(Math.min(...moments)) : undefined;
  }

  #wait(next: Date | undefined): void {
    if (!this.#isRunning()) return;
    const { clock } = this.#options;
    const left = next ? next.getTime() - clock.now().getTime() : longestWait;
    const wait = Math.min(Math.max(left, shortestWait), longestWait);
    this.#cancelTimer = clock.after(wait, () => void this.wake());
  }

  async #runDue(): Promise<void> {
    const { clock, publisher } = this.#options;
    const now = clock.now().getTime();
    for (const draft of await this.#planned()) {
      if (draft.publishAt.getTime() > now || !this.#isRunning()) break;
      await this.#publish(draft);
    }
    const rebuild = await this.#nextRebuild();
    if (!rebuild || rebuild.getTime() > now) return;
    // Marked first: a build that fails is a matter for the operator, not for a try every second.
    this.#noteBuilt(now);
    await publisher.rebuild();
    this.#noteBuilt(now);
  }

  /** Drafts with a moment of publication, the earliest first. */
  async #planned(): Promise<(Draft & { publishAt: Date })[]> {
    const drafts = await this.#options.drafts.all();
    return drafts
      .flatMap((draft) => (draft.publishAt ? [{ ...draft, publishAt: draft.publishAt }] : []))
      .sort((a, b) => a.publishAt.getTime() - b.publishAt.getTime());
  }

  /** Publishes in the name of the approver who set the moment, by the rules as they hold now. */
  async #publish(draft: Draft & { publishAt: Date }): Promise<void> {
    const { accounts, publisher, clock } = this.#options;
    try {
      const login = draft.reviewer && loginIn(draft.reviewer.email);
      const approver = login === undefined ? undefined : await accounts.find(login);
      if (!approver) {
        throw new Refusal(403, 'no-approver', 'Người duyệt đã hẹn giờ không còn tài khoản.');
      }
      const { type, slug, head, publishAt } = draft;
      await publisher.publish(approver, { collection: type.name, slug, head, publishAt });
      this.#noteBuilt(clock.now().getTime());
    } catch (error) {
      if (!this.#isRunning()) return;
      // Somebody took the next step meanwhile: the plan is read anew.
      if (error instanceof Refusal && error.code === 'stale') return;
      if (!(error instanceof Refusal)) console.error('Chưa đăng được theo lịch:', error);
      await this.#noteFailure(draft, reasonOf(error));
    }
  }

  /** Says on the draft why it was not published; its moment is thereby spent. */
  #noteFailure({ type, slug, head }: Draft, reason: string): Promise<void> {
    const { drafts } = this.#options;
    return drafts.write({ collection: type.name, slug }, async () => {
      const draft = await drafts.find(type.name, slug);
      if (draft?.head !== head) return;
      await drafts.remark(server, draft, {
        action: 'schedule-failed',
        subject: `Chưa đăng được theo lịch ${type.name}/${slug}`,
        note: reason,
      });
    });
  }

  /**
   * The first moment since the last build at which a day or a time of some entry begins or has
   * ended: a notice, an event, a phase, a term of validity. After a clock that ran ahead was set back, the
   * site may show what is not yet so, and is built anew.
   */
  async #nextRebuild(): Promise<Date | undefined> {
    const { builder, clock } = this.#options;
    const [release] = builder.releases;
    if (!release) return undefined;
    const built =
      this.#built?.dir === release.dir ? this.#built.at : (await stat(release.dir)).mtimeMs;
    const now = clock.now().getTime();
    const moments = await this.#momentsOnSite();
    if (moments.some((moment) => moment > now && moment <= built)) return new Date(now);
    const next = moments.find((moment) => moment > built);
    return next === undefined ? undefined : new Date(next);
  }

  #noteBuilt(at: number): void {
    this.#built = { dir: this.#options.builder.releases[0]?.dir, at };
  }

  /** All of them in their order. */
  async #momentsOnSite(): Promise<readonly number[]> {
    const { drafts, live } = this.#options;
    const commit = await drafts.main();
    if (this.#moments?.commit !== commit) {
      const entries = await live.at(commit);
      const moments = new Set(entries.flatMap((entry) => entry.moments));
      this.#moments = { commit, moments: [...moments].sort((a, b) => a - b) };
    }
    return this.#moments.moments;
  }
}

function reasonOf(error: unknown): string {
  return error instanceof Refusal
    ? error.message
    : 'Máy chủ gặp lỗi trong lúc đăng. Hãy báo người quản trị, rồi đăng hoặc hẹn giờ lại.';
}
