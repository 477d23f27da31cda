/** The podcast's cover: Apple asks for a square of 1,400 to 3,000 pixels. */
import type { APIRoute } from 'astro';
import { markPng, markSvg } from '#src/channels/identity/mark.ts';
import { fileResponse } from '#src/channels/kit/respond.ts';
import { colors } from '#src/styles/tokens.ts';

export const GET: APIRoute = async () =>
  fileResponse(await markPng(markSvg({ margin: 0.16, ground: colors.paper }), 1400), 'image/png');
