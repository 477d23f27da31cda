/** Second names (hard links) for files that nobody writes into: the disk holds them once. */
import { copyFileSync, linkSync } from 'node:fs';

/** A disk that knows no hard links, another disk, or a file that has as many names as it may. */
const cannotLink = ['EPERM', 'ENOTSUP', 'ENOSYS', 'EXDEV', 'EMLINK'];

/** Gives the file at `from` the name `to` too; `false` where the disk cannot. */
export function linkFile(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if (cannotLink.includes((error as NodeJS.ErrnoException).code ?? '')) return false;
    throw error;
  }
}

/** The file at `from` under the name `to`, as a copy where the disk cannot link. */
export function linkOrCopy(from: string, to: string): void {
  if (!linkFile(from, to)) copyFileSync(from, to);
}
