/** What a page says about itself to browsers, search engines and the apps in which it is shared. */
import { structuredData } from './structured-data.ts';
import { absolute } from './web-values.ts';
import { startOfDay } from '#src/time/hanoi.ts';

/** The site's own words, from the settings; `url` is its address without a path. */
export interface SiteInfo {
  name: string;
  url: string;
  ward: string;
  city: string;
  organization: string;
  description: string;
}

/** A link by name; `path` starts at the site's root. */
export interface NamedPath {
  name: string;
  path: string;
}

export interface HeadInput {
  title: string;
  description: string;
  /** Path of the page itself, such as `/bai-viet/x/`. */
  path: string;
  site: SiteInfo;
  /** The share card, always 1200×630. */
  image?: { path: string; alt: string };
  /** Present on articles. Days are `YYYY-MM-DD` in Hà Nội. */
  article?: { published: string; updated?: string; section: string };
  /** From the home page to this page, both included; empty on the home page. */
  breadcrumbs: NamedPath[];
  /** The feed of this part of the site, beside the feed of all. */
  feed?: { title: string; path: string };
  noindex?: boolean;
  /** Path of the page that took this one's place; readers are led there at once. */
  movedTo?: string;
}

/** One element of `<head>`; `content` is already safe to print between the tags of a script. */
export interface HeadTag {
  tag: 'meta' | 'link' | 'script' | 'title';
  attributes: Record<string, string>;
  /** Text of a title, to be escaped as text; source of a script, to be printed as it is. */
  content?: string;
}

/** Size of a share card in pixels: what Zalo, Facebook and X show in full. */
export const shareCardSize = { width: 1200, height: 630 } as const;

/** All tags of a page, in the order in which they are printed. */
export function headTags(input: HeadInput): HeadTag[] {
  const { title, description, path, site, feed } = input;
  const home = path === '/';
  return [
    {
      tag: 'title',
      attributes: {},
      content: home ? `${site.name}: ${site.ward}` : `${title} | ${site.name}`,
    },
    meta('description', description),
    ...(input.noindex ? [meta('robots', 'noindex')] : []),
    link('canonical', absolute(site, input.movedTo ?? path)),
    ...(input.movedTo ? [refresh(input.movedTo)] : []),
    ...openGraph(input),
    meta('twitter:card', input.image ? 'summary_large_image' : 'summary'),
    rss(site.name, '/rss.xml'),
    ...(feed ? [rss(feed.title, feed.path)] : []),
    {
      tag: 'script',
      attributes: { type: 'application/ld+json' },
      content: safeJson(structuredData(input)),
    },
  ];
}

/** Leads on without a delay, on any host and without JavaScript (WCAG 2.2.1 allows only zero). */
function refresh(path: string): HeadTag {
  return { tag: 'meta', attributes: { 'http-equiv': 'refresh', content: `0; url=${path}` } };
}

function openGraph({ title, description, path, site, image, article }: HeadInput): HeadTag[] {
  return [
    property('og:type', article ? 'article' : 'website'),
    property('og:locale', 'vi_VN'),
    property('og:site_name', site.name),
    property('og:title', title),
    property('og:description', description),
    property('og:url', absolute(site, path)),
    ...(image
      ? [
          property('og:image', absolute(site, image.path)),
          property('og:image:type', 'image/png'),
          property('og:image:width', String(shareCardSize.width)),
          property('og:image:height', String(shareCardSize.height)),
          property('og:image:alt', image.alt),
        ]
      : []),
    ...(article
      ? [
          property('article:published_time', startOfDay(article.published)),
          property('article:modified_time', startOfDay(article.updated ?? article.published)),
          property('article:section', article.section),
        ]
      : []),
  ];
}

const meta = (name: string, content: string): HeadTag => ({
  tag: 'meta',
  attributes: { name, content },
});

const property = (name: string, content: string): HeadTag => ({
  tag: 'meta',
  attributes: { property: name, content },
});

const link = (rel: string, href: string): HeadTag => ({ tag: 'link', attributes: { rel, href } });

const rss = (title: string, href: string): HeadTag => ({
  tag: 'link',
  attributes: { rel: 'alternate', type: 'application/rss+xml', title, href },
});

/** JSON for a script element: no `<`, so that no text of an entry can close the element. */
function safeJson(data: unknown): string {
  return JSON.stringify(data).replaceAll('<', '\\u003c');
}
