/** Whole addresses, as the web writes them. */

/** Address of a path on the site whose own address is `url`. */
export function absolute(site: { url: string }, path: string): string {
  return new URL(path, site.url).href;
}
