/** The only room that knows `astro:content`: typed, sorted entries and their rendered bodies. */
import { readFile } from 'node:fs/promises';
import { getCollection, getEntry, render, type CollectionKey } from 'astro:content';
import type { AstroComponentFactory } from 'astro/runtime/server/index.js';
import { pathOf, splitEntryFile } from '#src/schema/entry-file.ts';
import { types, type SettingsData } from '#src/schema/index.ts';
import type { Article, Axis, Document, Entry, Infographic, Page, Unit } from './entry.ts';
import { infographicContent } from '#src/model/infographic.ts';
import { hanoiDay } from '#src/time/hanoi.ts';
import { noticeOf, type Notice } from '#src/schema/in-force.ts';
import { byOrder, latestFirst, latestIssueFirst } from './order.ts';

export type { Article, Axis, Document, Entry, Infographic, Page, Unit } from './entry.ts';

/** Entries that can go out of force; their addresses stay. */
type Lasting = Article | StoredInfographic | Page;

type StoredInfographic = Omit<Infographic, 'content'>;

export interface Retired {
  entry: Lasting;
  notice: Notice;
}

/** One day for the whole build. */
const today = hanoiDay(new Date());

function isInForce({ data }: Lasting): boolean {
  return noticeOf(data, today) === undefined;
}

type PageType = Exclude<keyof typeof types, 'settings'>;

/** The seven axes in the plan's order. */
export const axes = kept(async () => (await entriesOf<Axis>('axis')).sort(byOrder));

/** The articles in force today, latest first. */
export const articles = kept(async () =>
  (await entriesOf<Article>('article')).filter(isInForce).sort(latestFirst),
);

/** The infographics in force today, latest first. */
export const infographics = kept(async () => {
  const sources = { axes: await axes(), units: await units() };
  return (await entriesOf<StoredInfographic>('infographic'))
    .map((entry) => ({ ...entry, content: infographicContent(entry.data, sources) }))
    .filter(isInForce)
    .sort(latestFirst);
});

/** The articles and infographics in force today together, latest first. */
export const latest = kept(async () =>
  [...(await articles()), ...(await infographics())].sort(latestFirst),
);

/** All documents, latest issue first. */
export const documents = kept(async () =>
  (await entriesOf<Document>('document')).sort(latestIssueFirst),
);

/** The eight units in the plan's order. */
export const units = kept(async () => (await entriesOf<Unit>('unit')).sort(byOrder));

/** The pages in force that stand by themselves, in the menu's order. */
export const pages = kept(async () =>
  (await entriesOf<Page>('page')).filter(isInForce).sort(byOrder),
);

/** Entries that are no longer in force, each with the notice for its address. */
export const retired = kept(async (): Promise<Retired[]> => {
  const all: Lasting[] = [
    ...(await entriesOf<Article>('article')),
    ...(await entriesOf<StoredInfographic>('infographic')),
    ...(await entriesOf<Page>('page')),
  ];
  return all.flatMap((entry) => {
    const notice = noticeOf(entry.data, today);
    return notice ? [{ entry, notice }] : [];
  });
});

/** Slugs that entries had before, each with its entry. */
export const formerSlugs = kept(async () => {
  const all = [
    ...(await entriesOf<Article>('article')),
    ...(await entriesOf<StoredInfographic>('infographic')),
    ...(await entriesOf<Document>('document')),
    ...(await entriesOf<Page>('page')),
  ];
  return all.flatMap((entry) => entry.data.formerSlugs.map((slug) => ({ slug, entry })));
});

/** The site's own settings; without them there is no site. */
export async function settings(): Promise<SettingsData> {
  const entry = await getEntry('settings', 'site');
  if (!entry) throw new Error(`Thiếu tệp ${pathOf(types.settings, 'site')}. Hãy tạo lại tệp này.`);
  return entry.data.fields as SettingsData;
}

/** The body of an entry as a component; blocks are given to it as `components`. */
export async function bodyOf(entry: Entry): Promise<AstroComponentFactory> {
  const stored = await getEntry(types[entry.type].folder as CollectionKey, entry.slug);
  if (!stored) throw new Error(`Không thấy ${pathOf(types[entry.type], entry.slug)} trong kho.`);
  return (await render(stored)).Content;
}

/** The body of an entry as it stands in its file. */
export async function bodyText({ type, slug }: Entry): Promise<string> {
  return splitEntryFile(await readFile(pathOf(types[type], slug), 'utf8'))?.body ?? '';
}

async function entriesOf<E extends Entry>(name: E['type'] & PageType): Promise<E[]> {
  const type = types[name];
  const stored = await getCollection(type.folder as CollectionKey);
  return stored.map(({ id, data }) => ({
    type: name,
    slug: id,
    address: type.address!(id),
    data: data.fields,
    syllables: data.syllables,
  })) as E[];
}

/** In a build the content stands still: each list is made once, not once a page. */
function kept<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => (import.meta.env.PROD ? (made ??= make()) : make());
}
