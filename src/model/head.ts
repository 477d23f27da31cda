/** What a page says about itself to browsers, search engines and the apps in which it is shared. */
import type { FeedLink, PageInfo } from './page-info.ts';
import { structuredData } from './structured-data.ts';
import { absolute } from './web-values.ts';
import { startOfDay } from '#src/time/hanoi.ts';

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
export function headTags(input: PageInfo): HeadTag[] {
  const { title, description, path, site, feeds = [] } = input;
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
    alternate({ title: site.name, path: '/rss.xml', type: 'application/rss+xml' }),
    alternate({ title: site.name, path: '/feed.json', type: 'application/feed+json' }),
    ...feeds.map(alternate),
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

function openGraph({ title, description, path, site, image, entry }: PageInfo): HeadTag[] {
  return [
    property('og:type', entry ? 'article' : 'website'),
    property('og:locale', 'vi_VN'),
    property('og:site_name', site.name),
    property('og:title', title),
    property('og:description', description),
    property('og:url', absolute(site, path)),
    ...(image
      ? [
          property('og:image', absolute(site, image.path)),
          property('og:image:width', String(shareCardSize.width)),
          property('og:image:height', String(shareCardSize.height)),
          property('og:image:alt', image.alt),
        ]
      : []),
    ...(entry
      ? [
          property('article:published_time', startOfDay(entry.published)),
          ...(entry.updated ? [property('article:modified_time', startOfDay(entry.updated))] : []),
          property('article:section', entry.section),
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

const alternate = ({ title, path, type }: FeedLink): HeadTag => ({
  tag: 'link',
  attributes: { rel: 'alternate', type, title, href: path },
});

/** JSON for a script element: no `<`, so that no text of an entry can close the element. */
function safeJson(data: unknown): string {
  return JSON.stringify(data).replaceAll('<', '\\u003c');
}
