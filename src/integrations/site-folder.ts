/**
 * The folder of a site that is being built. What a build makes anew stands apart until it is finished, so that no step
 * goes through all that is as it was; and the folder of a site that nobody needs any more may become this one's, which
 * then needs only what differs.
 */
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { linkOrCopy } from '../link-file.ts';
import { listEnding } from './finished-list.ts';
import { shareFiles } from './share-files.ts';

/** Where a site is built, and from what. Paths are absolute. */
export interface Target {
  outDir: string;
  /** A site whose folder becomes `outDir`; the list of its files stands beside it (`listBeside`). */
  over?: string | undefined;
  /** A site that is the same in most files: where it is, both are one file on the disk. */
  previous?: string | undefined;
  /** Whether the list of finished files is to stand beside the site, for a build that is given it as `over`. */
  keepsList?: boolean | undefined;
}

/** Below a site's folder, while it is built. */
export const freshName = '.fresh';

/** Where the list of a site's finished files stands (`finished-list.ts`). */
export function listBeside(site: string): string {
  return site + listEnding;
}

export class SiteFolder {
  readonly #target: Target;
  /** The list of what stood in the folder when the build began; absent when it was empty. */
  list: string | undefined;

  constructor(target: Target) {
    this.#target = target;
  }

  /** The whole site, once it is settled. */
  get dir(): string {
    return this.#target.outDir;
  }

  /** What this build makes anew. */
  get fresh(): string {
    return join(this.dir, freshName);
  }

  /** Makes the folders. */
  begin(): void {
    const { outDir, over, keepsList } = this.#target;
    rmSync(outDir, { recursive: true, force: true });
    if (keepsList) rmSync(listBeside(outDir), { force: true });
    if (over !== undefined && existsSync(listBeside(over))) {
      renameSync(over, outDir);
      this.list = listBeside(over);
    }
    mkdirSync(this.fresh, { recursive: true });
  }

  /** Brings what was made anew to its place. `list` is the list of finished files. */
  settle(list: string): void {
    const { previous, keepsList } = this.#target;
    if (previous !== undefined) shareFiles(this.fresh, previous);
    moveInto(this.fresh, this.dir);
    if (keepsList) linkOrCopy(list, listBeside(this.dir));
  }
}

/** Moves all that is in one folder into another. A folder that is new there moves at once. */
function moveInto(from: string, to: string): void {
  for (const item of readdirSync(from, { withFileTypes: true })) {
    const [here, there] = [join(from, item.name), join(to, item.name)];
    const isThere = item.isDirectory() && statSync(there, { throwIfNoEntry: false }) !== undefined;
    if (isThere) moveInto(here, there);
    else renameSync(here, there);
  }
  rmSync(from, { recursive: true });
}
