import type { APIRoute, GetStaticPaths, InferGetStaticPropsType } from 'astro';
import { feedPaths } from '#src/channels/feeds/feeds.ts';
import { jsonFeed } from '#src/channels/feeds/json-feed.ts';
import { fileResponse } from '#src/channels/kit/respond.ts';
import { settings } from '#src/load/index.ts';

export const getStaticPaths = feedPaths satisfies GetStaticPaths;

export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = async (context) => {
  const { organization } = await settings();
  const text = jsonFeed(context.props.feed, { url: context.site!.href }, organization);
  return fileResponse(text, 'application/feed+json; charset=utf-8');
};
