/** The only room that knows `astro:content`: typed, sorted entries and their rendered bodies. */
import { existsSync } from 'node:fs';
import { getCollection, getEntry, render, type CollectionKey } from 'astro:content';
import type { AstroComponentFactory } from 'astro/runtime/server/index.js';
import { pathOf } from '#src/schema/entry-file.ts';
import { answer, note, question } from '#src/page-reads.ts';
import { noticeOf, type Life, type Notice } from '#src/schema/in-force.ts';
import {
  pageTypes,
  types,
  type Data,
  type PageTypeName,
  type SettingsData,
} from '#src/schema/index.ts';
import { hanoiDay, phaseAt, type Stretch } from '#src/time/hanoi.ts';
import { backlinks, type Named } from './backlinks.ts';
import { runBody } from './body-code.ts';
import { commonOf, type AnyEntry, type Entry } from './entry.ts';
import { bySlug, followOne } from './follow.ts';
import { infographicContent } from './infographic.ts';
import { sortedBy } from './order.ts';
import type { StoredData } from './entry-maker.ts';
import { partOf, tracked, type Part } from './tracked.ts';

export { commonOf } from './entry.ts';
export type { AnyEntry, CommonData, Entry } from './entry.ts';

/** One moment for the whole build: what is open, over or in force is asked of this. */
const moment = new Date();
const today = hanoiDay(moment);

/** That moment. A page that asks for it is rendered in every build; `openAlerts` and `phaseToday` say less. */
export function now(): Date {
  note('now');
  return moment;
}

/** An entry that is no longer in force, with the notice for its address. */
export interface Retired {
  entry: AnyEntry;
  notice: Notice;
}

let madeBacklinks: Promise<ReturnType<typeof backlinks>> | undefined;
/** As read, by `type/slug`; pages are given them `tracked`. */
const read = new Map<string, AnyEntry>();
const stored = new Map<PageTypeName, Promise<readonly AnyEntry[]>>();
const inForce = new Map<PageTypeName, Promise<readonly AnyEntry[]>>();

