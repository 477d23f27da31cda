import type { APIRoute, GetStaticPaths, InferGetStaticPropsType } from 'astro';
import { kitContext, kitPathsById, kitScripts } from '#src/channels/kit/entries.ts';
import { kitZip } from '#src/channels/kit/files.ts';
import { fileResponse } from '#src/channels/kit/respond.ts';

export const getStaticPaths = kitPathsById satisfies GetStaticPaths;

export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = async (context) => {
  const { entry } = context.props;
  const zip = await kitZip(entry, await kitScripts(entry), await kitContext(context.site!));
  return fileResponse(zip, 'application/zip');
};
