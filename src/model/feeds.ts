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

/**
 * The feeds beside those of all to which the pages of a type and an axis point: RSS, which every
 * reader of feeds takes. The JSON feed of each stands in the same folder.
 */
export function feedsOf(type: PageTypeName, axis: Entry<'axis'> | undefined): FeedLink[] {
  const { many } = types[type].words;
  return [
    ...(feedTypes.includes(type) ? [rss(many, sectionOf(type).path)] : []),
    ...(axis ? [rss(words.axisPage.feed(axis.data.title), axis.address)] : []),
  ];
}

const rss = (title: string, folder: string): FeedLink => ({
  title,
  path: `${folder}rss.xml`,
  type: 'application/rss+xml',
});
