/** The table of contents of the content API, from which everything else is found by links. */
import type { Entry } from '#src/load/entry.ts';
import { dataGuide, sectionOf } from '#src/model/sections.ts';
import { absolute } from '#src/model/web-values.ts';
import { pageTypes, type SettingsData } from '#src/schema/index.ts';
import type { Catalogue } from './catalogue.ts';
import { apiListPage, apiLists, apiPaths, apiVersion } from './paths.ts';
import { reference } from './prepared.ts';
import type { ApiIndex } from './shapes.ts';

interface About {
  axes: readonly Entry<'axis'>[];
  settings: SettingsData;
}

/** The index of a catalogue. */
export function indexFile(catalogue: Catalogue, { axes, settings }: About): ApiIndex {
  const { site, all, ofType, ofAxis, updated, hash } = catalogue;
  const url = (path: string) => absolute(site, path);
  const first = (folder: string) => url(apiListPage(folder, 1));
  const schema = (name: string) => url(apiPaths.schema(name));
  const { siteName, ward, city, organization, description } = settings;
  return {
    $schema: schema('index'),
    version: apiVersion,
    language: 'vi',
    site: { name: siteName, url: url('/'), ward, city, organization, description },
    ...(updated !== undefined && { updated }),
    hash,
    total: all.length,
    all: first(apiLists.all),
    gone: first(apiLists.gone),
    types: pageTypes.map(({ name, words, pages }) => ({
      name,
      one: words.one,
      many: words.many,
      count: ofType(name).length,
      list: first(apiLists.type(name)),
      schema: schema(name),
      ...(pages.section !== '' && { url: url(sectionOf(name).path) }),
    })),
    axes: axes.map((axis) => ({
      ...reference(axis, site),
      order: axis.data.order,
      message: axis.data.message,
      count: ofAxis(axis.slug).length,
      list: first(apiLists.axis(axis.slug)),
    })),
    schemas: {
      index: schema('index'),
      list: schema('list'),
      entry: schema('entry'),
      gone: schema('gone'),
    },
    feeds: { rss: url('/rss.xml'), json: url('/feed.json'), calendar: url('/su-kien/lich.ics') },
    guide: url(dataGuide.path),
  };
}
