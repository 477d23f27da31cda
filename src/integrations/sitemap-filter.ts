import { readEntryFile } from '../schema/entry-file.ts';
import { noticeOf } from '../schema/in-force.ts';
import { hanoiDay } from '../time/hanoi.ts';
import { readContent } from '../checks/read-content.ts';

/** Pages for the ward's own channels: short addresses, posters, share kits. */
const channelPages = /^\/(?:d|in|chia-se)\//;

/** Whether a page belongs in the sitemap: not search, not a channel's, not one gone or moved. */
export async function sitemapFilter(root: string): Promise<(page: string) => boolean> {
  const left = new Set(['/tim-kiem/']);
  const today = hanoiDay(new Date());
  for (const [path, raw] of await readContent(root)) {
    const { entry } = readEntryFile(path, raw);
    if (!entry?.type.address) continue;
    const { address } = entry.type;
    if (noticeOf(entry.data, today)) left.add(address(entry.slug));
    for (const slug of (entry.data['formerSlugs'] ?? []) as string[]) left.add(address(slug));
  }
  return (page) => {
    const { pathname } = new URL(page);
    return !left.has(pathname) && !channelPages.test(pathname);
  };
}
