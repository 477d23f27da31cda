import { commonOf, type AnyEntry, type Entry } from '#src/load/entry.ts';
import { hanoiDay } from '#src/time/hanoi.ts';

/**
 * The latest `count` entries. Of one day's entries each axis shows its first before any shows its
 * second, so that a day on which much was published does not hide six axes behind one; what
 * belongs to no axis comes before them.
 */
export function newest<E extends AnyEntry>(
  entries: readonly E[],
  axes: readonly Entry<'axis'>[],
  count: number,
): E[] {
  const orders = new Map(axes.map(({ slug, data }) => [slug, data.order]));
  const turns = new Map<string, number>();
  return entries
    .map((entry) => {
      const { published, axis = '' } = commonOf(entry);
      const turn = turns.get(`${published} ${axis}`) ?? 0;
      turns.set(`${published} ${axis}`, turn + 1);
      return { entry, day: published, turn, order: orders.get(axis) ?? 0 };
    })
    .sort((a, b) => latestFirst(a.day, b.day) || a.turn - b.turn || a.order - b.order)
    .slice(0, count)
    .map(({ entry }) => entry);
}

/** Entries by the day of their publication, the newest first; those of one day in the order given. */
export function newestFirst<E extends AnyEntry>(entries: readonly E[]): E[] {
  return entries
    .map((entry) => ({ entry, day: commonOf(entry).published }))
    .sort((a, b) => latestFirst(a.day, b.day))
    .map(({ entry }) => entry);
}

/** How long a change is news. */
const newsDays = 30;

/** The entries that were changed after their publication in the last thirty days, latest first. */
export function lately(entries: readonly AnyEntry[], now: Date): AnyEntry[] {
  const since = hanoiDay(new Date(now.getTime() - newsDays * 24 * 60 * 60 * 1000));
  return entries
    .map((entry) => ({ entry, day: commonOf(entry).updated ?? '' }))
    .filter(({ day }) => day >= since)
    .sort((a, b) => latestFirst(a.day, b.day))
    .map(({ entry }) => entry);
}

/** Of two days `YYYY-MM-DD`. Taken out of entries before they are sorted, for what is read of these is noted. */
function latestFirst(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? 1 : -1;
}
