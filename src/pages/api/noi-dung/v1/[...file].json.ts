import type { APIRoute, GetStaticPaths, InferGetStaticPropsType } from 'astro';
import { cacheKey } from '#src/build-cache.ts';
import { apiFiles } from '#src/channels/api/files.ts';
import { apiRoot } from '#src/channels/api/paths.ts';
import { fileResponse } from '#src/channels/kit/respond.ts';
import { reusable, saidByKey } from '#src/page-reads.ts';

const files = () => apiFiles({ url: import.meta.env.SITE });

export const getStaticPaths = (async () => {
  const paths = [];
  // Making a file of content costs less than asking whether one is as it was: what it says is its own key. Not
  // kept, and one after the other: the texts of ten thousand entries are more than a small machine has room for.
  for (const { path, make, follows = make, ofCode } of (await files()).values()) {
    paths.push({
      params: { file: path.slice(apiRoot.length).replace(/\.json$/, '') },
      props: { path, ...(!ofCode && { says: cacheKey(JSON.stringify(await follows())) }) },
    });
  }
  return reusable(paths);
}) satisfies GetStaticPaths;

export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = async ({ props }) => {
  const { path, says } = props;
  const make = async () => (await files()).get(path)!.make();
  const file = await (says === undefined ? make() : saidByKey(make));
  return fileResponse(JSON.stringify(file), 'application/json; charset=utf-8');
};
