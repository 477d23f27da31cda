import type { APIRoute, GetStaticPaths, InferGetStaticPropsType } from 'astro';
import { kitContext, kitPathsById } from '#src/channels/kit/entries.ts';
import { kitZip } from '#src/channels/kit/files.ts';
import { fileResponse } from '#src/channels/kit/respond.ts';
import { bodyText } from '#src/load/index.ts';

export const getStaticPaths = kitPathsById satisfies GetStaticPaths;

export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = async (context) => {
  const { entry } = context.props;
  const zip = await kitZip(entry, await bodyText(entry), await kitContext(context.site!));
  return fileResponse(zip, 'application/zip');
};
