/**
 * Deletes tens of thousands of files by a thread of its own: in the server's thread editors would wait for it, and
 * over Node's pool every save would stand in line behind it.
 */
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { isMainThread, Worker, workerData } from 'node:worker_threads';

/** Deletes files and folders; what is not there is none. Rejects with the first thing that could not be done. */
export async function removeAside(doomed: readonly string[]): Promise<void> {
  const thread = join(import.meta.dirname, 'remove-aside.ts');
  await once(new Worker(thread, { workerData: { doomed } }), 'exit');
}

const { doomed } = (workerData ?? {}) as { doomed?: readonly string[] };
if (!isMainThread && doomed) {
  for (const path of doomed) rmSync(path, { recursive: true, force: true });
}
