/** The file of an entry in force. */
import type { Root } from 'mdast';
import { commonOf } from '#src/load/entry.ts';
import { captions } from '#src/model/captions.ts';
import { shareCardSize } from '#src/model/head.ts';
import { outlineOf } from '#src/model/outline.ts';
import { shareCard } from '#src/model/sections.ts';
import {
  hasKit,
  kitPaths,
  picturesOf,
  postersOf,
  shortAddress,
  type KitEntry,
} from '#src/model/share-kit.ts';
import { absolute } from '#src/model/web-values.ts';
import { parseBody } from '#src/schema/body.ts';
import { bodyHtml } from './html.tsx';
import { apiPaths } from './paths.ts';
import { bodyPlainText } from './plain-text.ts';
import { reference, type Prepared } from './prepared.ts';
import type { ApiEntry, ApiKit } from './shapes.ts';

/** What an entry's file tells of other entries. */
export interface Relations {
  site: { url: string };
  /** The entry in force of this name (`type/slug`). */
  find: (name: string) => Prepared | undefined;
  /** Ids of the entries that point at the one of this name. */
  referrers: (name: string) => readonly string[];
}

/** A body for those who do not read Markdown. */
export type BodyTexts = Pick<ApiEntry, 'text' | 'html'>;

/** The texts of an entry's body. */
export function bodyTexts({ item, body, pictures }: Prepared): BodyTexts {
  const tree = parseBody(body);
  return {
    text: bodyPlainText(tree),
    html: bodyHtml(tree as Root, {
      link: (url) => absolute({ url: item.url }, url),
      picture: (src) => pictures.get(src)!,
    }),
  };
}

/** The whole of an entry; `texts` are those of its body. */
export function entryFile(
  prepared: Prepared,
  { site, find, referrers }: Relations,
  texts = bodyTexts(prepared),
): ApiEntry {
  const { entry, item, fields, body, images } = prepared;
  const card = shareCard(entry);
  const { sources = [], changeNote, reviewDate } = commonOf(entry);
  return {
    $schema: absolute(site, apiPaths.schema(entry.type)),
    status: 'published',
    ...item,
    shortUrl: absolute(site, shortAddress(entry, site).path),
    ...(changeNote !== undefined && { changeNote }),
    ...(reviewDate !== undefined && { reviewDate }),
    fields,
    outline: outlineOf(entry).map(({ heading, items, numbered }) => ({
      heading,
      items,
      ...(numbered && { numbered }),
    })),
    body,
    ...texts,
    sources: sources.flatMap(({ document, locator }) => {
      const named = find(`document/${document}`);
      if (!named) return [];
      const { id, title, url } = named.item;
      return [{ id, title, locator, url }];
    }),
    references: prepared.names.flatMap((name) => {
      const named = find(name);
      return named ? [reference(named.entry, site)] : [];
    }),
    referrers: [...referrers(`${entry.type}/${entry.slug}`)],
    card: { url: absolute(site, card.path), ...shareCardSize, alt: card.alt },
    images: [...images],
    ...(hasKit(entry.type) && { kit: kitOf(entry as KitEntry, site, find) }),
  };
}

function kitOf(entry: KitEntry, site: { url: string }, find: Relations['find']): ApiKit {
  const { kit, zip, qrSvg } = kitPaths(entry);
  const url = (path: string) => absolute(site, path);
  const unit = find(`unit/${entry.data.unit}`)!.entry.data.title;
  return {
    page: url(kit),
    archive: url(zip),
    captions: captions(entry, { siteUrl: site.url, unit }),
    pictures: picturesOf(entry).map(({ name, width, height, path }) => ({
      name,
      width,
      height,
      url: url(path),
    })),
    posters: postersOf(entry).map(({ paper, plain, pdf }) => ({
      paper,
      color: !plain,
      url: url(pdf),
    })),
    qr: url(qrSvg),
  };
}
