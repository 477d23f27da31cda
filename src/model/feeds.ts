/** Where feeds stand: one of all, one for each axis, one for each type that goes on. */
import type { Entry } from '#src/load/entry.ts';
import { listTypes, types, type PageTypeName } from '#src/schema/index.ts';
import { words } from '#src/text/vi.ts';
import type { FeedLink } from './page-info.ts';
import { sectionOf } from './sections.ts';

/** The types that have a feed: those to which editors add entries. */
export const feedTypes: readonly PageTypeName[] = listTypes
  .filter(({ set }) => set === 'open')
  .map(({ name }) => name);

/** The feeds beside that of all to which the pages of a type and an axis point. */
export function feedsOf(type: PageTypeName, axis: Entry<'axis'> | undefined): FeedLink[] {
  const { many } = types[type].words;
  return [
    ...(feedTypes.includes(type) ? both(many, sectionOf(type).path) : []),
    ...(axis ? both(words.axisPage.feed(axis.data.title), axis.address) : []),
  ];
}

function both(title: string, folder: string): FeedLink[] {
  return [
    { title, path: `${folder}rss.xml`, type: 'application/rss+xml' },
    { title, path: `${folder}feed.json`, type: 'application/feed+json' },
  ];
}
