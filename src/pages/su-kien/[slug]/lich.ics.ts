import type { APIRoute, GetStaticPaths, InferGetStaticPropsType } from 'astro';
import { calendar } from '#src/channels/calendar/calendar.ts';
import { fileResponse } from '#src/channels/kit/respond.ts';
import { entries, settings } from '#src/load/index.ts';
import { reusable } from '#src/page-reads.ts';

export const getStaticPaths = (async () =>
  reusable(
    (await entries('event')).map((event) => ({
      params: { slug: event.slug },
      props: { event },
    })),
  )) satisfies GetStaticPaths;

export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = async (context) => {
  const { siteName, organization } = await settings();
  const site = { url: context.site!.href };
  const text = calendar(siteName, [context.props.event], { site, organization });
  return fileResponse(text, 'text/calendar; charset=utf-8');
};
