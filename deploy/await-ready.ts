/**
 * Waits until the editorial server of this machine is ready; ends with exit code 1 when it has ended three times
 * meanwhile, or is not ready in ten minutes.
 */
import { execFile } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { defaults } from './settings.ts';

const end = performance.now() + 10 * 60_000;
while (!(await isReady())) {
  if (performance.now() > end || (await restarts()) >= 3) process.exit(1);
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

/** How often systemd has started it anew since it was started on purpose. */
async function restarts(): Promise<number> {
  const args = ['show', '--property=NRestarts', '--value', 'nghi-quyet.service'];
  const { stdout } = await promisify(execFile)('systemctl', args);
  return Number(stdout);
}
