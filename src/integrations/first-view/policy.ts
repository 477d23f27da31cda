/** The content security policy of a page, in the page. */
import { createHash } from 'node:crypto';

const scripts = /<script(?<attributes>[^>]*)>(?<code>[\s\S]*?)<\/script>/g;
const styles = /<style[^>]*>(?<code>[\s\S]*?)<\/style>/g;
/** As Astro and as React write it. */
const charset = /<meta charset="utf-8"\/?>/i;

/**
 * The page with a policy that allows what stands in it and what this site serves, nothing else. What
 * a `<meta>` may not say (`frame-ancestors`) is the server's to say.
 *
 * @throws when the page does not say its character set, before which nothing may stand.
 */
export function withPolicy(html: string): string {
  if (!charset.test(html)) throw new Error('Trang không có <meta charset="utf-8">.');
  const policy = [
    "default-src 'self'",
    `script-src ${scriptSources(html)}`,
    `style-src ${styleSources(html)}`,
    "object-src 'none'",
    "base-uri 'none'",
  ].join(';');
  return html.replace(
    charset,
    (first) => `${first}<meta http-equiv="content-security-policy" content="${policy}">`,
  );
}

function scriptSources(html: string): string {
  const found = [...html.matchAll(scripts)]
    .map(({ groups }) => groups as { attributes: string; code: string })
    // Data for search engines is not run.
    .filter(({ attributes }) => !attributes.includes('application/ld+json'));
  if (found.length === 0) return "'none'";
  const inline = found.filter(({ attributes }) => !attributes.includes(' src=')).map(hashOf);
  const isFetched = ({ attributes, code }: { attributes: string; code: string }) =>
    attributes.includes(' src=') || code.includes('import(');
  const fetched = found.some(isFetched) ? ["'self'"] : [];
  return [...fetched, ...new Set(inline)].join(' ');
}

/** Posters alone are set by style attributes, which no hash can name in a browser of 2019. */
function styleSources(html: string): string {
  if (/<[^>]* style="/.test(html)) return "'self' 'unsafe-inline'";
  const inline = [...html.matchAll(styles)].map(({ groups }) => hashOf(groups as { code: string }));
  return ["'self'", ...new Set(inline)].join(' ');
}

function hashOf({ code }: { code: string }): string {
  return `'sha256-${createHash('sha256').update(code).digest('base64')}'`;
}
