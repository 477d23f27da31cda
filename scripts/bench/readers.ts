/**
 * Readers: requests at an even pace over connections that stay open, asked by a process of its own, before all
 * others where the machine allows it, so that what is measured is the server and not the one who asks. A page's
 * time runs from the moment at which the request was due: a request that had to wait for its turn counts whole.
 */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

export interface ReaderOptions {
  /** Address of the site, `http:`. */
  url: string;
  /** What is asked for, one after the other. */
  paths: readonly string[];
  /** Requests a second. */
  rate: number;
  seconds: number;
  connections: number;
}

/** Times in milliseconds. */
export interface Readers {
  /** Answers a second. */
  answers: number;
  p50: number;
  p99: number;
  p999: number;
  max: number;
  /** Answers other than 200, and connections that broke. */
  faults: number;
  /** By how much the asking process itself was late, p99: above that, times are the server's. */
  lateness: number;
  /** Whether it could place itself before others. */
  isFirst: boolean;
}

/** Before every process of the usual kind; only root may. */
const first = ['--fifo', '1'];

/** Asks from a process of its own. */
export async function askAsReaders(options: ReaderOptions): Promise<Readers> {
  const isFirst = spawnSync('chrt', [...first, 'true']).status === 0;
  const command = [process.execPath, join(import.meta.dirname, 'reader-process.ts')];
  const [file = '', ...args] = isFirst ? ['chrt', ...first, ...command] : command;
  const child = spawn(file, args, { stdio: ['inherit', 'inherit', 'inherit', 'ipc'] });
  child.send(options);
  const [result] = (await Promise.race([
    once(child, 'message'),
    once(child, 'exit').then(([code]) => {
      throw new Error(`The readers' process ended with ${String(code)}.`);
    }),
  ])) as [Omit<Readers, 'isFirst'>];
  return { ...result, isFirst };
}
