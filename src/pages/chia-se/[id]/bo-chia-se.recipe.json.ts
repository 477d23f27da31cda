import type { APIRoute, GetStaticPaths, InferGetStaticPropsType } from 'astro';
import { kitContext, kitPathsById, kitScripts } from '#src/channels/kit/entries.ts';
import { kitParts } from '#src/channels/kit/files.ts';
import { fileResponse } from '#src/channels/kit/respond.ts';
import { reusable } from '#src/page-reads.ts';

export const getStaticPaths = (async () => reusable(await kitPathsById())) satisfies GetStaticPaths;

export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = async (context) => {
  const { entry } = context.props;
  const parts = kitParts(entry, await kitScripts(entry), await kitContext(context.site!));
  return fileResponse(JSON.stringify(parts), 'application/json; charset=utf-8');
};
