/** Every file of the content API, by its path; what is in it is made when it is asked for. */
import { commonOf, type AnyEntry } from '#src/load/entry.ts';
import {
  allEntries,
  bodyText,
  entries,
  formerSlugs,
  referrers,
  retired,
  settings,
} from '#src/load/index.ts';
import { ofAxis } from '#src/model/relations.ts';
import { sectionOf } from '#src/model/sections.ts';
import { shortId } from '#src/model/short-id.ts';
import { absolute } from '#src/model/web-values.ts';
import { pageTypes } from '#src/schema/index.ts';
import { gone, listed, moved, whole, type ApiContext } from './entry.ts';
import { apiPageLength, apiPaths, apiRoot, apiVersion } from './paths.ts';
import { apiSchemas } from './schemas.ts';

/** A file of the API: its path on the site, and how to make what is in it. */
export interface ApiFile {
  path: string;
  make: () => Promise<object>;
}

/** All files; `site` is the site's own address. */
export async function apiFiles(site: { url: string }): Promise<ApiFile[]> {
  const all = await newestFirst();
  const context = await contextFor(all, site);
  const axes = await entries('axis');
  const now =
    (body: object): ApiFile['make'] =>
    () =>
      Promise.resolve(body);
  const lists = [
    { folder: apiPaths.all, some: all },
    ...pageTypes.map(({ name }) => ({
      folder: apiPaths.type(name),
      some: all.filter(({ type }) => type === name),
    })),
    ...axes.map(({ slug }) => ({ folder: apiPaths.axis(slug), some: ofAxis(all, slug) })),
  ];
  return [
    { path: apiPaths.index, make: () => index(all, site) },
    ...lists.flatMap(({ folder, some }) => pages(folder, some, context)),
    ...all.map((entry) => ({
      path: apiPaths.entry(shortId(entry.type, entry.slug)),
      make: () => whole(entry, context),
    })),
    ...(await retired()).map(({ entry, notice }) => ({
      path: apiPaths.entry(shortId(entry.type, entry.slug)),
      make: now(gone(entry, notice, site)),
    })),
    ...(await formerSlugs()).map(({ slug, entry }) => ({
      path: apiPaths.entry(shortId(entry.type, slug)),
      make: now(moved(slug, entry, site)),
    })),
    ...apiSchemas(site).map(({ name, schema }) => ({
      path: apiPaths.schema(name),
      make: now(schema),
    })),
  ];
}

/** The static paths of the route that serves them. */
export async function apiFilePaths() {
  const url = import.meta.env.SITE;
  return (await apiFiles({ url })).map((file) => ({
    params: { file: file.path.slice(apiRoot.length).replace(/\.json$/, '') },
    props: { file },
  }));
}

async function newestFirst(): Promise<AnyEntry[]> {
  return (await allEntries()).sort((a, b) => lastChange(b).localeCompare(lastChange(a)));
}

function lastChange(entry: AnyEntry): string {
  const { published, updated } = commonOf(entry);
  return updated ?? published;
}

async function contextFor(all: readonly AnyEntry[], site: { url: string }): Promise<ApiContext> {
  const pointing = new Map<AnyEntry, readonly AnyEntry[]>();
  for (const entry of all) pointing.set(entry, await referrers(entry));
  const bodies = new Map<AnyEntry, Promise<string>>();
  return {
    site,
    known: new Map(all.map((entry) => [`${entry.type}/${entry.slug}`, entry])),
    referrers: (entry) => pointing.get(entry) ?? [],
    bodyOf: (entry) => {
      const known = bodies.get(entry) ?? bodyText(entry);
      bodies.set(entry, known);
      return known;
    },
  };
}

function pages(folder: string, some: readonly AnyEntry[], context: ApiContext): ApiFile[] {
  const count = Math.max(1, Math.ceil(some.length / apiPageLength));
  const pathOf = (page: number) => `${folder}${page}.json`;
  return Array.from({ length: count }, (_, at) => at + 1).map((page) => ({
    path: pathOf(page),
    make: async () => ({
      page,
      pages: count,
      total: some.length,
      ...(page > 1 && { previous: absolute(context.site, pathOf(page - 1)) }),
      ...(page < count && { next: absolute(context.site, pathOf(page + 1)) }),
      items: await Promise.all(
        some
          .slice((page - 1) * apiPageLength, page * apiPageLength)
          .map((entry) => listed(entry, context)),
      ),
    }),
  }));
}

async function index(all: readonly AnyEntry[], site: { url: string }): Promise<object> {
  const { siteName, ward, city, organization, description } = await settings();
  const url = (path: string) => absolute(site, path);
  const typeOf = ({ name, words, pages: { section } }: (typeof pageTypes)[number]) => ({
    name,
    words: { one: words.one, many: words.many },
    count: all.filter(({ type }) => type === name).length,
    list: url(`${apiPaths.type(name)}1.json`),
    schema: url(apiPaths.schema(name)),
    ...(section !== '' && { url: url(sectionOf(name).path) }),
  });
  return {
    version: apiVersion,
    site: { name: siteName, url: url('/'), ward, city, organization, description, language: 'vi' },
    // The newest change of the content; the clock stands in no file.
    updated: all[0] ? lastChange(all[0]) : undefined,
    total: all.length,
    all: url(`${apiPaths.all}1.json`),
    types: pageTypes.map(typeOf),
    axes: (await entries('axis')).map(({ slug, address, data }) => ({
      slug,
      order: data.order,
      title: data.title,
      message: data.message,
      url: url(address),
      list: url(`${apiPaths.axis(slug)}1.json`),
    })),
    schemas: { index: url(apiPaths.schema('index')), list: url(apiPaths.schema('list')) },
    feeds: { rss: url('/rss.xml'), json: url('/feed.json'), calendar: url('/su-kien/lich.ics') },
    guide: url('/du-lieu/'),
  };
}
