/** An entry as an item of feeds. */
import { commonOf, type AnyEntry, type Entry } from '#src/load/entry.ts';
import { newestFirst } from '#src/model/newest.ts';
import { nameOf, shareCard } from '#src/model/sections.ts';
import { shortId } from '#src/model/short-id.ts';
import { absolute } from '#src/model/web-values.ts';
import { types } from '#src/schema/index.ts';
import { startOfDay } from '#src/time/hanoi.ts';

export interface FeedItem {
  /** The short address: it outlives a change of the entry's own. */
  id: string;
  url: string;
  title: string;
  summary: string;
  /** First moment of its day, with the offset of Hà Nội. */
  published: string;
  modified: string;
  /** Its kind, and its axis where it has one. */
  tags: string[];
  image: string;
}

/** What a feed is about. */
export interface Feed {
  title: string;
  description: string;
  /** Path of the folder in which it stands, such as `/bai-viet/`. */
  folder: string;
  /** Newest first. */
  items: FeedItem[];
}

/** Items in one feed: more than a reader catches up on, few enough for a phone. */
const longest = 50;

/** The newest of these entries as items; `url` is the site's own address. */
export function feedItems(
  entries: readonly AnyEntry[],
  axes: readonly Entry<'axis'>[],
  site: { url: string },
): FeedItem[] {
  return newestFirst(entries)
    .slice(0, longest)
    .map((entry) => {
      const { summary, published, updated, axis } = commonOf(entry);
      const named = axes.find(({ slug }) => slug === axis)?.data.title;
      return {
        id: absolute(site, `/d/${shortId(entry.type, entry.slug)}/`),
        url: absolute(site, entry.address),
        title: nameOf(entry),
        summary,
        published: startOfDay(published),
        modified: startOfDay(updated ?? published),
        tags: [types[entry.type].words.one, ...(named === undefined ? [] : [named])],
        image: absolute(site, shareCard(entry).path),
      };
    });
}
