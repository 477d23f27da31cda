import type { APIRoute } from 'astro';
import { homeCard } from '#src/channels/share-card/input.ts';
import { shareCardPng } from '#src/channels/share-card/share-card.ts';
import { entries, settings } from '#src/load/index.ts';

export const GET: APIRoute = async () => {
  const input = homeCard({ axes: await entries('axis'), settings: await settings() });
  return new Response(new Uint8Array(await shareCardPng(input)), {
    headers: { 'Content-Type': 'image/png' },
  });
};
