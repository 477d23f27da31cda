import type { APIRoute, GetStaticPaths, InferGetStaticPropsType } from 'astro';
import { identityDownloads } from '#src/channels/identity/downloads.ts';
import { entries, settings } from '#src/load/index.ts';
import { reusable } from '#src/page-reads.ts';

const files = async () => identityDownloads(await entries('axis')).flatMap((group) => group.files);

export const getStaticPaths = (async () => {
  const names = (await files()).map(({ name }) => name);
  return reusable(names.map((name) => ({ params: { file: name }, props: { name } })));
}) satisfies GetStaticPaths;

export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = async ({ props }) => {
  const { make, mediaType } = (await files()).find(({ name }) => name === props.name)!;
  const made = await make({ axes: await entries('axis'), settings: await settings() });
  const body = typeof made === 'string' ? made : new Uint8Array(made);
  return new Response(body, { headers: { 'Content-Type': mediaType } });
};
