/** Whom to tell about a security hole (RFC 9116). Without an address in the settings it leads to the page about the site. */
import type { APIRoute } from 'astro';
import { fileResponse } from '#src/channels/kit/respond.ts';
import { now, settings } from '#src/load/index.ts';
import { absolute } from '#src/model/web-values.ts';
import { hanoiDay, startOfDay } from '#src/time/hanoi.ts';

/** Valid for half a year from the day of the build; the RFC allows a year. */
const validity = 182 * 24 * 60 * 60 * 1000;

export const GET: APIRoute = async ({ site }) => {
  const { contact } = await settings();
  const self = { url: site!.href };
  const lines = [
    `Contact: ${contact?.email ? `mailto:${contact.email}` : absolute(self, '/gioi-thieu/')}`,
    `Expires: ${startOfDay(hanoiDay(new Date(now().getTime() + validity)))}`,
    'Preferred-Languages: vi, en',
    `Canonical: ${absolute(self, '/.well-known/security.txt')}`,
    '',
  ];
  return fileResponse(lines.join('\n'), 'text/plain; charset=utf-8');
};
