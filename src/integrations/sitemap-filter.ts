import { readEntryFile } from '../schema/entry-file.ts';
import { hanoiDay, noticeOf } from '../model/lifecycle.ts';
import { readContent } from '../checks/read-content.ts';

/** Whether a page belongs in the sitemap: not search, not a page that is gone or has moved. */
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
  return (page) => !left.has(new URL(page).pathname);
}
