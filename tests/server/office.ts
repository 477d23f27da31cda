/** The services behind the server on real git, without HTTP, with a clock that a test sets. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { User } from '#admin/server/accounts/accounts.ts';
import type { Clock } from '#admin/server/machine/clock.ts';
import type { Action } from '#admin/server/workflow/rules.ts';
import { saveEntry } from '#admin/server/workflow/save.ts';
import { openServices, type ServiceOptions, type Services } from '#admin/server/services.ts';
import type { ActionRequest, ActionResult } from '#admin/server/workflow/workflow.ts';
import { article, file } from '#tests/support/content.ts';
import { commitAll, gitIn, makeCheckout, people, writeIn, type PersonName } from './harness.ts';

/** A clock that stands still until it is set; its timers run when their moment is reached. */
export class TestClock implements Clock {
  #now: number;
  #timers = new Set<{ at: number; task: () => void }>();
  /** The waits that were asked for, in milliseconds. */
  readonly waits: number[] = [];

  constructor(now: Date) {
    this.#now = now.getTime();
  }

  now = (): Date => new Date(this.#now);

  after = (milliseconds: number, task: () => void): (() => void) => {
    this.waits.push(milliseconds);
    const timer = { at: this.#now + milliseconds, task };
    this.#timers.add(timer);
    return () => this.#timers.delete(timer);
  };

  /** Whether something waits for a moment to come. */
  get isWaiting(): boolean {
    return this.#timers.size > 0;
  }

  set(now: Date): void {
    this.#now = now.getTime();
    for (const timer of this.#timers) {
      if (timer.at > this.#now) continue;
      this.#timers.delete(timer);
      timer.task();
    }
  }
}

export interface Office {
  dir: string;
  clock: TestClock;
  /** Of the server as it runs now. */
  services: () => Services;
  git: (...args: string[]) => Promise<string>;
  /** An article's draft with these fields changed. */
  save: (who: User | PersonName, slug: string, changes?: object, body?: string) => Promise<unknown>;
  act: (
    who: User | PersonName,
    action: Action,
    slug: string,
    more?: Partial<ActionRequest>,
  ) => Promise<ActionResult>;
  /** Saves, submits and approves an article. */
  ready: (slug: string, changes?: object, body?: string) => Promise<void>;
  /** The file of an article on `main`. */
  live: (slug: string) => Promise<string>;
  /** An engineer's commit on `main`, pushed. */
  push: (path: string, text: string) => Promise<void>;
  /** Ends the server and opens it again, without what it does by itself. */
  restart: () => Promise<void>;
  close: () => Promise<void>;
}

/** `options` go to the services as they are. */
export async function openOffice(
  now = new Date(),
  options: Partial<ServiceOptions> = {},
): Promise<Office> {
  const dir = await mkdtemp(join(tmpdir(), 'office-'));
  const checkout = join(dir, 'checkout');
  await makeCheckout(checkout);
  const clock = new TestClock(now);
  const open = () =>
    openServices({
      dataDir: join(dir, 'data'),
      checkout,
      allowedHosts: new Set(),
      clock,
      buildCommand: (source, outDir) => ({
        file: 'sh',
        args: [
          '-c',
          'grep -rq HONG "$1/content" && exit 1; cp -r "$1/content" "$2"',
          '-',
          source,
          outDir,
        ],
      }),
      ...options,
    });
  let services = await open();
  await services.publisher.refresh();
  for (const user of Object.values(people)) await services.accounts.add(user);
  const user = (who: User | PersonName) => (typeof who === 'string' ? people[who] : who);
  const bare = join(dir, 'data/repository.git');
  const office: Office = {
    dir,
    clock,
    services: () => services,
    git: (...args) => gitIn(bare, ...args),
    save: (who, slug, changes = {}, body) =>
      saveEntry(services.drafts, user(who), {
        collection: 'article',
        slug,
        raw: file({ ...article, title: `Bài ${slug}`, ...changes }, body),
        pictures: new Map(),
      }),
    act: (who, action, slug, more = {}) =>
      services.workflow.act(user(who), action, { collection: 'article', slug, ...more }),
    async ready(slug, changes, body) {
      await office.save('editor', slug, changes, body);
      await office.act('editor', 'submit', slug);
      await office.act('approver', 'approve', slug);
    },
    live: (slug) => gitIn(bare, 'show', `main:content/articles/${slug}.mdx`),
    async push(path, text) {
      const work = await mkdtemp(join(dir, 'engineer-'));
      await gitIn(dir, 'clone', '--quiet', bare, work);
      await writeIn(work, path, text);
      await commitAll(work, 'Sửa từ máy kỹ sư');
      await gitIn(work, 'push', '--quiet', 'origin', 'HEAD:main');
    },
    async restart() {
      await services.close();
      services = await open();
    },
    async close() {
      await services.close();
      await rm(dir, { recursive: true, force: true });
    },
  };
  return office;
}
