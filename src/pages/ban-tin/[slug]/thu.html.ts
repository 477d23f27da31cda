import type { APIRoute, GetStaticPaths, InferGetStaticPropsType } from 'astro';
import { bulletinPaths, mailOf } from '#src/channels/bulletin/files.ts';
import { bulletinHtml } from '#src/channels/bulletin/mail.tsx';
import { fileResponse } from '#src/channels/kit/respond.ts';

export const getStaticPaths = bulletinPaths satisfies GetStaticPaths;

export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = async (context) =>
  fileResponse(
    bulletinHtml(await mailOf(context.props.bulletin, context.site!)),
    'text/html; charset=utf-8',
  );
