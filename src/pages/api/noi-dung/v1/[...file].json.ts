import type { APIRoute, GetStaticPaths, InferGetStaticPropsType } from 'astro';
import { apiFiles } from '#src/channels/api/files.ts';
import { apiRoot } from '#src/channels/api/paths.ts';
import { fileResponse } from '#src/channels/kit/respond.ts';
import { reusable } from '#src/page-reads.ts';

export const getStaticPaths = (async () => {
  const files = await apiFiles({ url: import.meta.env.SITE });
  // Making a file costs less than asking whether one is as it was: what it says is its own key.
  const paths = files.map(async ({ path, make }) => ({
    params: { file: path.slice(apiRoot.length).replace(/\.json$/, '') },
    props: { text: JSON.stringify(await make()) },
  }));
  return reusable(await Promise.all(paths));
}) satisfies GetStaticPaths;

export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = ({ props }) =>
  fileResponse(props.text, 'application/json; charset=utf-8');
