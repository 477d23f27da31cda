/** What the pictures of an entry say, taken from the entry. */
import type { Drawing } from '#src/drawing/drawing.ts';
import { entryPicture } from '#src/drawing/entry-picture.ts';
import { figureOf } from '#src/drawing/figure.ts';
import { commonOf, type Entry } from '#src/load/entry.ts';
import { followOne } from '#src/load/follow.ts';
import type { InfographicContent } from '#src/load/infographic-content.ts';
import { outlineOf } from '#src/model/outline.ts';
import type { SettingsData } from '#src/schema/index.ts';
import type { OutlineSection } from '#src/schema/type.ts';
import { unbroken } from '#src/model/typography.ts';
import { shortAddress, type KitEntry, type ShortAddress } from '#src/model/share-kit.ts';
import { pathOf } from '#src/schema/entry-file.ts';
import { types } from '#src/schema/index.ts';

/** The body of a picture: an infographic's data, or the outline of an entry of another type. */
export type PictureContent = InfographicContent | { kind: 'outline'; sections: OutlineSection[] };

export interface PictureInput {
  /** File of the entry, for errors. */
  file: string;
  /** Line above the title: the axis, or that all seven are meant. */
  label: string;
  title: string;
  /** The entry's own picture: an infographic's drawing, else its axis's motif. */
  picture: Drawing;
  content: PictureContent;
  /** Order of the axis whose petal is lit; absent when the picture speaks for all seven. */
  axis?: number;
  siteName: string;
  /** Ward and city. */
  sitePlace: string;
  address: Pick<ShortAddress, 'qr' | 'shown'>;
}

/** What pictures and posters need beside their entry. */
export interface KitContext {
  axes: readonly Entry<'axis'>[];
  settings: SettingsData;
  /** The site's own address. */
  site: { url: string };
}

/** The words of an entry's pictures. */
export function pictureInput(entry: KitEntry, { axes, settings, site }: KitContext): PictureInput {
  const named = commonOf(entry).axis;
  const axis = named === undefined ? undefined : followOne(axes, named);
  const { qr, shown } = shortAddress(entry, site);
  return {
    file: pathOf(types[entry.type], entry.slug),
    label: axis ? `Trục ${axis.data.order}. ${axis.data.title}` : 'Bảy trục nội dung',
    title: unbroken(entry.data.title),
    picture: entry.type === 'infographic' ? figureOf(entry.content) : entryPicture(entry, axes),
    content: contentOf(entry),
    ...(axis && { axis: axis.data.order }),
    siteName: settings.siteName,
    sitePlace: `${settings.ward}, ${settings.city}`,
    address: { qr, shown },
  };
}

function contentOf(entry: KitEntry): PictureContent {
  if (entry.type === 'infographic') return entry.content;
  return { kind: 'outline', sections: outlineOf(entry) };
}
