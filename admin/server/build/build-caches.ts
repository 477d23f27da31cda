/**
 * What builds put below `.cache/` under names that hold what it was made of: whoever finds it there
 * may use it.
 */
import { existsSync } from 'node:fs';
import { cp, mkdir, rename, rm, symlink } from 'node:fs/promises';
import { join } from 'node:path';

const shared = ['admin', 'made'];

/** Copies what a project has made into one that has nothing yet; the first is only read. */
export async function copyCaches(from: string, to: string): Promise<void> {
  for (const [theirs, ours] of pairs(from, to)) {
    if (!existsSync(theirs) || existsSync(ours)) continue;
    // Copied beside and then renamed: a server that is killed leaves no half a file under its name.
    const unfinished = `${ours}.unfinished`;
    await rm(unfinished, { recursive: true, force: true });
    await cp(theirs, unfinished, { recursive: true });
    await rename(unfinished, ours);
  }
}

/** Lets a project use and add to what another one makes. */
export async function linkCaches(from: string, to: string): Promise<void> {
  await mkdir(join(to, '.cache'), { recursive: true });
  for (const [theirs, ours] of pairs(from, to)) {
    await mkdir(theirs, { recursive: true });
    if (!existsSync(ours)) await symlink(theirs, ours);
  }
}

function pairs(from: string, to: string) {
  return shared.map((name) => [join(from, '.cache', name), join(to, '.cache', name)] as const);
}
