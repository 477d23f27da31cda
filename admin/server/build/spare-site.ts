/**
 * The folder of a site that nobody needs any more: the next build makes its own of it and needs only what differs
 * (`src/integrations/site-folder.ts`). Releases leave one as they become too old; until there are so many it is a
 * second copy of the served one.
 */
import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { listBeside } from '#src/integrations/site-folder.ts';
import { linkOrCopy } from '#src/link-file.ts';
import { linkAside } from './link-aside.ts';
import { removeAside } from './remove-aside.ts';

export class SpareSite {
  /** Where a copy stands. It is whole when its list stands beside it. */
  readonly #copy: string;
  #dir: string | undefined;
  #isCopying = false;

  /** `releases`: the folder of the sites. One that was copied there before a restart is taken up. */
  constructor(releases: string) {
    this.#copy = join(releases, 'spare');
    if (existsSync(listBeside(this.#copy))) this.#dir = this.#copy;
  }

  /** The folder, until a build has taken it. */
  get dir(): string | undefined {
    return this.#dir !== undefined && existsSync(this.#dir) ? this.#dir : undefined;
  }

  /** What stands there or is being copied, by name. */
  get names(): string[] {
    const { dir } = this;
    const dirs = [...(dir === undefined ? [] : [dir]), ...(this.#isCopying ? [this.#copy] : [])];
    return dirs.flatMap((one) => [one, listBeside(one)]).map((path) => basename(path));
  }

  /**
   * Takes a site that is no longer needed. Returns what is to be deleted instead: the one that was there before, or this
   * one when no list says what it holds.
   */
  take(dir: string): string[] {
    if (!existsSync(listBeside(dir))) return [dir];
    const before = this.dir;
    this.#dir = dir;
    return before === undefined ? [] : [before, listBeside(before)];
  }

  /** Copies a site where there is none, as second names of its files; where the disk knows none there stays none. */
  async copy(site: string, signal: AbortSignal): Promise<void> {
    if (this.#isCopying || !this.#isEmpty() || !existsSync(listBeside(site))) return;
    this.#isCopying = true;
    // A build has taken one that stood there.
    this.#dir = undefined;
    try {
      const isWhole = await linkAside({ from: site, to: this.#copy }, signal);
      if (isWhole && this.#isEmpty()) {
        linkOrCopy(listBeside(site), listBeside(this.#copy));
        this.#dir = this.#copy;
      }
    } finally {
      if (this.#dir !== this.#copy && !signal.aborted) await removeAside([this.#copy]);
      this.#isCopying = false;
    }
  }

  #isEmpty(): boolean {
    return this.dir === undefined;
  }
}
