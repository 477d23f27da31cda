import type { APIRoute, GetStaticPaths, InferGetStaticPropsType } from 'astro';
import { apiFiles } from '#src/channels/api/files.ts';
import { apiRoot } from '#src/channels/api/paths.ts';
import { fileResponse } from '#src/channels/kit/respond.ts';

export const getStaticPaths = (async () => {
  const files = await apiFiles({ url: import.meta.env.SITE });
  return files.map((file) => ({
    params: { file: file.path.slice(apiRoot.length).replace(/\.json$/, '') },
    props: { file },
  }));
}) satisfies GetStaticPaths;

export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = async ({ props }) =>
  fileResponse(JSON.stringify(await props.file.make()), 'application/json; charset=utf-8');
