/** Values as the web writes them: whole addresses and instants. */

/** Address of a path on the site whose own address is `url`. */
export function absolute(site: { url: string }, path: string): string {
  return new URL(path, site.url).href;
}

/** The start of a day (`YYYY-MM-DD`) in Hà Nội, with its offset, as feeds and Open Graph ask. */
export function startOfDay(day: string): string {
  return `${day}T00:00:00+07:00`;
}
