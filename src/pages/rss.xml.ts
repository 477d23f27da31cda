import rss from '@astrojs/rss';
import type { APIRoute } from 'astro';
import { articleFeed } from '#src/channels/feeds/article-feed.ts';
import { articles, axes, settings } from '#src/load/index.ts';

export const GET: APIRoute = async ({ site, url }) => {
  const { siteName, description } = await settings();
  return rss(
    articleFeed({
      title: siteName,
      description,
      site: site!,
      path: url.pathname,
      articles: await articles(),
      axes: await axes(),
    }),
  );
};
