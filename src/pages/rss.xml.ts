import rss from '@astrojs/rss';
import type { APIRoute } from 'astro';
import { entryFeed } from '#src/channels/feeds/entry-feed.ts';
import { axes, latest, settings } from '#src/load/index.ts';

export const GET: APIRoute = async ({ site, url }) => {
  const { siteName, description } = await settings();
  return rss(
    entryFeed({
      title: siteName,
      description,
      site: site!,
      path: url.pathname,
      entries: await latest(),
      axes: await axes(),
    }),
  );
};
