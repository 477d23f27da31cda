import type { APIRoute, GetStaticPaths, InferGetStaticPropsType } from 'astro';
import { identityDownloads } from '#src/channels/identity/downloads.ts';
import { entries, settings } from '#src/load/index.ts';

export const getStaticPaths = (async () =>
  identityDownloads(await entries('axis'))
    .flatMap(({ files }) => files)
    .map((file) => ({
      params: { file: file.name },
      props: { file },
    }))) satisfies GetStaticPaths;

export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = async ({ props }) => {
  const { make, mediaType } = props.file;
  const made = await make({ axes: await entries('axis'), settings: await settings() });
  const body = typeof made === 'string' ? made : new Uint8Array(made);
  return new Response(body, { headers: { 'Content-Type': mediaType } });
};
