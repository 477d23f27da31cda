/** Measuring and printing. */
import { performance } from 'node:perf_hooks';

/** How long some work takes, in milliseconds. */
export async function time(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

/** One line: what was measured, then the smallest, the middle and the largest, in milliseconds. */
export function row(name: string, milliseconds: readonly number[]): void {
  const sorted = milliseconds.toSorted((a, b) => a - b);
  const middle = sorted[Math.floor(sorted.length / 2)] ?? 0;
  const show = (value = 0) => value.toFixed(0).padStart(7);
  console.log(
    `${name.padEnd(44)} min ${show(sorted[0])}  median ${show(middle)}  max ${show(sorted.at(-1))} ms`,
  );
}
