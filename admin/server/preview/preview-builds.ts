/**
 * The whole site as it would be with one draft published: built in a folder of its own, one at a
 * time, and kept under the commits that it was made of. Who waits before the screen comes first, in the order in
 * which people came; what is only made ahead comes after them, the newest wish first.
 */
import { randomUUID } from 'node:crypto';
import { mkdir, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { linkCaches, takeUpPages } from '../build/build-caches.ts';
import { astroBuild, BuildError, Builder, moveSite, type BuildCommand } from '../build/builder.ts';
import { removeAside } from '../build/remove-aside.ts';
import { changeTree, collisionWords } from '../content/change-tree.ts';
import type { Draft } from '../workflow/drafts.ts';
import { Refusal } from '../http/errors.ts';
import type { Git } from '../git/git.ts';
import { mainRef } from '../git/repository.ts';
import type { Queue } from '../machine/queue.ts';

export interface Preview {
  /** Named after the commits of `main` and of the draft; of another `main` if that moves before its turn comes. */
  id: string;
  /** The draft's commit. */
  head: string;
  collection: string;
  slug: string;
  state: 'waiting' | 'building' | 'ready' | 'failed';
  /** Folder of the site, once it is ready. */
  dir: string;
  /** Why there is none, for people. */
  problem?: string;
  /** When it was last asked for, in milliseconds. */
  asked: number;
  /** Since when somebody waits before the screen for it, in milliseconds. */
  awaited?: number;
  /** When whoever waits last looked, in milliseconds. */
  looked?: number;
  /** When it was made, in milliseconds. */
  made?: number;
}

export interface PreviewOptions {
  git: Git;
  dataDir: string;
  modules: string;
  /** In which builds of the site and previews take turns: a publication waits for one preview at most, and only for one that somebody waits for. */
  inTurn: Queue;
  siteUrl?: string | undefined;
  recordingsDir?: string | undefined;
  command?: BuildCommand | undefined;
  /** How far a preview stands back behind other work, as builds of the site do. */
  niceness?: number | undefined;
  /** Most bytes of memory that a build may take. */
  memoryLimit?: number | undefined;
}

/** Finished previews that are kept on the disk. */
const kept = 6;

/** More that nobody waits for would be gone again before anybody looks at them. */
const mostAhead = kept;

/** Who has not looked for so long, in milliseconds, has gone away: the waiting page looks every two seconds. */
const goneAfter = 10_000;

/**
 * For so long, in milliseconds, whoever waited for a preview sees it though `main` moved while it was made: the waiting page
 * looks every two seconds.
 */
const stillNew = 10_000;

/** After this time a preview that failed is tried again, in milliseconds. */
const retryAfter = 20_000;

interface Wish {
  preview: Preview;
  draft: Draft;
}

export class PreviewBuilds {
  readonly #options: PreviewOptions;
  readonly #home: string;
  readonly #builder: Builder;
  readonly #previews = new Map<string, Preview>();
  /** What is to be built, in the order in which it was asked for. */
  #waiting: Wish[] = [];
  #isRunning = false;
  #isClosed = false;

  constructor(options: PreviewOptions) {
    const { git, modules, siteUrl, recordingsDir, command = astroBuild } = options;
    this.#options = options;
    this.#home = join(options.dataDir, 'preview-build');
    this.#builder = new Builder({
      git,
      dataDir: this.#home,
      modules,
      siteUrl,
      recordingsDir,
      command,
      memoryLimit: options.memoryLimit,
      // Behind a publication, which more people wait for, a preview would not end while others publish.
      niceness: options.niceness,
    });
  }

  /** How long the last preview took to build, in seconds; `undefined` until there was one. */
  get lastSeconds(): number | undefined {
    return this.#builder.lastSeconds;
  }

  /** Clears away the sites from before a restart; what the builds have cached stays. */
  async open(): Promise<void> {
    const old = join(this.#home, 'old-sites');
    await mkdir(old, { recursive: true, mode: 0o700 });
    await mkdir(this.#sites, { recursive: true });
    await rename(this.#sites, join(old, randomUUID()));
    await mkdir(this.#sites, { mode: 0o700 });
    await this.#builder.open();
    // A few of ten thousand entries take half a minute to delete; the server answers meanwhile.
    void removeAside([old]).catch((error: unknown) => {
      console.error(`Chưa xóa được bản xem trước cũ, lần khởi động sau sẽ xóa: ${String(error)}`);
    });
  }

  /** Ends a build that is under way. */
  close(): void {
    this.#isClosed = true;
    this.#waiting = [];
    this.#builder.close();
  }

  /** The preview of a draft on a commit of `main` for somebody who waits for it; begun when there is none. */
  ask(main: string, draft: Draft): Preview {
    const preview = this.#find(main, draft);
    const now = Date.now();
    if (!isWaitedFor(preview, now)) preview.awaited = now;
    preview.looked = now;
    return preview;
  }

  /** Has a preview made that somebody may ask for soon, after all that people wait for. */
  makeAhead(main: string, draft: Draft): void {
    this.#find(main, draft);
  }

  /** The one that there is, or a new one that waits for its turn. */
  #find(main: string, draft: Draft): Preview {
    const { head, slug } = draft;
    const asked = Date.now();
    const id = idOf(main, head);
    // While others publish, `main` moves again and again: who waits for this draft goes on to wait for the same.
    const isAwaited = ({ head: other, state, made = 0 }: Preview) =>
      other === head && state !== 'failed' && (state !== 'ready' || asked < made + stillNew);
    const known = this.#previews.get(id) ?? [...this.#previews.values()].find(isAwaited);
    if (known && !(known.state === 'failed' && asked > known.asked + retryAfter)) {
      if (known.state !== 'failed') known.asked = asked;
      return known;
    }
    const collection = draft.type.name;
    const preview: Preview = {
      ...{ id, head, collection, slug, asked },
      state: 'waiting',
      dir: join(this.#sites, id),
    };
    this.#previews.set(id, preview);
    this.#forgetOlder(collection, slug);
    this.#waiting.push({ preview, draft });
    this.#forgetAhead();
    void this.#run();
    return preview;
  }

  /** A preview that is ready. */
  find(id: string): Preview | undefined {
    const preview = this.#previews.get(id);
    if (preview?.state !== 'ready') return undefined;
    preview.asked = Date.now();
    return preview;
  }

  get #sites(): string {
    return join(this.#home, 'sites');
  }

  /** An older state of the same entry need not be built any more. */
  #forgetOlder(collection: string, slug: string): void {
    const isOlder = ({ preview }: Wish) =>
      preview.collection === collection && preview.slug === slug;
    this.#forget(this.#waiting.filter(isOlder));
  }

  /** Keeps the newest of those that nobody waits for. */
  #forgetAhead(): void {
    const now = Date.now();
    const ahead = this.#waiting.filter(({ preview }) => !isWaitedFor(preview, now));
    this.#forget(ahead.slice(0, -mostAhead));
  }

  #forget(wishes: readonly Wish[]): void {
    for (const { preview } of wishes) this.#previews.delete(preview.id);
    this.#waiting = this.#waiting.filter((wish) => !wishes.includes(wish));
  }

  /**
   * Takes the next one out of those that wait. One that nobody waits for lets everything go first that stands in
   * line behind it.
   */
  #next(): Wish | undefined {
    const now = Date.now();
    const [first] = this.#waiting
      .filter(({ preview }) => isWaitedFor(preview, now))
      .sort((a, b) => a.preview.awaited! - b.preview.awaited!);
    const next = first ?? (this.#options.inTurn.hasWaiting() ? undefined : this.#waiting.at(-1));
    this.#waiting = this.#waiting.filter((wish) => wish !== next);
    return next;
  }

  async #run(): Promise<void> {
    if (this.#isRunning) return;
    this.#isRunning = true;
    while (this.#waiting.length > 0) {
      // Which one is settled only when its turn has come: until then somebody may have begun to wait.
      await this.#options.inTurn(async () => {
        const wish = this.#next();
        if (wish) await this.#make(wish);
      });
      await this.#removeOld();
    }
    this.#isRunning = false;
  }

  async #make({ preview, draft }: Wish): Promise<void> {
    try {
      // What only a public site needs is left out, and the share kits of all other entries.
      const env = { SITE_PREVIEW: draft.path };
      const release = await this.#builder.build(await this.#begin(preview, draft), env);
      await removeAside([preview.dir]);
      await moveSite(release.dir, preview.dir);
      Object.assign(preview, { state: 'ready', made: Date.now() });
    } catch (error) {
      if (this.#isClosed) return;
      preview.state = 'failed';
      preview.asked = Date.now();
      preview.problem = problemOf(error);
    }
  }

  /** Its turn has come: the tree of the draft on `main` as that is now. */
  async #begin(preview: Preview, draft: Draft): Promise<string> {
    const { git } = this.#options;
    const main = await git.resolve(mainRef);
    if (main === undefined) throw new Error(`Kho ${git.dir} không có nhánh main.`);
    this.#previews.delete(preview.id);
    const id = idOf(main, draft.head);
    Object.assign(preview, { id, dir: join(this.#sites, id), state: 'building' });
    this.#previews.set(id, preview);
    await this.#shareCaches();
    const merged = await changeTree(git, main, draft);
    if ('collisions' in merged) {
      throw new Refusal(409, 'conflict', collisionWords(merged.collisions));
    }
    return merged.tree;
  }

  /** Takes up what the site's own builds have made already: it is this preview's turn, so none is under way. */
  async #shareCaches(): Promise<void> {
    const [theirs, ours] = [join(this.#options.dataDir, 'build'), join(this.#home, 'build')];
    await linkCaches(theirs, ours);
    await takeUpPages(theirs, ours);
  }

  async #removeOld(): Promise<void> {
    const done = [...this.#previews.values()]
      .filter(({ state }) => state === 'ready' || state === 'failed')
      .sort((a, b) => b.asked - a.asked);
    const old = done.slice(kept);
    for (const { id } of old) this.#previews.delete(id);
    const doomed = old.flatMap(({ dir }) => this.#builder.leave(dir));
    if (doomed.length > 0) await removeAside(doomed);
  }
}

function isWaitedFor({ looked }: Preview, now: number): boolean {
  return looked !== undefined && now < looked + goneAfter;
}

function idOf(main: string, head: string): string {
  return `${main.slice(0, 16)}-${head.slice(0, 16)}`;
}

/** The reason in words; what only an engineer understands goes to the log. */
function problemOf(error: unknown): string {
  if (error instanceof Refusal || error instanceof BuildError) return error.message;
  console.error('Không dựng được trang xem trước:', error);
  return 'Máy chủ gặp lỗi khi dựng trang xem trước. Hãy báo người quản trị.';
}
