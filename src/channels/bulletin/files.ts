/** The mails of every bulletin, for the routes that serve them. */
import { bodyText, entries, settings, type Entry } from '#src/load/index.ts';
import { reusable } from '#src/page-reads.ts';
import { groupsOfBulletin } from '#src/shown/questions.ts';
import { bulletinMail } from './input.ts';
import type { BulletinMail } from './mail.tsx';

/** The static paths of a route with one file a bulletin. */
export async function bulletinPaths() {
  return reusable(
    (await entries('bulletin')).map((bulletin) => ({
      params: { slug: bulletin.slug },
      props: { bulletin },
    })),
  );
}

/** The mail of a bulletin; `site` is the site's own address. */
export async function mailOf(bulletin: Entry<'bulletin'>, site: URL): Promise<BulletinMail> {
  return bulletinMail(bulletin, await bodyText(bulletin), {
    groups: await groupsOfBulletin(bulletin.slug),
    settings: await settings(),
    site: { url: site.href },
  });
}
