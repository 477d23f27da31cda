/** What a share card says, taken from the entry that it stands for. */
import type { Article, Axis, Document, Infographic, Page, Unit } from '#src/load/entry.ts';
import { documentKinds } from '#src/schema/document.ts';
import { hasKit, shortAddress, type ShortAddress } from '#src/model/share-kit.ts';
import type { SettingsData } from '#src/schema/index.ts';

export interface ShareCardInput {
  /** Line above the title: the axis, or the kind of entry. */
  label: string;
  title: string;
  /** A second text below the title, in smaller type; lines end as written. */
  text?: string;
  /** Orders of the axes whose petals are lit; empty when the card speaks for all seven. */
  lit: number[];
  /** Where the entry is reached from paper and from a picture that was passed on. */
  address?: Pick<ShortAddress, 'qr' | 'shown'>;
  /** Signature at the foot: the site's name, the ward and the city. */
  siteName: string;
  sitePlace: string;
}

/** Entries that have a share card of their own. */
export type CardEntry = Axis | Article | Infographic | Document | Unit | Page;

/** What the cards need beside their entry. */
export interface CardContext {
  axes: readonly Axis[];
  settings: SettingsData;
  /** The site's own address. */
  site: { url: string };
}

/** The card of an entry. */
export function shareCardOf(entry: CardEntry, context: CardContext): ShareCardInput {
  return {
    ...wordsOf(entry, context),
    ...addressOf(entry, context),
    ...signature(context.settings),
  };
}

function addressOf({ type, slug }: CardEntry, { site }: CardContext) {
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

type Words = Omit<ShareCardInput, 'address' | keyof Signature>;

function wordsOf(entry: CardEntry, { axes, settings }: CardContext): Words {
  switch (entry.type) {
    case 'axis':
      return {
        label: `Trục ${entry.data.order} trong bảy trục nội dung`,
        title: entry.data.title,
        // The message's parts, which the plan joins by dashes, each on a line of its own.
        text: entry.data.message.split(' - ').join('\n'),
        lit: [entry.data.order],
      };
    case 'article': {
      const axis = axisOf(entry.data.axis, axes);
      return {
        label: `Trục ${axis.data.order}. ${axis.data.title}`,
        title: entry.data.title,
        lit: [axis.data.order],
      };
    }
    case 'infographic': {
      const axis = entry.data.axis === undefined ? undefined : axisOf(entry.data.axis, axes);
      return {
        label: axis ? `Infographic trục ${axis.data.order}. ${axis.data.title}` : 'Infographic',
        title: entry.data.title,
        text: entry.data.summary,
        lit: (axis ? [axis] : axes).map(({ data }) => data.order),
      };
    }
    case 'document':
      return {
        label: documentKinds.find(({ value }) => value === entry.data.kind)!.label,
        title: entry.data.shortTitle,
        text: entry.data.title,
        lit: entry.data.axes.map((slug) => axisOf(slug, axes).data.order),
      };
    case 'unit':
      return {
        label: 'Đơn vị chịu trách nhiệm',
        title: entry.data.title,
        text: entry.data.summary,
        lit: [],
      };
    case 'page':
      return {
        label: settings.organization,
        title: entry.data.title,
        text: entry.data.summary,
        lit: [],
      };
  }
}

function axisOf(slug: string, axes: readonly Axis[]): Axis {
  const axis = axes.find((one) => one.slug === slug);
  if (!axis) throw new Error(`Không có trục nội dung “${slug}”. Hãy sửa trường “Trục nội dung”.`);
  return axis;
}

function signature(settings: SettingsData): Signature {
  return { siteName: settings.siteName, sitePlace: `${settings.ward}, ${settings.city}` };
}
