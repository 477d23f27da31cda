/** A feed as JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/). */
import { absolute } from '#src/model/web-values.ts';
import type { Feed } from './item.ts';

/** The feed's text; `organization` is who publishes it. */
export function jsonFeed(
  { title, description, folder, items }: Feed,
  site: { url: string },
  organization: string,
): string {
  return JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title,
    description,
    home_page_url: absolute(site, folder),
    feed_url: absolute(site, `${folder}feed.json`),
    icon: absolute(site, '/apple-touch-icon.png'),
    language: 'vi',
    authors: [{ name: organization, url: absolute(site, '/') }],
    items: items.map((item) => ({
      id: item.id,
      url: item.url,
      title: item.title,
      summary: item.summary,
      content_text: item.summary,
      image: item.image,
      date_published: item.published,
      date_modified: item.modified,
      tags: item.tags,
    })),
  });
}
