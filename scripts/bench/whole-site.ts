import { setTimeout as sleep } from 'node:timers/promises';

/** Waits until a server that serves pages first has all of its site. `site` is its address, without a slash at the end. */
export async function wholeSite(site: string): Promise<void> {
  for (;;) {
    const { ok, status } = await fetch(`${site}/anh-chia-se/trang-chu.png`, { method: 'HEAD' });
    if (ok) return;
    if (status !== 503) throw new Error(`The card of the home page: ${status}`);
    await sleep(200);
  }
}
