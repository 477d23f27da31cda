import type { APIRoute, GetStaticPaths, InferGetStaticPropsType } from 'astro';
import { kitContext, kitEntries } from '#src/channels/kit/entries.ts';
import { keptResponse } from '#src/channels/kit/respond.ts';
import { posterInput } from '#src/channels/poster/input.ts';
import { keptPosterPdf } from '#src/channels/poster/poster.ts';
import { posterPapers } from '#src/model/share-kit.ts';

export const getStaticPaths = (async () =>
  (await kitEntries()).flatMap((entry) =>
    posterPapers.map((paper) => ({
      params: { type: entry.type, name: `${entry.slug}-${paper}` },
      props: { entry, paper },
    })),
  )) satisfies GetStaticPaths;

export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = async (context) => {
  const { entry, paper } = context.props;
  const input = posterInput(entry, await kitContext(context.site!));
  return keptResponse(await keptPosterPdf(input, paper), 'application/pdf');
};
