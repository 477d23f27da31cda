import type { APIRoute, GetStaticPaths, InferGetStaticPropsType } from 'astro';
import { kitContext, kitEntries } from '#src/channels/kit/entries.ts';
import { keptResponse } from '#src/channels/kit/respond.ts';
import { pictureInput } from '#src/channels/social/input.ts';
import { keptPicture } from '#src/channels/social/social.tsx';
import { pictureFormats } from '#src/model/share-kit.ts';
import { reusable } from '#src/page-reads.ts';

export const getStaticPaths = (async () =>
  reusable(
    (await kitEntries()).flatMap((entry) =>
      pictureFormats.map((format) => ({
        params: { type: entry.type, name: `${entry.slug}-${format.name}` },
        props: { entry, format },
      })),
    ),
  )) satisfies GetStaticPaths;

export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = async (context) => {
  const { entry, format } = context.props;
  const input = pictureInput(entry, await kitContext(context.site!));
  return keptResponse(await keptPicture(input, format), 'image/png');
};
