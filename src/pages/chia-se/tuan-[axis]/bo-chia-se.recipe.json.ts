import type { APIRoute, GetStaticPaths, InferGetStaticPropsType } from 'astro';
import { kitContext } from '#src/channels/kit/entries.ts';
import { fileResponse } from '#src/channels/kit/respond.ts';
import { weekParts } from '#src/channels/kit/week.ts';
import { weekPathsByAxis } from '#src/channels/kit/weeks.ts';
import { reusable } from '#src/page-reads.ts';

export const getStaticPaths = (async () =>
  reusable(await weekPathsByAxis())) satisfies GetStaticPaths;

export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = async (context) => {
  const { axis, days } = context.props;
  const parts = weekParts(axis, days, await kitContext(context.site!));
  return fileResponse(JSON.stringify(parts), 'application/json; charset=utf-8');
};
