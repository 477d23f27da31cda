/** Content security policies: what files of the site, the CMS and the server's own pages may load. */

const none = ["'none'"];
const self = "'self'";

/** The conversion of pictures is WebAssembly. */
const scripts = [self, "'wasm-unsafe-eval'"];
const styles = [self, "'unsafe-inline'"];

/** What a picture or a document of the site may load when it is opened by itself. */
const fileDirectives = {
  'default-src': [self],
  'script-src': none,
  'style-src': styles,
  'img-src': [self, 'data:'],
  'object-src': none,
  'base-uri': none,
  'form-action': [self],
};

/** The header of a file of the site that is no page. */
export const fileHeader = headerOf({ ...fileDirectives, 'frame-ancestors': none });

export const sitePolicy = {
  // Pictures of the site may be shown by others.
  crossOriginResourcePolicy: { policy: 'cross-origin' as const },
  ...policy({ ...fileDirectives, 'frame-ancestors': none }),
};

/**
 * The header of a page of the site. What it may load it says itself, by hash
 * (`src/integrations/first-view/policy.ts`); here stands what only a header can say.
 */
export const pageHeader = "form-action 'self';frame-ancestors 'none'";

/** Decap shows previews in a frame, and pictures that are not saved yet as blobs. */
export const adminPolicy = policy({
  'default-src': none,
  'script-src': scripts,
  'style-src': styles,
  'img-src': [self, 'data:', 'blob:'],
  'connect-src': [self, 'blob:'],
  'font-src': [self, 'data:'],
  'frame-src': [self, 'blob:'],
  'worker-src': [self],
  'manifest-src': [self],
  'object-src': none,
  'base-uri': none,
  'frame-ancestors': none,
  'form-action': [self],
});

/** The server's own pages: plain forms, small scripts, drafts' pages in frames. */
export const pagesPolicy = policy({
  'default-src': none,
  'script-src': [self],
  // A passkey is asked for and answered without leaving the page.
  'connect-src': [self],
  'style-src': [self],
  'img-src': [self],
  'font-src': [self],
  'frame-src': [self],
  'object-src': none,
  'base-uri': none,
  'frame-ancestors': none,
  'form-action': [self],
});

/** A page of the server's own that may stand in the frame for a draft's page. */
export const framedPagesPolicy = policy({
  'default-src': none,
  'script-src': [self],
  'style-src': [self],
  'font-src': [self],
  'base-uri': none,
  'frame-ancestors': [self],
  'form-action': [self],
});

/** A file built from a draft: as on the site, and the review page may show it in a frame. */
export const previewPolicy = policy({ ...fileDirectives, 'frame-ancestors': [self] });

/** The header of a page built from a draft. */
export const previewPageHeader = "form-action 'self';frame-ancestors 'self'";

export const apiPolicy = policy({ 'default-src': none, 'frame-ancestors': none });

/** As Helmet writes it. */
function headerOf(directives: Record<string, string[]>): string {
  return Object.entries(directives)
    .map(([name, sources]) => [name, ...sources].join(' '))
    .join(';');
}

function policy(directives: Record<string, string[]>) {
  return { contentSecurityPolicy: { useDefaults: false, directives } };
}
