import type { Finding } from '../../schema/finding.ts';
import { shortId } from '../../model/short-id.ts';
import { finding, type ContentSet } from './rule.ts';

/** No two entries share a short address, old names included: a code on paper leads to one page. */
export function shortIds({ entries }: ContentSet): Finding[] {
  const owner = new Map<string, string>();
  return entries.flatMap((entry) => {
    const { type, slug, data, path } = entry;
    if (!type.address) return [];
    const slugs = new Set([slug, ...((data['formerSlugs'] ?? []) as string[])]);
    return [...slugs].flatMap((one) => {
      const id = shortId(type.name, one);
      const other = owner.get(id);
      if (other === undefined) owner.set(id, path);
      if (other === undefined || other === path) return [];
      const message = `Địa chỉ ngắn “${id}” trùng với ${other}. Hãy đổi mã của mục mới hơn trong hai mục.`;
      return [finding(entry, 'short-id', 'slug', 'Mã (tên tệp)', message)];
    });
  });
}
