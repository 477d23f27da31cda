/** Names of releases in a place that keeps some of them: `<sum of all files>-<number>`. */
import { createHash } from 'node:crypto';
import { keptReleases } from '../server/build/kept-releases.ts';
import type { FileList } from './files.ts';

const pattern = /^([0-9a-f]{12})-(\d+)$/;

/** A release that is being sent, or whose sending broke off. */
export const unfinished = 'unfinished-';

/** Twelve hexadecimal digits from every path and every file. */
export function sumOf(files: FileList): string {
  const lines = [...files].map(([path, sum]) => `${path}\0${sum}\n`).sort();
  return createHash('sha256').update(lines.join('')).digest('hex').slice(0, 12);
}

/** Whether the release of this name holds exactly these files. */
export function holds(name: string | undefined, sum: string): boolean {
  return pattern.exec(name ?? '')?.[1] === sum;
}

/** The name after all that are there. */
export function nextName(sum: string, names: readonly string[]): string {
  return `${sum}-${Math.max(0, ...names.map(numberOf)) + 1}`;
}

/** Which of a folder's names go once `current` is served; what somebody else put there stays. */
export function outdated(names: readonly string[], current: string): string[] {
  const older = names
    .filter((name) => pattern.test(name) && name !== current)
    .sort((a, b) => numberOf(b) - numberOf(a));
  return [...older.slice(keptReleases - 1), ...names.filter((name) => name.startsWith(unfinished))];
}

function numberOf(name: string): number {
  return Number(pattern.exec(name)?.[2] ?? 0);
}
