/** Makes a backup of a data folder while a server works on it. */
import { createWriteStream } from 'node:fs';
import {
  copyFile,
  cp,
  mkdir,
  mkdtemp,
  readdir,
  rename,
  rm,
  stat,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { create } from 'tar';
import { Git } from '../server/git/git.ts';
import { sync } from '../server/machine/json-file.ts';
import { encrypt } from './encryption.ts';
import { backupName, superseded } from './file-name.ts';
import { bundleName, keptNames, manifestName, manifestOf } from './manifest.ts';

export interface BackupOptions {
  dataDir: string;
  /** The folder that receives the backup; made when it is not there. */
  to: string;
  /** Public key (`age1…`) of who may read it; readable by all when absent. */
  recipient?: string | undefined;
  now: Date;
}

export interface Backup {
  file: string;
  bytes: number;
  /** Names of the older backups that went. */
  removed: string[];
}

const workPrefix = 'backup-work-';

/**
 * Writes a backup and takes away those that are superseded. Everything that was acknowledged before the
 * call is in it: the references are read in one step, and what they name, accounts and recordings, is
 * copied after them. A backup that cannot be finished leaves nothing in `to`.
 */
export async function makeBackup({ dataDir, to, recipient, now }: BackupOptions): Promise<Backup> {
  await mkdir(to, { recursive: true, mode: 0o700 });
  await removeLeftOvers(dataDir);
  const work = await mkdtemp(join(dataDir, workPrefix));
  const file = join(to, backupName(now, recipient !== undefined));
  const part = `${file}.dang-ghi`;
  try {
    await gather(dataDir, work);
    const manifest = await manifestOf(work, now);
    await writeFile(join(work, manifestName), JSON.stringify(manifest, null, 2));
    const names = [manifestName, ...(await readdir(work)).filter((name) => name !== manifestName)];
    // Recordings stand there as links, and are read where they lie.
    const packed = create({ gzip: true, cwd: work, portable: true, follow: true }, names);
    const plain = Readable.from(packed as AsyncIterable<Buffer>);
    const bytes = recipient === undefined ? plain : await encrypt(plain, recipient);
    await pipeline(bytes, createWriteStream(part, { flags: 'wx', mode: 0o600 }));
    await sync(part);
    await rename(part, file);
    await sync(to);
  } finally {
    await rm(part, { force: true });
    await rm(work, { recursive: true });
  }
  const removed = superseded(await readdir(to));
  for (const name of removed) await rm(join(to, name));
  return { file, bytes: (await stat(file)).size, removed };
}

async function gather(dataDir: string, work: string): Promise<void> {
  const git = new Git(join(dataDir, 'repository.git'));
  await git.run(['bundle', 'create', '--quiet', join(work, bundleName), '--all']);
  for (const name of keptNames) {
    const [from, to] = [join(dataDir, name), join(work, name)];
    const found = await stat(from).catch(nothingThere);
    if (found === undefined) continue;
    if (name === 'recordings') await linkAll(from, to);
    else if (found.isDirectory()) await cp(from, to, { recursive: true, filter: isFinished });
    else await copyFile(from, to);
  }
}

/** Not what is being written at this moment, and may be gone the next. */
function isFinished(path: string): boolean {
  return !path.endsWith('.tmp');
}

/** Large files that nobody writes into once they have their name. */
async function linkAll(from: string, to: string): Promise<void> {
  await mkdir(to);
  for (const item of await readdir(from, { withFileTypes: true })) {
    // What begins with a dot is still being uploaded.
    if (item.isFile() && !item.name.startsWith('.')) {
      await symlink(join(from, item.name), join(to, item.name));
    }
  }
}

/** A backup that was killed leaves its folder; two at once do not happen within a day. */
async function removeLeftOvers(dataDir: string): Promise<void> {
  const day = 24 * 60 * 60 * 1000;
  for (const name of await readdir(dataDir)) {
    const path = join(dataDir, name);
    if (!name.startsWith(workPrefix)) continue;
    const { mtimeMs } = await stat(path);
    if (Date.now() - mtimeMs > day) await rm(path, { recursive: true, force: true });
  }
}

function nothingThere(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error;
}
