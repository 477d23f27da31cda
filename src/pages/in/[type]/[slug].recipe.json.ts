import type { APIRoute, GetStaticPaths, InferGetStaticPropsType } from 'astro';
import { kitContext, kitEntries } from '#src/channels/kit/entries.ts';
import { fileResponse } from '#src/channels/kit/respond.ts';
import { reusable } from '#src/page-reads.ts';
import { posterInput } from '#src/channels/poster/input.ts';

export const getStaticPaths = (async () =>
  reusable(
    (await kitEntries()).map((entry) => ({
      params: { type: entry.type, slug: entry.slug },
      props: { entry },
    })),
  )) satisfies GetStaticPaths;

export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = async (context) => {
  const input = posterInput(context.props.entry, await kitContext(context.site!));
  return fileResponse(JSON.stringify(input), 'application/json; charset=utf-8');
};
