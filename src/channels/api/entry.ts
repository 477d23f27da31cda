/** An entry as the content API gives it: its fields, its text, and what it belongs to. */
import { createHash } from 'node:crypto';
import { namedBy } from '#src/load/backlinks.ts';
import { commonOf, type AnyEntry } from '#src/load/entry.ts';
import { nameOf, shareCard } from '#src/model/sections.ts';
import { hasKit, kitPaths, picturesOf, postersOf } from '#src/model/share-kit.ts';
import { shortId } from '#src/model/short-id.ts';
import { absolute } from '#src/model/web-values.ts';
import { parseBody, plainText } from '#src/schema/body.ts';
import type { Notice } from '#src/schema/in-force.ts';
import { types } from '#src/schema/index.ts';
import { apiPaths } from './paths.ts';

/** What an entry's file is made with. */
export interface ApiContext {
  site: { url: string };
  /** Every entry in force, by type and slug. */
  known: ReadonlyMap<string, AnyEntry>;
  /** The entries that point at one. */
  referrers: (entry: AnyEntry) => readonly AnyEntry[];
  /** The entry's text as it stands in its file. */
  bodyOf: (entry: AnyEntry) => Promise<string>;
}

/** An entry in one line of a list, and wherever another names it. */
export function reference(entry: AnyEntry, site: { url: string }) {
  const id = shortId(entry.type, entry.slug);
  return {
    id,
    type: entry.type,
    title: nameOf(entry),
    url: absolute(site, entry.address),
    api: absolute(site, apiPaths.entry(id)),
  };
}

/** An entry as lists give it; `hash` changes when its fields or its text do. */
export async function listed(entry: AnyEntry, context: ApiContext) {
  const { summary, published, updated, axis } = commonOf(entry);
  return {
    ...reference(entry, context.site),
    summary,
    ...(axis !== undefined && { axis }),
    published,
    ...(updated !== undefined && { updated }),
    hash: hashOf(entry, await context.bodyOf(entry)),
  };
}

/** The whole of an entry in force. */
export async function whole(entry: AnyEntry, context: ApiContext) {
  const { site, known } = context;
  const body = await context.bodyOf(entry);
  const named = namedBy(entry).flatMap(({ type, slug }) => known.get(`${type}/${slug}`) ?? []);
  return {
    status: 'published',
    ...(await listed(entry, context)),
    slug: entry.slug,
    shortUrl: absolute(site, `/d/${shortId(entry.type, entry.slug)}/`),
    image: absolute(site, shareCard(entry).path),
    fields: publicFields(entry),
    body: body.trim(),
    text: parseBody(body).children.map(plainText).filter(Boolean).join('\n\n'),
    references: named.map((other) => reference(other, site)),
    referrers: context.referrers(entry).map((other) => reference(other, site)),
    ...(hasKit(entry.type) && { kit: kitOf(entry, site) }),
  };
}

/** What is left of an entry that was withdrawn or has expired. */
export function gone(entry: AnyEntry, notice: Notice, site: { url: string }) {
  return { status: notice.kind, ...reference(entry, site), ...notice };
}

/** Where an entry stands now that had another slug before. */
export function moved(slug: string, entry: AnyEntry, site: { url: string }) {
  const id = shortId(entry.type, slug);
  return { status: 'moved', id, type: entry.type, movedTo: reference(entry, site) };
}

function kitOf(entry: AnyEntry, site: { url: string }) {
  const { kit, zip } = kitPaths(entry);
  return {
    page: absolute(site, kit),
    archive: absolute(site, zip),
    pictures: picturesOf(entry).map(({ name, width, height, path }) => ({
      name,
      width,
      height,
      url: absolute(site, path),
    })),
    posters: postersOf(entry).map(({ paper, pdf }) => ({ paper, url: absolute(site, pdf) })),
  };
}

/** The fields as in the file, without what is not for readers. */
function publicFields({ type, data }: AnyEntry): Record<string, unknown> {
  const { fields } = types[type];
  return Object.fromEntries(
    Object.entries(data).filter(
      ([name]) =>
        !(fields as Record<string, { form: { internal?: boolean } }>)[name]?.form.internal,
    ),
  );
}

function hashOf(entry: AnyEntry, body: string): string {
  const content = JSON.stringify([entry.type, entry.slug, entry.data, body]);
  return createHash('sha256').update(content).digest('hex').slice(0, 32);
}
