/**
 * One server per data folder, and what a server that was killed leaves behind. A lock belongs to a
 * process by its number and its start time; the lock of a process that is gone is taken over.
 */
import { randomUUID } from 'node:crypto';
import { link, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { runProgram } from '../git/process.ts';

/** A lock of git that is older than this, in milliseconds, belongs to nobody who is at work. */
const gitLockAge = 1000;

/** Takes the data folder; returns what gives it back. Throws when another server holds it. */
export async function lockDataDir(dataDir: string): Promise<() => Promise<void>> {
  const path = join(dataDir, 'server.lock');
  const mine = JSON.stringify({ pid: process.pid, started: await startOf(process.pid) });
  while (!(await place(path, mine))) {
    const found = await readIfThere(path);
    if (found === undefined) continue;
    const pid = await holderOf(found);
    if (pid !== undefined) throw new Error(heldBy(dataDir, pid));
    await takeAway(path, found, dataDir);
  }
  return async () => {
    if ((await readIfThere(path)) === mine) await rm(path);
  };
}

/** Puts the lock there with its content in one step; false when there is one. */
async function place(path: string, content: string): Promise<boolean> {
  const temporary = `${path}.${randomUUID()}.tmp`;
  await writeFile(temporary, content, { flag: 'wx', mode: 0o600 });
  try {
    await link(temporary, path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    await rm(temporary);
  }
}

/** The process that holds a lock with this content; `undefined` when it is gone. */
async function holderOf(content: string): Promise<number | undefined> {
  const [, pid = '', started = ''] = /^\{"pid":(\d+),"started":"([^"]*)"\}$/.exec(content) ?? [];
  return pid && (await startOf(Number(pid))) === started ? Number(pid) : undefined;
}

/** Removes a dead lock, unless another server that starts at this moment has just done so. */
async function takeAway(path: string, dead: string, dataDir: string): Promise<void> {
  const aside = `${path}.${randomUUID()}.tmp`;
  await rename(path, aside);
  if ((await readFile(aside, 'utf8')) === dead) return rm(aside);
  await rename(aside, path);
  throw new Error(heldBy(dataDir));
}

function heldBy(dataDir: string, pid?: number): string {
  const process = pid === undefined ? '' : ` (tiến trình ${pid})`;
  return `Một máy chủ khác${process} đang dùng thư mục ${dataDir}. Hãy dừng máy chủ đó, hoặc đặt DATA_DIR khác.`;
}

/** When a running process started, as its system says it; `undefined` when there is none. */
async function startOf(pid: number): Promise<string | undefined> {
  if (process.platform !== 'linux') {
    const args = ['-o', 'lstart=', '-p', String(pid)];
    const { stdout } = await runProgram('ps', args, { env: process.env });
    return stdout.toString().trim() || undefined;
  }
  const about = await readIfThere(`/proc/${pid}/stat`);
  // The fields after the program's name, which may itself hold spaces and parentheses.
  const fields = about?.slice(about.lastIndexOf(')') + 2).split(' ') ?? [];
  const isZombie = fields[0] === 'Z';
  return isZombie ? undefined : fields[19];
}

/**
 * Removes git's lock files, and indexes and files of the server's own that were being written when
 * it was killed. Call it only while holding the data folder. A git command of the dead server, or
 * of an engineer, may be at work: a lock gets the time to go by itself.
 */
export async function clearAfterCrash(dataDir: string): Promise<void> {
  const repository = join(dataDir, 'repository.git');
  for (const dir of [dataDir, join(dataDir, 'notices'), join(dataDir, 'notices/people')]) {
    for (const name of await namesIn(dir)) {
      if (/\.[0-9a-f-]{36}\.tmp$/.test(name)) await removeLeftOver(join(dir, name));
    }
  }
  for (const name of await namesIn(repository)) {
    if (/^index-|\.lock$/.test(name)) await removeLeftOver(join(repository, name));
  }
  const references = join(repository, 'refs');
  for (const name of await namesIn(references, true)) {
    if (name.endsWith('.lock')) await removeLeftOver(join(references, name));
  }
}

/** Removes a file of a dead process as soon as it cannot be one that is being written. */
export async function removeLeftOver(path: string): Promise<void> {
  for (;;) {
    const age = await ageOf(path);
    if (age === undefined) return;
    if (age > gitLockAge) return rm(path, { force: true });
    await sleep(20);
  }
}

/** Milliseconds since a file was written; `undefined` when there is none. */
async function ageOf(path: string): Promise<number | undefined> {
  try {
    // A clock that was set back makes a file from the future, which is as old as any.
    return Math.abs(Date.now() - (await stat(path)).mtimeMs);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

async function namesIn(dir: string, recursive = false): Promise<string[]> {
  try {
    return await readdir(dir, { recursive });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

async function readIfThere(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (['ENOENT', 'ESRCH'].includes((error as NodeJS.ErrnoException).code ?? '')) return undefined;
    throw error;
  }
}
