import type { APIRoute, GetStaticPaths, InferGetStaticPropsType } from 'astro';
import { kitPathsById } from '#src/channels/kit/entries.ts';
import { keptResponse } from '#src/channels/kit/respond.ts';
import { keptQrSvg } from '#src/channels/qr/kept.ts';
import { shortAddress } from '#src/model/share-kit.ts';
import { reusable } from '#src/page-reads.ts';

export const getStaticPaths = (async () => reusable(await kitPathsById())) satisfies GetStaticPaths;

export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = async ({
  props,
  site,
}) => {
  const { qr } = shortAddress(props.entry, { url: site!.href });
  return keptResponse(await keptQrSvg(qr), 'image/svg+xml');
};
