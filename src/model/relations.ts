/** Which entries belong to which. Lists come sorted from the load room and stay in that order. */
import { commonOf, type AnyEntry } from '#src/load/entry.ts';
import { bySlug } from '#src/load/follow.ts';
import type { PageTypeName } from '#src/schema/index.ts';

/** Entries of one type that belong to this axis. */
export function ofAxis<E extends AnyEntry>(entries: readonly E[], axis: string): E[] {
  return entries.filter((entry) => commonOf(entry).axis === axis);
}

/**
 * What to read after an entry: the editor's own choice; else entries of its type and axis, those
 * for the same readers first.
 */
export function relatedTo<E extends AnyEntry>(entry: E, all: readonly E[], count: number): E[] {
  const { related = [] } = entry.data as { related?: readonly string[] };
  if (related.length > 0) {
    // A related entry may have been withdrawn since: it is left out, not missed.
    const found = bySlug(all);
    return related.flatMap((slug) => found.get(slug) ?? []);
  }
  const { axis, audience = [] } = commonOf(entry);
  const shared = (other: E) =>
    (commonOf(other).audience ?? []).filter((group) => audience.includes(group)).length;
  return all
    .filter((other) => other.slug !== entry.slug && commonOf(other).axis === axis)
    .map((other) => ({ other, shared: shared(other) }))
    .sort((a, b) => b.shared - a.shared)
    .slice(0, count)
    .map(({ other }) => other);
}

/** Its neighbours in the list of its type and axis: `previous` is the newer, `next` the older. */
export function neighbours<E extends AnyEntry>(
  entry: E,
  all: readonly E[],
): { previous: E | undefined; next: E | undefined } {
  const { axis } = commonOf(entry);
  const list = all.filter((other) => commonOf(other).axis === axis);
  const at = list.findIndex(({ slug }) => slug === entry.slug);
  return { previous: list[at - 1], next: list[at + 1] };
}

/** Entries by type, in the order of `names`; types without an entry are left out. */
export function byType<E extends AnyEntry>(
  entries: readonly E[],
  names: readonly PageTypeName[],
): { name: PageTypeName; entries: E[] }[] {
  return names
    .map((name) => ({ name, entries: entries.filter(({ type }) => type === name) }))
    .filter((group) => group.entries.length > 0);
}
