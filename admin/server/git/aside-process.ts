/** The small process of `aside.ts`: runs what it is told, and ends with the server, however that ends. */
import type { Answer } from './aside.ts';
import { runProgram, type RunOptions } from './process.ts';

type Order =
  { id: number; abort: true } | { id: number; file: string; args: string[]; options: RunOptions };

const running = new Map<number, AbortController>();

process.on('message', (order: Order) => {
  if ('abort' in order) running.get(order.id)?.abort();
  else void carryOut(order);
});
process.on('disconnect', () => process.exit());
// A terminal tells the whole group; the server still needs git to come to its end.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => undefined);

async function carryOut({
  id,
  file,
  args,
  options,
}: Exclude<Order, { abort: true }>): Promise<void> {
  const abort = new AbortController();
  running.set(id, abort);
  try {
    answer({ id, outcome: await runProgram(file, args, { ...options, signal: abort.signal }) });
  } catch (error) {
    const { message, code } = error as NodeJS.ErrnoException;
    answer({ id, message, code });
  } finally {
    running.delete(id);
  }
}

function answer(words: Answer): void {
  // A server that has been killed needs no answer; `disconnect` ends this process.
  process.send?.(words, () => undefined);
}
