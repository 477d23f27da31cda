/**
 * What builds leave below `.cache/`. Most of it stands under names that hold what it was made of: whoever finds it
 * there may use it.
 */
import { existsSync } from 'node:fs';
import { cp, mkdir, readFile, rename, rm, symlink } from 'node:fs/promises';
import { join } from 'node:path';

const shared = ['admin', 'made'];

/**
 * Copies what a project has made into one that has nothing yet; the first is only read. Whether a build was made there,
 * which leaves its CMS.
 */
export async function copyCaches(from: string, to: string): Promise<boolean> {
  const copied: string[] = [];
  for (const { name, theirs, ours } of pairs(from, to)) {
    if (!existsSync(theirs) || existsSync(ours)) continue;
    // Copied beside and then renamed: a server that is killed leaves no half a file under its name.
    const unfinished = `${ours}.unfinished`;
    await rm(unfinished, { recursive: true, force: true });
    await cp(theirs, unfinished, { recursive: true });
    await rename(unfinished, ours);
    copied.push(name);
  }
  return copied.includes('admin');
}

/** Lets a project use and add to what another one makes. */
export async function linkCaches(from: string, to: string): Promise<void> {
  await mkdir(join(to, '.cache'), { recursive: true });
  for (const { theirs, ours } of pairs(from, to)) {
    await mkdir(theirs, { recursive: true });
    if (!existsSync(ours)) await symlink(theirs, ours);
  }
}

/** What a build leaves of its pages to the next one of the same project: their code, how they stand finished. */
const ofPages = ['code', 'data-store.json', 'content.v8', 'page-reads.v8', 'finished-files.v8'];

/**
 * Lets a project begin with the pages of another one, unless its own are of the same code: a preview then makes
 * what its draft changes. Nobody may be building in either.
 */
export async function takeUpPages(from: string, to: string): Promise<void> {
  const [theirs, ours] = [from, to].map((dir) => join(dir, '.cache/astro')) as [string, string];
  const [known, own] = await Promise.all(
    [theirs, ours].map((dir) => readIfThere(join(dir, 'code/kept.json'))),
  );
  if (known === undefined || known === own) return;
  for (const name of ofPages) {
    await rm(join(ours, name), { recursive: true, force: true });
    if (!existsSync(join(theirs, name))) continue;
    await cp(join(theirs, name), join(ours, name), { recursive: true });
  }
}

async function readIfThere(path: string): Promise<string | undefined> {
  return existsSync(path) ? readFile(path, 'utf8') : undefined;
}

function pairs(from: string, to: string) {
  return shared.map((name) => ({
    name,
    theirs: join(from, '.cache', name),
    ours: join(to, '.cache', name),
  }));
}
