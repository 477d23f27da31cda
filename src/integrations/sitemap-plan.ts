import { absolute } from '../model/web-values.ts';
import type { ReadResult } from '../schema/entry-file.ts';
import { noticeOf } from '../schema/in-force.ts';
import { hanoiDay, startOfDay } from '../time/hanoi.ts';

/** Pages for the ward's own channels, and files that are no pages. */
const channelPages = /^\/(?:d|in|chia-se)\/|\/thu\.html\/?$/;

/** What the sitemap says of a page beside its address. */
interface PageFacts {
  lastmod: string;
  img: { url: string; caption: string }[];
}

/** An item of the sitemap; the library's own type leaves pictures out. */
interface Item {
  url: string;
}

/**
 * What belongs in the sitemap (not search, not a channel's page, not one that is gone or moved), and
 * of an entry's page when it changed last and which pictures it has. `content` is path → what the file says, `site` is the site's address.
 */
export function sitemapPlan(content: ReadonlyMap<string, ReadResult>, site: string) {
  const left = new Set(['/tim-kiem/']);
  const facts = new Map<string, PageFacts>();
  const today = hanoiDay(new Date());
  for (const { entry } of content.values()) {
    if (!entry?.type.address) continue;
    const { type, slug, data } = entry;
    const address = type.address!;
    if (noticeOf(data, today)) left.add(address(slug));
    for (const former of (data['formerSlugs'] ?? []) as string[]) left.add(address(former));
    facts.set(address(slug), factsOf(type.name, slug, data, site));
  }
  const pathOf = (url: string) => new URL(url).pathname;
  return {
    filter: (page: string) => !left.has(pathOf(page)) && !channelPages.test(pathOf(page)),
    serialize: <I extends Item>(item: I): I => ({ ...item, ...facts.get(pathOf(item.url)) }),
  };
}

function factsOf(
  type: string,
  slug: string,
  data: Record<string, unknown>,
  site: string,
): PageFacts {
  const card = `/anh-chia-se/${type}/${slug}.png`;
  return {
    lastmod: startOfDay(String(data['updated'] ?? data['published'])),
    img: [{ url: absolute({ url: site }, card), caption: String(data['title']) }],
  };
}
