/** Every short address that may stand on paper: of entries in force, of retired and of renamed ones. */
import { commonOf, type AnyEntry } from '#src/load/entry.ts';
import { shareCard } from './sections.ts';
import { shortId } from './short-id.ts';

/** What a short address leads to, and what is said of it where it is shared. */
export interface ShortAddressTarget {
  id: string;
  title: string;
  summary: string;
  /** Path of the page. */
  address: string;
  image?: { path: string; alt: string };
}

interface Entries {
  inForce: readonly AnyEntry[];
  retired: readonly AnyEntry[];
  /** Slugs that entries had before. */
  former: readonly { slug: string; entry: AnyEntry }[];
}

/** The targets of all short addresses: what is printed lasts longer than an entry or its name. */
export function shortAddressTargets({ inForce, retired, former }: Entries): ShortAddressTarget[] {
  return [
    ...inForce.map((entry) => ({ ...target(entry), image: shareCard(entry) })),
    ...retired.map((entry) => target(entry)),
    ...former.map(({ slug, entry }) => target(entry, slug)),
  ];
}

function target(entry: AnyEntry, name = entry.slug): ShortAddressTarget {
  const { title, summary } = commonOf(entry);
  return { id: shortId(entry.type, name), title, summary, address: entry.address };
}
