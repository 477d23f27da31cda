/** The only room that knows `astro:content`: typed, sorted entries and their rendered bodies. */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { getCollection, getEntry, render, type CollectionKey } from 'astro:content';
import type { AstroComponentFactory } from 'astro/runtime/server/index.js';
import { pathOf, splitEntryFile } from '#src/schema/entry-file.ts';
import { noticeOf, type Life, type Notice } from '#src/schema/in-force.ts';
import {
  pageTypes,
  types,
  type Data,
  type PageTypeName,
  type SettingsData,
} from '#src/schema/index.ts';
import { hanoiDay } from '#src/time/hanoi.ts';
import { backlinks, type Named } from './backlinks.ts';
import { commonOf, type AnyEntry, type Entry } from './entry.ts';
import { infographicContent } from './infographic.ts';
import { sortedBy } from './order.ts';

export { commonOf } from './entry.ts';
export type { AnyEntry, CommonData, Entry } from './entry.ts';

/** One moment for the whole build: what is open, over or in force is asked of this. */
export const now = new Date();

/** An entry that is no longer in force, with the notice for its address. */
export interface Retired {
  entry: AnyEntry;
  notice: Notice;
}

let madeBacklinks: Promise<ReturnType<typeof backlinks>> | undefined;
const stored = new Map<PageTypeName, Promise<readonly AnyEntry[]>>();
const inForce = new Map<PageTypeName, Promise<readonly AnyEntry[]>>();

/** The entries of a type that are in force today, in the order of its lists. */
export function entries<N extends PageTypeName>(name: N): Promise<readonly Entry<N>[]> {
  return kept(inForce, name, async () =>
    (await storedEntries(name)).filter((entry) => noticeFor(entry) === undefined),
  ) as unknown as Promise<readonly Entry<N>[]>;
}

/** The entries in force of several types, type after type. */
export async function entriesOf(names: readonly PageTypeName[]): Promise<AnyEntry[]> {
  return (await Promise.all(names.map((name) => entries(name)))).flat();
}

/** Every entry that is in force today. */
export function allEntries(): Promise<AnyEntry[]> {
  return entriesOf(pageTypes.map(({ name }) => name));
}

/** The entries in force that point at an entry, whatever their type and the field. */
export async function referrers(target: Named): Promise<readonly AnyEntry[]> {
  madeBacklinks = (import.meta.env.PROD && madeBacklinks) || allEntries().then(backlinks);
  return (await madeBacklinks)(target);
}

/** Entries that are no longer in force, each with the notice for its address. */
export async function retired(): Promise<Retired[]> {
  return (await allStored()).flatMap((entry) => {
    const notice = noticeFor(entry);
    return notice ? [{ entry, notice }] : [];
  });
}

/** Slugs that entries had before, each with its entry. */
export async function formerSlugs(): Promise<{ slug: string; entry: AnyEntry }[]> {
  return (await allStored()).flatMap((entry) =>
    (commonOf(entry).formerSlugs ?? []).map((slug) => ({ slug, entry })),
  );
}

/** The urgent notices, those that are over and those that are yet to come among them. */
export async function alerts(): Promise<Data<'alert'>[]> {
  const all = await collectionIn(types.alert.folder);
  return all.map(({ data }) => data.fields as Data<'alert'>);
}

/** The site's own settings; without them there is no site. */
export async function settings(): Promise<SettingsData> {
  const entry = await getEntry('settings', 'site');
  if (!entry) throw new Error(`Thiếu tệp ${pathOf(types.settings, 'site')}. Hãy tạo lại tệp này.`);
  return entry.data.fields as SettingsData;
}

/** The body of an entry as a component; blocks are given to it as `components`. */
export async function bodyOf({ type, slug }: Named): Promise<AstroComponentFactory> {
  const entry = await getEntry(types[type].folder as CollectionKey, slug);
  if (!entry) throw new Error(`Không thấy ${pathOf(types[type], slug)} trong kho.`);
  return (await render(entry)).Content;
}

/** The headings of an entry's body that divide it, in order, with the ids they have on its page. */
export async function headingsOf({ type, slug }: Named): Promise<{ id: string; title: string }[]> {
  const entry = await getEntry(types[type].folder as CollectionKey, slug);
  if (!entry) throw new Error(`Không thấy ${pathOf(types[type], slug)} trong kho.`);
  const { headings } = await render(entry);
  return headings
    .filter(({ depth }) => depth === 2)
    .map(({ slug: id, text: title }) => ({ id, title }));
}

/** The body of an entry as it stands in its file. */
export async function bodyText({ type, slug }: Named): Promise<string> {
  return splitEntryFile(await readFile(pathOf(types[type], slug), 'utf8'))?.body ?? '';
}

function noticeFor({ data }: AnyEntry): Notice | undefined {
  return noticeOf(data as Life, hanoiDay(now));
}

async function allStored(): Promise<AnyEntry[]> {
  return (await Promise.all(pageTypes.map(({ name }) => storedEntries(name)))).flat();
}

function storedEntries(name: PageTypeName): Promise<readonly AnyEntry[]> {
  return kept(stored, name, async () => {
    const type = types[name];
    const all = await collectionIn(type.folder);
    const made = all.map(({ id, data }) => ({
      type: name,
      slug: id,
      address: type.address(id),
      data: data.fields,
      syllables: data.syllables,
    }));
    const complete = await completion(name);
    return sortedBy(made.map(complete), type.pages.sortBy);
  });
}

/** Git keeps no empty folder: a type of which there is nothing yet has none, and Astro would warn. */
async function collectionIn(folder: string) {
  return existsSync(`content/${folder}`) ? getCollection(folder as CollectionKey) : [];
}

/** What makes an entry whole that draws on other entries. */
async function completion(name: PageTypeName): Promise<(entry: object) => AnyEntry> {
  if (name !== 'infographic') return (entry) => entry as AnyEntry;
  const sources = { axes: await entries('axis'), units: await entries('unit') };
  return (entry) => {
    const { data } = entry as Entry<'infographic'>;
    return { ...(entry as Entry<'infographic'>), content: infographicContent(data, sources) };
  };
}

/** In a build the content stands still: each list is made once, not once a page. */
function kept<K, T>(made: Map<K, Promise<T>>, key: K, make: () => Promise<T>): Promise<T> {
  const known = import.meta.env.PROD ? made.get(key) : undefined;
  if (known) return known;
  const value = make();
  made.set(key, value);
  return value;
}
