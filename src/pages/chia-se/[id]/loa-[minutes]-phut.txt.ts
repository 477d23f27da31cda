import { reusable } from '#src/page-reads.ts';
import type { APIRoute, GetStaticPaths, InferGetStaticPropsType } from 'astro';
import { kitPathsById, kitScripts } from '#src/channels/kit/entries.ts';
import { textFile } from '#src/channels/kit/files.ts';
import { fileResponse } from '#src/channels/kit/respond.ts';

export const getStaticPaths = (async () => {
  const paths = (await kitPathsById()).map(async ({ params, props: { entry } }) =>
    (await kitScripts(entry)).map(({ minutes, text }) => ({
      params: { ...params, minutes: String(minutes) },
      props: { text },
    })),
  );
  return reusable((await Promise.all(paths)).flat());
}) satisfies GetStaticPaths;

export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = ({ props }) =>
  fileResponse(textFile(props.text), 'text/plain; charset=utf-8');
