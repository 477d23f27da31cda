/** Everything that the content API tells, newest first, and the ways to look it up. */
import type { AnyEntry } from '#src/load/entry.ts';
import type { PageTypeName } from '#src/schema/index.ts';
import { goneItems, type Ended } from './gone.ts';
import { prepared, sha256, type Prepared, type Sources } from './prepared.ts';
import type { ApiGone } from './shapes.ts';

export interface Catalogue {
  site: { url: string };
  /** The entries in force, what changed last first. */
  all: readonly Prepared[];
  gone: readonly ApiGone[];
  ofType: (type: PageTypeName) => readonly Prepared[];
  /** The entries that name this axis, whatever the field. */
  ofAxis: (slug: string) => readonly Prepared[];
  /** The entry in force of this name (`type/slug`). */
  find: (name: string) => Prepared | undefined;
  /** Ids of the entries that point at the one of this name, what changed last first. */
  referrers: (name: string) => readonly string[];
  /** Day of the newest change that the content itself tells; the clock stands in no file. */
  updated: string | undefined;
  /** Changes when anything does. */
  hash: string;
}

/** The catalogue of these entries, in time that grows as they do. */
export async function catalogue(
  entries: readonly AnyEntry[],
  ended: Ended,
  sources: Sources,
): Promise<Catalogue> {
  const { site } = sources;
  const all: Prepared[] = [];
  // One after the other: ten thousand files opened at once are more than a machine allows.
  for (const entry of entries) all.push(await prepared(entry, sources));
  all.sort(byChange);
  const byName = new Map(all.map((one) => [nameOf(one), one]));
  const byPath = new Map(all.map(({ entry, item }) => [entry.address, item.id]));
  const byType = grouped(all, ({ entry }) => [entry.type]);
  const pointing = grouped(all, ({ names }) => names);
  const gone = goneItems(ended, { ...site, idAt: (path) => byPath.get(path) });
  const days = [
    ...all.slice(0, 1).map(lastChange),
    ...gone.flatMap((one) => (one.status === 'moved' ? [] : [one.since])),
  ];
  return {
    site,
    all,
    gone,
    ofType: (type) => byType.get(type) ?? [],
    ofAxis: (slug) => pointing.get(`axis/${slug}`) ?? [],
    find: (name) => byName.get(name),
    referrers: (name) => (pointing.get(name) ?? []).map(({ item }) => item.id),
    updated: days.sort().at(-1),
    hash: sha256(JSON.stringify([all.map(({ item }) => [item.id, item.hash]), gone])),
  };
}

const nameOf = ({ entry }: Prepared) => `${entry.type}/${entry.slug}`;

function lastChange({ item: { published, updated } }: Prepared): string {
  return updated ?? published;
}

/** Of one day's entries the order must not hang on anything but what they are. */
function byChange(a: Prepared, b: Prepared): number {
  return lastChange(b).localeCompare(lastChange(a)) || a.item.id.localeCompare(b.item.id);
}

function grouped<E>(items: readonly E[], keysOf: (item: E) => readonly string[]) {
  const groups = new Map<string, E[]>();
  for (const item of items) {
    for (const key of keysOf(item)) {
      const known = groups.get(key);
      if (known) known.push(item);
      else groups.set(key, [item]);
    }
  }
  return groups;
}
