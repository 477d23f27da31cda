/** Waits until the editorial server of this machine is ready; ends with exit code 1 when it is not in ten minutes. */
import { setTimeout as pause } from 'node:timers/promises';
import { defaults } from './settings.ts';

const end = performance.now() + 10 * 60_000;
while (!(await isReady())) {
  if (performance.now() > end) process.exit(1);
  await pause(500);
}

/** Whatever does not answer yet may do so later: why it does not stands in the journal. */
async function isReady(): Promise<boolean> {
  try {
    const url = `http://127.0.0.1:${defaults.port}/readyz`;
    return (await fetch(url, { signal: AbortSignal.timeout(5000) })).ok;
  } catch {
    return false;
  }
}
