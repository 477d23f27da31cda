/** Content security policies: what a page of the site, of the CMS and of the API may load. */

const none = ["'none'"];
const self = "'self'";

/** Pagefind and the conversion of pictures are WebAssembly. */
const scripts = [self, "'wasm-unsafe-eval'"];
const styles = [self, "'unsafe-inline'"];

export const sitePolicy = {
  // Pictures of the site may be shown by others.
  crossOriginResourcePolicy: { policy: 'cross-origin' as const },
  ...policy({
    'default-src': [self],
    'script-src': scripts,
    'style-src': styles,
    'img-src': [self, 'data:'],
    'object-src': none,
    'base-uri': none,
    'frame-ancestors': none,
    'form-action': [self],
  }),
};

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

/** The server's own pages: plain forms, one small script, drafts' pages in frames. */
export const pagesPolicy = policy({
  'default-src': none,
  'script-src': [self],
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

/** A page built from a draft: as on the site, and the review page may show it in a frame. */
export const previewPolicy = policy({
  'default-src': [self],
  'script-src': scripts,
  'style-src': styles,
  'img-src': [self, 'data:'],
  'object-src': none,
  'base-uri': none,
  'frame-ancestors': [self],
  'form-action': [self],
});

export const apiPolicy = policy({ 'default-src': none, 'frame-ancestors': none });

function policy(directives: Record<string, string[]>) {
  return { contentSecurityPolicy: { useDefaults: false, directives } };
}