/** The entries of a type that are in force today, in the order of its lists. */
export function entries<N extends PageTypeName>(name: N): Promise<readonly Entry<N>[]> {
  note('list', name);
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

/** Lists by slug: among ten thousand entries each page looks for several. */
const bySlugs = new WeakMap<readonly AnyEntry[], ReadonlyMap<string, AnyEntry>>();

const entryNamed = question('named', async (type: PageTypeName, slug: string) => {
  const all: readonly AnyEntry[] = await entries(type);
  const found = bySlugs.get(all) ?? bySlug(all);
  bySlugs.set(all, found);
  return found.get(slug);
});

/** The entry in force that a field of another names: a page that asks shows this one, not the list. */
export async function named<N extends PageTypeName>(type: N, slug: string): Promise<Entry<N>> {
  const entry = await entryNamed(type, slug);
  return followOne(entry ? [entry] : [], slug) as Entry<N>;
}

const referrersOf = question('referrers', async (type: PageTypeName, slug: string) => {
  madeBacklinks = (import.meta.env.PROD && madeBacklinks) || allEntries().then(backlinks);
  return (await madeBacklinks)({ type, slug });
});

/** The entries in force that point at an entry, whatever their type and the field. */
export function referrers({ type, slug }: Named): Promise<readonly AnyEntry[]> {
  return referrersOf(type, slug);
}

/** Entries that are no longer in force, each with the notice for its address. */
export async function retired(): Promise<Retired[]> {
  note('all');
  return (await allStored()).flatMap((entry) => {
    const notice = noticeFor(entry);
    return notice ? [{ entry, notice }] : [];
  });
}

/** Slugs that entries had before, each with its entry. */
export async function formerSlugs(): Promise<{ slug: string; entry: AnyEntry }[]> {
  note('all');
  return (await allStored()).flatMap((entry) =>
    (commonOf(entry).formerSlugs ?? []).map((slug) => ({ slug, entry })),
  );
}

/** The urgent notices that are on at the moment of the build. */
export const openAlerts = question('alerts', async (): Promise<Data<'alert'>[]> => {
  const all = await collectionIn(types.alert.folder);
  return all
    .map(({ data }) => data.fields as Data<'alert'>)
    .filter((alert) => phaseAt(alert, moment) === 'during');
});

/** Where the moment of the build stands to a stretch of time. */
export const phaseToday = question('phase', (stretch: Stretch) =>
  Promise.resolve(phaseAt(stretch, moment)),
);

/** The site's own settings; without them there is no site. */
export async function settings(): Promise<SettingsData> {
  note('settings');
  const entry = await getEntry('settings', 'site');
  if (!entry) throw new Error(`Thiếu tệp ${pathOf(types.settings, 'site')}. Hãy tạo lại tệp này.`);
  return entry.data.fields as SettingsData;
}

/** The body of an entry as a component; blocks are given to it as `components`. */
export async function bodyOf({ type, slug }: Named): Promise<AstroComponentFactory> {
  note('body', type, slug);
  const entry = await storedEntry({ type, slug });
  const { code } = entry.data as StoredData;
  return code === undefined ? (await render(entry)).Content : runBody(code).Content;
}

/** The headings of an entry's body that divide it, in order, with the ids they have on its page. */
export async function headingsOf({ type, slug }: Named): Promise<{ id: string; title: string }[]> {
  note('body', type, slug);
  const entry = await storedEntry({ type, slug });
  const { code } = entry.data as StoredData;
  const { headings } = code === undefined ? await render(entry) : runBody(code);
  return headings
    .filter(({ depth }) => depth === 2)
    .map(({ slug: id, text: title }) => ({ id, title }));
}

/** The body of an entry as it stands in its file, NFC. */
export async function bodyText(named: Named): Promise<string> {
  note('body', named.type, named.slug);
  // Astro's own store leaves an empty one out.
  return (await storedEntry(named)).body ?? '';
}

/** A name of all that an entry's file says, and of how it was read. */
export async function nameOfFile(named: Named): Promise<string> {
  note('body', named.type, named.slug);
  return String((await storedEntry(named)).digest);
}

async function storedEntry({ type, slug }: Named) {
  const entry = await getEntry(types[type].folder as CollectionKey, slug);
  if (!entry) throw new Error(`Không thấy ${pathOf(types[type], slug)} trong kho.`);
  return entry;
}

answer('now', () => moment);
answer('list', async (name: PageTypeName) => (await entries(name)).map(({ slug }) => slug));
answer('settings', settings);
answer('all', async () => [...(await allStored())].map((entry) => [entry, entry.data]));
answer('entry', async (type: PageTypeName, slug: string, part: Part) => {
  await storedEntries(type);
  const entry = read.get(`${type}/${slug}`);
  return entry && [partOf(entry, part)];
});
// Of the whole file, so that no body is read to be compared: who shows a body shows what is said above it, too.
answer('body', async (type: PageTypeName, slug: string) => {
  const entry = await getEntry(types[type].folder as CollectionKey, slug);
  return entry?.digest;
});

function noticeFor({ data }: AnyEntry): Notice | undefined {
  return noticeOf(data as Life, today);
}

async function allStored(): Promise<AnyEntry[]> {
  return (await Promise.all(pageTypes.map(({ name }) => storedEntries(name)))).flat();
}

function storedEntries(name: PageTypeName): Promise<readonly AnyEntry[]> {
  return kept(stored, name, async () => {
    const type = types[name];
    const found = await collectionIn(type.folder);
    const made = found.map(({ id, data }) => ({
      type: name,
      slug: id,
      address: type.address(id),
      data: data.fields,
      syllables: data.syllables,
      blocks: data.blocks,
      recording: data.recording,
    }));
    const complete = await completion(name);
    const all = sortedBy(made.map(complete), type.pages.sortBy);
    for (const entry of all) read.set(`${name}/${entry.slug}`, entry);
    return all.map(tracked);
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
