/**
 * Sees when `main` moves, whoever moved it, and brings the site up to it. What cannot be shown
 * leaves the old site up and is told.
 */
import { watch, type FSWatcher } from 'node:fs';
import { join } from 'node:path';
import { BuildError, type Builder } from '../build/builder.ts';
import { findingsOf } from '../content/change-tree.ts';
import { diskProblemOf, lowDiskWarning, writeProblem } from '../machine/disk.ts';
import type { Git } from './git.ts';
import type { Health } from '../machine/health.ts';
import type { Publisher } from '../workflow/publish.ts';
import { createQueue, type Queue } from '../machine/queue.ts';
import { checkoutRef, mainRef } from './repository.ts';

interface Options {
  git: Git;
  publisher: Publisher;
  builder: Builder;
  health: Health;
  /** Its disk is looked after. */
  dataDir: string;
  /** Called when `main` has moved. */
  onMove: () => void;
}

/** Every so many milliseconds all is looked at, also when the system told of no change. */
const pollMilliseconds = 30_000;
/** A push writes several files: they count as one change. */
const settleMilliseconds = 100;

/** Files that the running server is made of, which a push to its repository does not change. */
const serverCode = /^(?:package-lock\.json$|admin\/server\/|src\/schema\/|src\/checks\/)/;

export class Watch {
  readonly #options: Options;
  readonly #queue: Queue = createQueue();
  #watcher: FSWatcher | undefined;
  #poll: NodeJS.Timeout | undefined;
  #soon: NodeJS.Timeout | undefined;
  /** The commit of `main` that is served, whole and under the site's address, or was found wanting. */
  #judged: string | undefined;
  #isClosed = false;

  constructor(options: Options) {
    this.#options = options;
  }

  start(): void {
    const { git } = this.#options;
    const look = () => void this.check();
    this.#watcher = watch(join(git.dir, 'refs/heads'), { persistent: false }, () => {
      clearTimeout(this.#soon);
      this.#soon = setTimeout(look, settleMilliseconds).unref();
    });
    this.#watcher.on('error', (error) =>
      console.error(`Không theo dõi được kho git, vẫn xem lại mỗi 30 giây: ${error.message}`),
    );
    this.#poll = setInterval(look, pollMilliseconds).unref();
    look();
  }

  close(): void {
    this.#isClosed = true;
    this.#watcher?.close();
    clearInterval(this.#poll);
    clearTimeout(this.#soon);
  }

  /** Looks now; what is wrong is found in `health` afterwards. */
  check(): Promise<void> {
    const { health, dataDir } = this.#options;
    return this.#queue(async () => {
      try {
        await this.#bringUp();
        const problem = await writeProblem(dataDir);
        health.report('diskProblem', problem ?? (await lowDiskWarning(dataDir)));
      } catch (error) {
        // The build was broken off with the server: no fault, and the next start makes it anew.
        if (this.#isClosed) return;
        const problem = diskProblemOf(error);
        if (problem !== undefined) health.report('diskProblem', problem);
        else health.report('mainProblem', `Trang cũ vẫn chạy. Máy chủ gặp lỗi: ${String(error)}`);
      }
    });
  }

  async #bringUp(): Promise<void> {
    const { git, publisher, builder, health, onMove } = this.#options;
    const main = await git.resolve(mainRef);
    if (!main || main === this.#judged) return;
    onMove();
    // What is being published at this moment is on `main` before it is served.
    await publisher.inTurn(() => Promise.resolve());
    const isOurs = builder.releases[0]?.commit === main && builder.hasAddress();
    const fault = isOurs ? undefined : await this.#serve(main);
    this.#judged = main;
    health.report('mainProblem', fault ?? (await this.#codeProblem(main)));
  }

  /** Serves a commit that came from elsewhere; returns what is wrong with it. */
  async #serve(main: string): Promise<string | undefined> {
    const { git, publisher } = this.#options;
    const findings = await findingsOf(git, main);
    const errors = findings.filter(({ severity }) => severity === 'error');
    const name = `Commit ${main.slice(0, 10)} ở nhánh main`;
    if (errors.length > 0) {
      const lines = errors.map(({ file, field, message }) => `✗ ${file} ${field}: ${message}`);
      return `${name} có nội dung sai nên trang cũ vẫn chạy:\n${lines.join('\n')}`;
    }
    try {
      await publisher.refresh();
      return undefined;
    } catch (error) {
      if (!(error instanceof BuildError)) throw error;
      return `${name} không dựng được nên trang cũ vẫn chạy:\n${error.message}`;
    }
  }

  /** What to do when `main` holds code that this server does not run yet. */
  async #codeProblem(main: string): Promise<string | undefined> {
    const { git } = this.#options;
    if (!(await git.isAncestor(checkoutRef, main))) return undefined;
    const paths = (await git.changes(checkoutRef, main)).map(({ path }) => path);
    if (!paths.some((path) => serverCode.test(path))) return undefined;
    const install = paths.includes('package-lock.json') ? 'chạy npm ci rồi ' : '';
    return `Nhánh main có mã mới mà máy chủ chưa chạy. Ở thư mục mã nguồn, hãy lấy bản mới về (git pull), ${install}khởi động lại.`;
  }
}
