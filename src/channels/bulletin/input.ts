/** What a bulletin's mail says, taken from the bulletin and the entries of its month. */
import { commonOf, type Entry } from '#src/load/entry.ts';
import type { BulletinGroup } from '#src/model/bulletin.ts';
import { nameOf } from '#src/model/sections.ts';
import { absolute } from '#src/model/web-values.ts';
import { parseBody, plainText } from '#src/schema/body.ts';
import type { SettingsData } from '#src/schema/index.ts';
import type { BulletinMail } from './mail.tsx';

interface MailContext {
  /** What it holds. */
  groups: readonly BulletinGroup[];
  settings: SettingsData;
  site: { url: string };
}

/** `body` is the bulletin's introduction as it stands in its file. */
export function bulletinMail(
  bulletin: Entry<'bulletin'>,
  body: string,
  { groups, settings, site }: MailContext,
): BulletinMail {
  return {
    title: bulletin.data.title,
    summary: bulletin.data.summary,
    intro: parseBody(body).children.map(plainText).filter(Boolean),
    sections: groups.map(({ heading, entries, more }) => ({
      heading,
      ...(more && { more: { url: absolute(site, more.path), count: more.count } }),
      items: entries.map((entry) => ({
        title: nameOf(entry),
        summary: commonOf(entry).summary,
        url: absolute(site, entry.address),
      })),
    })),
    page: absolute(site, bulletin.address),
    siteName: settings.siteName,
    organization: settings.organization,
  };
}
