/**
 * Headers for hosts that only serve files and read `_headers` (Cloudflare Pages, Netlify). They need no
 * `_redirects`: an address that moved is a page that leads on, and folders get their slash anywhere.
 */
import { pageHeader } from '../admin/server/http/policies.ts';
import { caching, contentApi, frontHeaders } from '../admin/server/http/serving.ts';

/** The file `_headers`. No header is said twice for one path: such hosts would join the two values. */
export function headersFile(): string {
  const block = (path: string, headers: Readonly<Record<string, string>>) =>
    [path, ...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`)].join('\n');
  return `${[
    block('/*', {
      ...frontHeaders,
      'Content-Security-Policy': pageHeader,
    }),
    ...['/_astro/*', '/tim/*'].map((path) => block(path, { 'Cache-Control': caching.hashed })),
    ...['/media/*', '/fonts/*', '/icons/*'].map((path) =>
      block(path, { 'Cache-Control': caching.steady }),
    ),
    block(`${contentApi}*`, { 'Access-Control-Allow-Origin': '*' }),
  ].join('\n\n')}\n`;
}
