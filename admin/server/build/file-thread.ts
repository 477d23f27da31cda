/**
 * Work on tens of thousands of files by a thread of its own: in the server's thread editors would wait for it, and
 * over Node's pool every save would stand in line behind it.
 */
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { isMainThread, Worker, workerData } from 'node:worker_threads';
import { shareFiles } from './share-files.ts';

interface Job {
  /** A release, and the one before it, whose files it shares. */
  share?: { dir: string; previous: string };
  /** Folders that nobody needs any more; one that is not there is none. */
  remove?: readonly string[];
}

/** Rejects with the first thing that could not be done. */
export async function inFileThread(fileWork: Job): Promise<void> {
  const thread = join(import.meta.dirname, 'file-thread.ts');
  await once(new Worker(thread, { workerData: { fileWork } }), 'exit');
}

const { fileWork } = (workerData ?? {}) as { fileWork?: Job };
if (!isMainThread && fileWork) {
  const { share, remove = [] } = fileWork;
  if (share) shareFiles(share.dir, share.previous);
  for (const dir of remove) rmSync(dir, { recursive: true, force: true });
}
