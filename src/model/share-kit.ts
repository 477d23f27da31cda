/** What the channels get of an entry beside its page, and where each thing stands on the site. */
import type { AnyEntry } from '#src/load/entry.ts';
import { pageTypes, type PageTypeName, type TypeName } from '#src/schema/index.ts';
import { noticeOf, type Life } from '#src/schema/in-force.ts';
import { shortId } from './short-id.ts';
import { absolute } from './web-values.ts';

/** Entries that have a share kit: `hasKit` tells which. */
export type KitEntry = Extract<AnyEntry, { data: { unit: string } }>;

/** The types whose entries have a share kit. */
export const kitTypes: readonly PageTypeName[] = pageTypes
  .filter(({ pages }) => pages.kit !== undefined)
  .map(({ name }) => name);

/** Whether entries of this type have a share kit. */
export function hasKit(type: TypeName): type is KitEntry['type'] {
  return kitTypes.some((one) => one === type);
}

/** The entries among these that have a share kit. */
export function withKit(entries: readonly AnyEntry[]): KitEntry[] {
  return entries.filter((entry): entry is KitEntry => hasKit(entry.type));
}

/** Pictures beside the share card, sizes in pixels. */
export const pictureFormats = [
  { name: 'vuong', label: 'Ảnh vuông', use: 'Zalo OA, Facebook', width: 1080, height: 1080 },
  { name: 'doc', label: 'Ảnh dọc', use: 'Facebook trên điện thoại', width: 1080, height: 1350 },
  { name: 'story', label: 'Ảnh đứng cả màn hình', use: 'Tin (story)', width: 1080, height: 1920 },
] as const;

export type PictureFormat = (typeof pictureFormats)[number];

/** Papers of the poster; A3 is the sheet of A4, larger. */
export const posterPapers = ['a4', 'a5', 'a3'] as const;

export type PosterPaper = (typeof posterPapers)[number];

/** The papers that have a page to print. */
export const printedPapers = ['a4', 'a5'] as const satisfies readonly PosterPaper[];

export type PrintedPaper = (typeof printedPapers)[number];

/** A poster as a file; `plain` is without colour. */
export interface PosterSheet {
  paper: PosterPaper;
  plain: boolean;
}

/** All files of a poster. */
export const posterSheets: readonly PosterSheet[] = posterPapers.flatMap((paper) => [
  { paper, plain: false },
  { paper, plain: true },
]);

/** Path of a sheet of the entry at a path, such as `in/article/ban-moi`. */
export function posterPdf(entry: string, { paper, plain }: PosterSheet): string {
  return `${entry}-${paper}${plain ? '-den-trang' : ''}.pdf`;
}

type Named = Pick<AnyEntry, 'type' | 'slug'>;

/** The pictures of an entry, each with its address on the site. */
export function picturesOf({ type, slug }: Named) {
  return pictureFormats.map((format) => ({
    ...format,
    path: `/anh/${type}/${slug}-${format.name}.png`,
  }));
}

/** The posters of an entry as PDF, each with its address on the site. */
export function postersOf({ type, slug }: Named) {
  return posterSheets.map((sheet) => ({ ...sheet, pdf: posterPdf(`/in/${type}/${slug}`, sheet) }));
}

/** The posters of an entry as pages to print. */
export function printPagesOf({ type, slug }: Named) {
  return printedPapers.map((paper) => ({
    paper,
    page: paper === 'a4' ? `/in/${type}/${slug}/` : `/in/${type}/${slug}/${paper}/`,
  }));
}

/** Where an entry's kit stands, by the entry's short id. */
export function kitPaths(entry: Named) {
  const id = shortId(entry.type, entry.slug);
  return {
    id,
    kit: `/chia-se/${id}/`,
    zip: `/chia-se/${id}/bo-chia-se.zip`,
    qrSvg: `/qr/${id}.svg`,
    qrPng: `/qr/${id}.png`,
  };
}

/**
 * Where the kit of an entry of any type stands on a day (`YYYY-MM-DD`); `undefined` for types
 * without kits and for an entry that is not in force.
 */
export function kitAddress(
  { type, slug }: { type: TypeName; slug: string },
  life: Life,
  today: string,
): string | undefined {
  const isThere = hasKit(type) && noticeOf(life, today) === undefined;
  return isThere ? kitPaths({ type, slug }).kit : undefined;
}

/** Paths of the site (without the first slash) of what is not read, but taken along: kits, sheets to print, codes. */
export const takenAlong = /^(?:chia-se|in|qr)\//;

/** By which channel a reader comes: written in the web server's log, and nowhere else. */
export type ChannelMark = 'zalo' | 'fanpage' | 'qr' | 'loa';

/** An address that says by which channel its reader came. */
export function marked(address: string, mark: ChannelMark): string {
  return `${address}?k=${mark}`;
}

/** Short address of an entry, in three dresses. */
export interface ShortAddress {
  /** What the QR code holds; the mark says that the reader came by it. */
  qr: string;
  /** As it is printed to be typed: without scheme and last slash. */
  shown: string;
  /** Path of the page that leads on to the entry. */
  path: string;
}

/** The short address of an entry on the site whose own address is `url`. */
export function shortAddress(entry: Named, site: { url: string }): ShortAddress {
  const path = `/d/${shortId(entry.type, entry.slug)}/`;
  const whole = absolute(site, path);
  return {
    qr: marked(whole, 'qr'),
    shown: whole.replace(/^https?:\/\//, '').replace(/\/$/, ''),
    path,
  };
}
