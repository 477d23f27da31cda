/**
 * Starts programs from a small process of its own. A fork costs what the forking process's memory tables
 * cost: 10 ms and more for a server at work, on the thread that answers everybody; from a small
 * process it is one, and beside that thread. What each save asks for starts none (`objects.ts`,
 * `object-writer.ts`).
 */
import { fork, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import type { Outcome, RunProgram } from './process.ts';

/** What the small process answers. */
export type Answer = { id: number } & (
  { outcome: Outcome } | { message: string; code?: string | undefined }
);

interface Waiting {
  resolve: (outcome: Outcome) => void;
  reject: (error: Error) => void;
}

const waiting = new Map<number, Waiting>();
let helper: ChildProcess | undefined;
let count = 0;

/** As `runProgram`; a program that `signal` ends rejects with the code `ABORT_ERR`. */
export const runAside: RunProgram = (file, args, { signal, ...options }) => {
  signal?.throwIfAborted();
  const process = (helper ??= start());
  count += 1;
  const id = count;
  return new Promise<Outcome>((resolve, reject) => {
    waiting.set(id, { resolve, reject });
    // While somebody waits, this process does not end.
    process.channel?.ref();
    const abort = () => process.send({ id, abort: true });
    signal?.addEventListener('abort', abort, { once: true });
    process.send({ id, file, args, options }, (error) => {
      if (error) settle(id)?.reject(error);
    });
  });
};

function start(): ChildProcess {
  const started = fork(join(import.meta.dirname, 'aside-process.ts'), {
    serialization: 'advanced',
    execArgv: [],
  });
  started.on('message', (answer: Answer) => {
    const { resolve, reject } = settle(answer.id) ?? {};
    if ('outcome' in answer) {
      const { stdout } = answer.outcome;
      resolve?.({ ...answer.outcome, stdout: Buffer.from(stdout) });
    } else reject?.(Object.assign(new Error(answer.message), { code: answer.code }));
  });
  started.on('exit', () => {
    helper = undefined;
    for (const id of [...waiting.keys()]) {
      settle(id)?.reject(new Error('Tiến trình chạy git đã dừng. Hãy thử lại.'));
    }
  });
  started.unref();
  started.channel?.unref();
  return started;
}

function settle(id: number): Waiting | undefined {
  const found = waiting.get(id);
  waiting.delete(id);
  if (waiting.size === 0) helper?.channel?.unref();
  return found;
}
