/** Which events lie ahead of a moment. */
import type { Entry } from '#src/load/entry.ts';
import { endOf, startOf } from '#src/time/hanoi.ts';

/** Events that are not over and not cancelled, the next first. */
export function upcoming(events: readonly Entry<'event'>[], now: Date): Entry<'event'>[] {
  return events
    .filter(({ data }) => !data.cancelled && endOf(data) > now)
    .sort((a, b) => startOf(a.data).getTime() - startOf(b.data).getTime());
}
