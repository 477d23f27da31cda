/**
 * Gives all files of a site second names in another folder, by a thread of its own: of a site of ten thousand entries
 * these are 320,000 names, and editors would wait for the server's thread.
 */
import { once } from 'node:events';
import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { linkFile } from '#src/link-file.ts';

interface Job {
  from: string;
  to: string;
}

/**
 * Makes the new folder `to` hold every file that `from` holds, on the disk once. `false` where the disk cannot, or
 * `signal` ended it before: `to` then holds some of them. Rejects with the first thing that could not be done.
 */
export async function linkAside(job: Job, signal: AbortSignal): Promise<boolean> {
  const worker = new Worker(join(import.meta.dirname, 'link-aside.ts'), {
    workerData: { linked: job },
  });
  const stop = () => void worker.terminate();
  signal.addEventListener('abort', stop, { once: true });
  let isDone = false;
  worker.once('message', (said: boolean) => {
    isDone = said;
  });
  await once(worker, 'exit').finally(() => signal.removeEventListener('abort', stop));
  return isDone;
}

function linkAll({ from, to }: Job): boolean {
  mkdirSync(to);
  return readdirSync(from, { withFileTypes: true }).every((item) => {
    const [here, there] = [join(from, item.name), join(to, item.name)];
    return item.isDirectory() ? linkAll({ from: here, to: there }) : linkFile(here, there);
  });
}

const { linked } = (workerData ?? {}) as { linked?: Job };
if (!isMainThread && linked) parentPort!.postMessage(linkAll(linked));
