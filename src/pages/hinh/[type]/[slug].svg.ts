import type { APIRoute, GetStaticPaths, InferGetStaticPropsType } from 'astro';
import { fileResponse } from '#src/channels/kit/respond.ts';
import { entryPictureSvg } from '#src/channels/pictures/entry-picture.tsx';
import { allEntries, entries } from '#src/load/index.ts';
import { reusable } from '#src/page-reads.ts';

export const getStaticPaths = (async () =>
  reusable(
    (await allEntries()).map((entry) => ({
      params: { type: entry.type, slug: entry.slug },
      props: { entry },
    })),
  )) satisfies GetStaticPaths;

export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = async ({ props }) =>
  fileResponse(entryPictureSvg(props.entry, await entries('axis')), 'image/svg+xml');
