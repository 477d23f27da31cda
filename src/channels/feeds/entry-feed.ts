/** Articles and infographics as an RSS feed. */
import type { RSSOptions } from '@astrojs/rss';
import type { Article, Axis, Infographic } from '#src/load/entry.ts';
import { absolute } from '#src/model/web-values.ts';
import { startOfDay } from '#src/time/hanoi.ts';

/** Items in one feed: more than a reader catches up on, few enough for a phone. */
const longest = 50;

interface EntryFeed {
  title: string;
  description: string;
  /** Address of the site. */
  site: URL;
  /** Path of the feed itself. */
  path: string;
  /** Newest first. */
  entries: readonly (Article | Infographic)[];
  axes: readonly Axis[];
}

/** What `@astrojs/rss` prints for these entries. */
export function entryFeed({ title, description, site, path, entries, axes }: EntryFeed) {
  const self = absolute({ url: site.href }, path);
  return {
    title,
    description,
    site,
    xmlns: { atom: 'http://www.w3.org/2005/Atom' },
    customData: `<language>vi</language><atom:link href="${self}" rel="self" type="application/rss+xml"/>`,
    items: entries.slice(0, longest).map(({ address, data }) => ({
      title: data.title,
      link: address,
      description: data.summary,
      pubDate: new Date(startOfDay(data.published)),
      categories: axes.filter(({ slug }) => slug === data.axis).map((axis) => axis.data.title),
    })),
  } satisfies RSSOptions;
}
