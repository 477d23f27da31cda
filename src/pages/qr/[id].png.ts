import type { APIRoute, GetStaticPaths, InferGetStaticPropsType } from 'astro';
import { kitPathsById } from '#src/channels/kit/entries.ts';
import { fileResponse } from '#src/channels/kit/respond.ts';
import { qrFileSide, qrPng } from '#src/channels/qr/qr.ts';
import { shortAddress } from '#src/model/share-kit.ts';

export const getStaticPaths = kitPathsById satisfies GetStaticPaths;

export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = ({ props, site }) => {
  const { qr } = shortAddress(props.entry, { url: site!.href });
  return fileResponse(qrPng(qr, qrFileSide), 'image/png');
};
