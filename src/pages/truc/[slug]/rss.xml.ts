import rss from '@astrojs/rss';
import type { APIRoute, GetStaticPaths, InferGetStaticPropsType } from 'astro';
import { entryFeed } from '#src/channels/feeds/entry-feed.ts';
import { axes, latest, settings } from '#src/load/index.ts';

export const getStaticPaths = (async () =>
  (await axes()).map((axis) => ({
    params: { slug: axis.slug },
    props: { axis },
  }))) satisfies GetStaticPaths;

export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = async (context) => {
  const { axis } = context.props;
  const { siteName } = await settings();
  return rss(
    entryFeed({
      title: `${axis.data.title} | ${siteName}`,
      description: axis.data.summary,
      site: context.site!,
      path: context.url.pathname,
      entries: (await latest()).filter(({ data }) => data.axis === axis.slug),
      axes: [axis],
    }),
  );
};
