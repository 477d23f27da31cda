/** Every feed of the site: of all, of each axis, of each type to which editors add entries. */
import { commonOf, type AnyEntry } from '#src/load/entry.ts';
import { entries, entriesOf, settings } from '#src/load/index.ts';
import { feedTypes } from '#src/model/feeds.ts';
import { ofAxis } from '#src/model/relations.ts';
import { reusable } from '#src/page-reads.ts';
import { sectionOf } from '#src/model/sections.ts';
import { types } from '#src/schema/index.ts';
import { words } from '#src/text/vi.ts';
import { feedItems, type Feed } from './item.ts';

/** The feeds; `site` is the site's own address. */
export async function feeds(site: { url: string }): Promise<Feed[]> {
  const { siteName, description } = await settings();
  const axes = await entries('axis');
  const all = await entriesOf(feedTypes);
  const feed = (title: string, about: string, folder: string, some: readonly AnyEntry[]): Feed => ({
    title,
    description: about,
    folder,
    items: feedItems(some, axes, site),
  });
  return [
    feed(siteName, description, '/', all),
    ...axes.map((axis) =>
      feed(
        `${words.axisPage.feed(axis.data.title)} | ${siteName}`,
        commonOf(axis).summary,
        axis.address,
        ofAxis(all, axis.slug),
      ),
    ),
    ...feedTypes.map((name) =>
      feed(
        `${types[name].words.many} | ${siteName}`,
        types[name].pages.lead,
        sectionOf(name).path,
        all.filter(({ type }) => type === name),
      ),
    ),
  ];
}

/** The static paths of a route with one file a feed. */
export async function feedPaths() {
  const url = import.meta.env.SITE;
  return reusable(
    (await feeds({ url })).map((feed) => ({
      params: { folder: feed.folder === '/' ? undefined : feed.folder.slice(1, -1) },
      props: { feed },
    })),
  );
}
