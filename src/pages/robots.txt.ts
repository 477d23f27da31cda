import type { APIRoute } from 'astro';
import { absolute } from '#src/model/web-values.ts';

export const GET: APIRoute = ({ site }) =>
  new Response(
    [
      'User-agent: *',
      'Disallow: /admin/',
      'Disallow: /api/',
      '',
      `Sitemap: ${absolute({ url: site!.href }, '/sitemap-index.xml')}`,
      '',
    ].join('\n'),
    { headers: { 'Content-Type': 'text/plain; charset=utf-8' } },
  );
