import type { APIRoute, GetStaticPaths, InferGetStaticPropsType } from 'astro';
import { drawnIn } from '#src/channels/kit/entries.ts';
import { keptResponse } from '#src/channels/kit/respond.ts';
import { shareCardOf } from '#src/channels/share-card/input.ts';
import { keptShareCard } from '#src/channels/share-card/share-card.ts';
import { allEntries, entries, settings } from '#src/load/index.ts';
import { reusable } from '#src/page-reads.ts';

export const getStaticPaths = (async () =>
  reusable(
    drawnIn(await allEntries()).map((entry) => ({
      params: { type: entry.type, slug: entry.slug },
      props: { entry },
    })),
  )) satisfies GetStaticPaths;

export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = async ({
  props,
  site,
}) => {
  const context = {
    axes: await entries('axis'),
    settings: await settings(),
    site: { url: site!.href },
  };
  return keptResponse(await keptShareCard(shareCardOf(props.entry, context)), 'image/png');
};
