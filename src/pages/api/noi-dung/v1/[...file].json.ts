import type { APIRoute, GetStaticPaths, InferGetStaticPropsType } from 'astro';
import { apiFiles } from '#src/channels/api/files.ts';
import { apiRoot } from '#src/channels/api/paths.ts';
import { fileResponse } from '#src/channels/kit/respond.ts';
import { reusable } from '#src/page-reads.ts';

const files = () => apiFiles({ url: import.meta.env.SITE });

export const getStaticPaths = (async () => {
  // Making a file of content costs less than asking whether one is as it was: what it says is its own key.
  const paths = (await files()).map(async ({ path, make, ofCode }) => ({
    params: { file: path.slice(apiRoot.length).replace(/\.json$/, '') },
    props: ofCode ? { path } : { text: JSON.stringify(await make()) },
  }));
  return reusable(await Promise.all(paths));
}) satisfies GetStaticPaths;

export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = async ({ props }) => {
  const { path, text } = props;
  const make = async () => (await files()).find((one) => one.path === path)!.make();
  return fileResponse(text ?? JSON.stringify(await make()), 'application/json; charset=utf-8');
};
