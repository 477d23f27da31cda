/** Every short address that may stand on paper: of entries in force, of retired and of renamed ones. */
import { formerSlugs, retired } from '#src/load/index.ts';
import { shareCard } from '#src/model/sections.ts';
import { hasKit } from '#src/model/share-kit.ts';
import { shortId } from '#src/model/short-id.ts';
import { kitEntries } from './entries.ts';

/** What a short address leads to, and what is said of it where it is shared. */
export interface ShortAddressTarget {
  title: string;
  summary: string;
  /** Path of the page. */
  address: string;
  image?: { path: string; alt: string };
}

/** The static paths of `/d/[id]/`. A poster hangs longer than its entry may last or keep its name. */
export async function shortAddressPaths() {
  const standing = (await kitEntries()).map((entry) => pathTo(entry, shareCard(entry)));
  const ended = (await retired()).map(({ entry }) => entry).filter(hasKit);
  const renamed = (await formerSlugs()).filter(({ entry }) => hasKit(entry));
  return [
    ...standing,
    ...ended.map((entry) => pathTo(entry)),
    ...renamed.map(({ slug, entry }) => pathTo({ ...entry, slug })),
  ];
}

interface Target {
  type: Parameters<typeof shortId>[0];
  slug: string;
  address: string;
  data: { title: string; summary: string };
}

function pathTo({ type, slug, address, data }: Target, image?: ShortAddressTarget['image']) {
  const { title, summary } = data;
  const target: ShortAddressTarget = { title, summary, address, ...(image && { image }) };
  return { params: { id: shortId(type, slug) }, props: { target } };
}
