/** Every short address that may stand on paper: of entries in force, of retired and of renamed ones. */
import type { Entry } from '#src/load/entry.ts';
import type { TypeName } from '#src/schema/index.ts';
import { shareCard } from './sections.ts';
import { hasKit } from './share-kit.ts';
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

/** An entry, as far as a short address needs it. */
type Named = Entry<TypeName, { title: string; summary: string }>;

interface Entries {
  inForce: readonly Named[];
  retired: readonly Named[];
  /** Slugs that entries had before. */
  former: readonly { slug: string; entry: Named }[];
}

/** The targets of all short addresses: a poster hangs longer than its entry may last or keep its name. */
export function shortAddressTargets({ inForce, retired, former }: Entries): ShortAddressTarget[] {
  const withKit = ({ type }: Named) => hasKit(type);
  return [
    ...inForce.filter(withKit).map((entry) => ({ ...target(entry), image: shareCard(entry) })),
    ...retired.filter(withKit).map((entry) => target(entry)),
    ...former.filter(({ entry }) => withKit(entry)).map(({ slug, entry }) => target(entry, slug)),
  ];
}

function target(
  { type, slug, address, data: { title, summary } }: Named,
  name = slug,
): ShortAddressTarget {
  return { id: shortId(type, name), title, summary, address };
}
