import type { APIRoute } from 'astro';
import { fileResponse } from '#src/channels/kit/respond.ts';
import { podcastFeed } from '#src/channels/podcast/podcast.ts';
import { entries, settings } from '#src/load/index.ts';
import { types } from '#src/schema/index.ts';

export const GET: APIRoute = async ({ site }) => {
  const { siteName, organization, contact } = await settings();
  const { words, pages } = types.recording;
  const text = podcastFeed(await entries('recording'), {
    site: { url: site!.href },
    title: `${words.many} | ${siteName}`,
    description: pages.lead,
    organization,
    email: contact?.email,
  });
  return fileResponse(text, 'application/rss+xml; charset=utf-8');
};
