import type { APIRoute, GetStaticPaths, InferGetStaticPropsType } from 'astro';
import { apiFilePaths } from '#src/channels/api/files.ts';
import { fileResponse } from '#src/channels/kit/respond.ts';

export const getStaticPaths = apiFilePaths satisfies GetStaticPaths;

export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = async ({ props }) =>
  fileResponse(JSON.stringify(await props.file.make()), 'application/json; charset=utf-8');
