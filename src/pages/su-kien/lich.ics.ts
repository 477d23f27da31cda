import type { APIRoute } from 'astro';
import { calendar } from '#src/channels/calendar/calendar.ts';
import { fileResponse } from '#src/channels/kit/respond.ts';
import { entries, settings } from '#src/load/index.ts';

export const GET: APIRoute = async ({ site }) => {
  const { siteName, organization } = await settings();
  const text = calendar(siteName, await entries('event'), {
    site: { url: site!.href },
    organization,
  });
  return fileResponse(text, 'text/calendar; charset=utf-8');
};
