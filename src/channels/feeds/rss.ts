/** A feed as RSS 2.0, for `@astrojs/rss` to print. */
import type { RSSOptions } from '@astrojs/rss';
import { absolute } from '#src/model/web-values.ts';
import type { Feed } from './item.ts';

/** What `@astrojs/rss` prints for a feed; nothing in it comes from the clock. */
export function rssOf({ title, description, folder, items }: Feed, site: { url: string }) {
  const self = absolute(site, `${folder}rss.xml`);
  const newest = items
    .map(({ modified }) => modified)
    .sort()
    .at(-1);
  return {
    title,
    description,
    site: absolute(site, folder),
    xmlns: { atom: 'http://www.w3.org/2005/Atom' },
    customData: [
      '<language>vi</language>',
      ...(newest ? [`<lastBuildDate>${new Date(newest).toUTCString()}</lastBuildDate>`] : []),
      `<atom:link href="${self}" rel="self" type="application/rss+xml"/>`,
    ].join(''),
    items: items.map((item) => ({
      title: item.title,
      link: item.url,
      // The short address outlives a change of the entry's own: no reader sees it twice.
      customData: `<guid isPermaLink="false">${item.id}</guid>`,
      description: item.summary,
      pubDate: new Date(item.published),
      categories: item.tags,
    })),
  } satisfies RSSOptions;
}
