/** The mails of every bulletin, for the routes that serve them. */
import { allEntries, bodyText, entries, settings, type Entry } from '#src/load/index.ts';
import { bulletinMail } from './input.ts';
import type { BulletinMail } from './mail.tsx';

/** The static paths of a route with one file a bulletin. */
export async function bulletinPaths() {
  return (await entries('bulletin')).map((bulletin) => ({
    params: { slug: bulletin.slug },
    props: { bulletin },
  }));
}

/** The mail of a bulletin; `site` is the site's own address. */
export async function mailOf(bulletin: Entry<'bulletin'>, site: URL): Promise<BulletinMail> {
  return bulletinMail(bulletin, await bodyText(bulletin), {
    all: await allEntries(),
    settings: await settings(),
    site: { url: site.href },
  });
}
