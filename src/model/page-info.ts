/** What a page says about itself; head tags and structured data are made of it. */
import type { StructuredContext } from '#src/schema/structured.ts';
import type { StructuredData } from '#src/schema/type.ts';

/** The site's own words, from the settings; `url` is its address without a path. */
export interface SiteInfo {
  name: string;
  url: string;
  ward: string;
  city: string;
  organization: string;
  description: string;
}

/** A feed that a page points at. */
export interface FeedLink {
  title: string;
  path: string;
  /** Media type, such as `application/rss+xml`. */
  type: string;
}

/** A link by name; `path` starts at the site's root. */
export interface NamedPath {
  name: string;
  path: string;
}

export interface PageInfo {
  title: string;
  description: string;
  /** Path of the page itself, such as `/bai-viet/x/`. */
  path: string;
  site: SiteInfo;
  /** The share card, always 1200×630. */
  image?: { path: string; alt: string };
  /** Present on pages of entries. Days are `YYYY-MM-DD` in Hà Nội. */
  entry?: { published: string; updated?: string | undefined; section: string };
  /** What search engines are told of the entry beside that (schema.org). */
  structured?: (context: StructuredContext) => StructuredData;
  /** From the home page to this page, both included; empty on the home page. */
  breadcrumbs: NamedPath[];
  /** Feeds of this part of the site, beside the feed of all. */
  feeds?: readonly FeedLink[];
  noindex?: boolean;
  /** Path of the page that took this one's place; readers are led there at once. */
  movedTo?: string;
}
