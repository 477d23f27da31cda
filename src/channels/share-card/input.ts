/** What a share card says, taken from the entry that it stands for. */
import type { Drawing } from '#src/drawing/drawing.ts';
import { entryPicture } from '#src/drawing/entry-picture.ts';
import { commonOf, type AnyEntry, type Entry } from '#src/load/entry.ts';
import { follow } from '#src/load/follow.ts';
import { nameOf } from '#src/model/sections.ts';
import { hasKit, shortAddress, type ShortAddress } from '#src/model/share-kit.ts';
import { types, type SettingsData } from '#src/schema/index.ts';
import type { PagesOf } from '#src/schema/type.ts';

export interface ShareCardInput {
  /** Line above the title: the axis, or the kind of entry. */
  label: string;
  title: string;
  /** A second text below the title, in smaller type; lines end as written. */
  text?: string;
  /** Orders of the axes that it speaks for; empty when for all seven. */
  lit: number[];
  /** The entry's own picture; the lotus when absent. */
  picture?: Drawing;
  /** Where the entry is reached from paper and from a picture that was passed on. */
  address?: Pick<ShortAddress, 'qr' | 'shown'>;
  /** Signature at the foot: the site's name, the ward and the city. */
  siteName: string;
  sitePlace: string;
}

/** What the cards need beside their entry. */
export interface CardContext {
  axes: readonly Entry<'axis'>[];
  settings: SettingsData;
  /** The site's own address. */
  site: { url: string };
}

/** The card of an entry. */
export function shareCardOf(entry: AnyEntry, context: CardContext): ShareCardInput {
  return {
    ...wordsOf(entry, context),
    ...addressOf(entry, context),
    picture: entryPicture(entry, context.axes),
    ...signature(context.settings),
  };
}

function addressOf({ type, slug }: AnyEntry, { site }: CardContext) {
  if (!hasKit(type)) return {};
  const { qr, shown } = shortAddress({ type, slug }, site);
  return { address: { qr, shown } };
}

/** The card of the home page, and of every page without a card of its own. */
export function homeCard({ axes, settings }: Omit<CardContext, 'site'>): ShareCardInput {
  return {
    label: settings.organization,
    title: settings.siteName,
    text: settings.description,
    lit: axes.map(({ data }) => data.order),
    ...signature(settings),
  };
}

type Signature = Pick<ShareCardInput, 'siteName' | 'sitePlace'>;

type Words = Omit<ShareCardInput, 'address' | 'picture' | keyof Signature>;

function wordsOf(entry: AnyEntry, { axes, settings }: CardContext): Words {
  const { summary } = commonOf(entry);
  const pages: PagesOf<unknown> = types[entry.type].pages;
  const own = axesOf(entry, axes);
  const text = pages.cardText ? pages.cardText(entry.data) : summary;
  return {
    label: labelOf(entry, own, pages) ?? settings.organization,
    title: nameOf(entry),
    ...(text !== undefined && { text }),
    lit: own.map(({ data }) => data.order),
  };
}

/** The axis where the entry has one, named after the kind of entry where that is no article. */
function labelOf(
  entry: AnyEntry,
  [axis]: readonly Entry<'axis'>[],
  pages: PagesOf<unknown>,
): string | undefined {
  if (pages.section === '') return undefined;
  const { one } = types[entry.type].words;
  if (!axis || commonOf(entry).axis === undefined) return pages.label?.(entry.data) ?? one;
  const named = `rục ${axis.data.order}. ${axis.data.title}`;
  return entry.type === 'article' ? `T${named}` : `${one} t${named}`;
}

/** The axes that an entry names; all for an entry that speaks for all. */
function axesOf(entry: AnyEntry, axes: readonly Entry<'axis'>[]): readonly Entry<'axis'>[] {
  if (entry.type === 'axis') return [entry];
  const { axis, axes: several } = commonOf(entry);
  if (axis !== undefined) return follow(axes, [axis]);
  if (several !== undefined) return follow(axes, several);
  return hasKit(entry.type) ? axes : [];
}

function signature(settings: SettingsData): Signature {
  return { siteName: settings.siteName, sitePlace: `${settings.ward}, ${settings.city}` };
}
