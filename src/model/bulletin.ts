/** What a month's bulletin holds: everything that was published in its month, by type. */
import { commonOf, type AnyEntry, type Entry } from '#src/load/entry.ts';
import { follow } from '#src/load/follow.ts';
import { listTypes, types } from '#src/schema/index.ts';
import { facetPath } from './lists.ts';
import { byType } from './relations.ts';
import { words } from '#src/text/vi.ts';

/** Entries of one type that a bulletin shows; of a month with more, the list of the month has all. */
export const mostOfType = 12;

export interface BulletinGroup {
  heading: string;
  entries: readonly AnyEntry[];
  /** Where the others are, and how many there are in all; absent when all are here. */
  more?: { path: string; count: number };
}

/** The entries of a bulletin: what the editor put first, then by type in the order of the types. */
export function bulletinGroups(
  { data: { month, lead } }: Entry<'bulletin'>,
  all: readonly AnyEntry[],
): BulletinGroup[] {
  const articles = all.filter((entry) => entry.type === 'article');
  const first: AnyEntry[] = follow(articles, lead);
  const names = listTypes
    .filter(({ name, set }) => set === 'open' && name !== 'bulletin')
    .map(({ name }) => name);
  const others = all.filter(
    (entry) => commonOf(entry).published.startsWith(month) && !first.includes(entry),
  );
  return [
    ...(first.length > 0 ? [{ heading: words.bulletin.lead, entries: first }] : []),
    ...byType(others, names).map(({ name, entries }) => ({
      heading: types[name].words.many,
      entries: entries.slice(0, mostOfType),
      ...(entries.length > mostOfType && {
        more: { path: facetPath(name, 'month', month), count: entries.length },
      }),
    })),
  ];
}
