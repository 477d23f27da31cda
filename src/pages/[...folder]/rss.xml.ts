import rss from '@astrojs/rss';
import type { APIRoute, GetStaticPaths, InferGetStaticPropsType } from 'astro';
import { feedPaths } from '#src/channels/feeds/feeds.ts';
import { rssOf } from '#src/channels/feeds/rss.ts';

export const getStaticPaths = feedPaths satisfies GetStaticPaths;

export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = ({ props, site }) =>
  rss(rssOf(props.feed, { url: site!.href }));
