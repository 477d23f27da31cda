import type { APIRoute } from 'astro';
import { keptResponse } from '#src/channels/kit/respond.ts';
import { homeCard } from '#src/channels/share-card/input.ts';
import { keptShareCard } from '#src/channels/share-card/share-card.ts';
import { entries, settings } from '#src/load/index.ts';

export const GET: APIRoute = async () => {
  const input = homeCard({ axes: await entries('axis'), settings: await settings() });
  return keptResponse(await keptShareCard(input), 'image/png');
};
