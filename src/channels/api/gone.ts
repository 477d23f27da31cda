/** What is said at the id of an entry that is gone or has another slug now. */
import type { AnyEntry } from '#src/load/entry.ts';
import { absolute } from '#src/model/web-values.ts';
import type { Notice } from '#src/schema/in-force.ts';
import { reference } from './prepared.ts';
import type { ApiGone } from './shapes.ts';

export interface Ended {
  /** Entries that were withdrawn or have expired. */
  retired: readonly { entry: AnyEntry; notice: Notice }[];
  /** Slugs that entries had before. */
  former: readonly { slug: string; entry: AnyEntry }[];
}

interface Site {
  url: string;
  /** The id of the entry in force whose page stands at a path. */
  idAt: (path: string) => string | undefined;
}

/** All such ids: what ended last comes first, and then what only has another slug now. */
export function goneItems({ retired, former }: Ended, site: Site): ApiGone[] {
  return [
    ...retired
      .map(({ entry, notice }) => retiredItem(entry, notice, site))
      .sort((a, b) => b.since.localeCompare(a.since) || a.id.localeCompare(b.id)),
    ...former.map(({ slug, entry }) => ({
      ...reference(entry, site, slug),
      status: 'moved' as const,
      movedTo: reference(entry, site),
    })),
  ];
}

function retiredItem(entry: AnyEntry, notice: Notice, site: Site) {
  const { kind, since, reason, successor } = notice;
  const successorId = successor === undefined ? undefined : site.idAt(successor);
  return {
    ...reference(entry, site),
    status: kind,
    since,
    ...(reason !== undefined && { reason }),
    ...(successor !== undefined && { successor: absolute(site, successor) }),
    ...(successorId !== undefined && { successorId }),
  };
}
