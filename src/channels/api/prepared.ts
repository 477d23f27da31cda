/** What every file of the API asks of an entry, found once: its text, its pictures, its hash. */
import { createHash } from 'node:crypto';
import { namedBy } from '#src/load/backlinks.ts';
import { commonOf, type AnyEntry } from '#src/load/entry.ts';
import { nameOf } from '#src/model/sections.ts';
import { shortId } from '#src/model/short-id.ts';
import { absolute } from '#src/model/web-values.ts';
import { parseBody } from '#src/schema/body.ts';
import { types } from '#src/schema/index.ts';
import { apiPaths } from './paths.ts';
import {
  bodyPictures,
  fieldPictures,
  shownPicture,
  type NamedPicture,
  type Published,
} from './pictures.ts';
import { publicFields } from './public-fields.ts';
import type { ApiImage, ApiItem, ApiReference } from './shapes.ts';

/** What preparing asks of the site. */
export interface Sources {
  site: { url: string };
  /** The text of an entry, as it stands in its file. */
  bodyText: (entry: AnyEntry) => Promise<string>;
  /** The published picture behind an address of the media folder. */
  publish: (src: string) => Promise<Published>;
}

export interface Prepared {
  entry: AnyEntry;
  /** As lists give it. */
  item: ApiItem;
  fields: Record<string, unknown>;
  /** Markdown, NFC, without white space around it. */
  body: string;
  /** The pictures that it shows, each time with the words that stand there. */
  images: readonly ApiImage[];
  /** The same as published, by their addresses in the media folder. */
  pictures: ReadonlyMap<string, Published>;
  /** The entries that its fields name, as `type/slug`. */
  names: readonly string[];
}

/** An entry in one line, wherever another names it; `slug` is one that it has or had. */
export function reference(
  entry: AnyEntry,
  site: { url: string },
  slug: string = entry.slug,
): ApiReference {
  const { type } = entry;
  const id = shortId(type, slug);
  return {
    id,
    type,
    slug,
    title: nameOf(entry),
    url: absolute(site, types[type].address(slug)),
    api: absolute(site, apiPaths.entry(id)),
  };
}

/** An entry in force, prepared. */
export async function prepared(entry: AnyEntry, sources: Sources): Promise<Prepared> {
  const { site } = sources;
  const body = (await sources.bodyText(entry)).trim();
  const named = namedPictures(entry, body);
  const pictures = await published(named, sources);
  const images = named.map((one) => shownPicture(one, pictures.get(one.src)!));
  const fields = publicFields(types[entry.type].fields, entry.data, {
    absolute: (path) => absolute(site, path),
    picture: (src) => pictures.get(src)!.url,
  });
  const { summary, axis, published: since, updated } = commonOf(entry);
  const item = {
    ...reference(entry, site),
    summary,
    ...(axis !== undefined && { axis }),
    published: since,
    ...(updated !== undefined && { updated }),
    hash: sha256(JSON.stringify([entry.type, entry.slug, fields, body, images])),
  };
  const names = namedBy(entry).map(({ type, slug }) => `${type}/${slug}`);
  return { entry, item, fields, body, images, pictures, names };
}

/** SHA-256 of a text, in hexadecimal. */
export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

function namedPictures({ type, data }: AnyEntry, body: string): NamedPicture[] {
  // Most bodies have no picture, and reading a body's tree is what costs time.
  const inBody = /!\[|<(?:Figure|Gallery)/.test(body) ? bodyPictures(parseBody(body)) : [];
  return [...fieldPictures(types[type].fields, data), ...inBody];
}

async function published(named: readonly NamedPicture[], { publish }: Sources) {
  const addresses = [...new Set(named.map(({ src }) => src))];
  const made = addresses.map(async (src) => [src, await publish(src)] as const);
  return new Map(await Promise.all(made));
}
