/**
 * How files of a release are served, by whichever server: this one, or the web server in front of it, whose
 * configuration is made from the same rules (`deploy/`). Patterns are read by JavaScript, PCRE and RE2.
 */

/** Paths whose file changes its name with its content: built assets and the search index's parts. */
export const hashedPaths =
  '^/(?:_astro/.+|admin/assets/.+[-.][A-Za-z0-9_-]{8,}\\.[a-z0-9]+|tim/[0-9a-f]{10}/.+)$';

/** Paths whose file seldom changes. */
export const steadyPaths = '^/(?:media|fonts|icons)/';

/** Paths of files that a release gets when somebody asks (`src/channels/downloads.ts`). */
export const downloadPaths = '^/(?:in/.+\\.pdf|chia-se/.+\\.zip)$';

/** First parts of paths that only the editorial server answers. */
export const serverPaths = ['admin', 'api', 'xem-truoc', 'auth', 'callback'] as const;

/** Below `/api/`, but files of a release: portals read them from their own pages. */
export const contentApi = '/api/noi-dung/';

export const caching = {
  hashed: 'public, max-age=31536000, immutable',
  steady: 'public, max-age=86400',
  other: 'no-cache',
} as const;

const isHashed = new RegExp(hashedPaths);
const isSteady = new RegExp(steadyPaths);

/** Whether the file at a path (without the first slash) changes its name with its content. */
export function hasHash(path: string): boolean {
  return isHashed.test(`/${path}`);
}

/** `Cache-Control` of the file at a path (without the first slash). */
export function cachingOf(path: string): string {
  if (hasHash(path)) return caching.hashed;
  return isSteady.test(`/${path}`) ? caching.steady : caching.other;
}

/** Headers of every file of the site, beside its policy and its caching. */
export const fileHeaders: Readonly<Record<string, string>> = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'same-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
  // Pictures of the site may be shown by others.
  'Cross-Origin-Resource-Policy': 'cross-origin',
  'X-Frame-Options': 'SAMEORIGIN',
};

/** Those of the server in front, where TLS ends: browsers come back over TLS alone. */
export const frontHeaders: Readonly<Record<string, string>> = {
  ...fileHeaders,
  'Strict-Transport-Security': 'max-age=31536000',
};
