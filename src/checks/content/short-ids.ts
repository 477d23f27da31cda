import type { Finding } from '../../schema/finding.ts';
import { shortId } from '../../model/short-id.ts';
import { finding, type ContentSet } from './rule.ts';

/** Types whose entries have a share kit, and so a short address. */
const withKit: readonly string[] = ['article', 'infographic'];

/** No two entries share a short address: a code on paper must lead to one page. */
export function shortIds({ entries }: ContentSet): Finding[] {
  const owner = new Map<string, string>();
  return entries.flatMap((entry) => {
    if (!withKit.includes(entry.type.name)) return [];
    const id = shortId(entry.type.name, entry.slug);
    const other = owner.get(id);
    if (other === undefined) {
      owner.set(id, entry.path);
      return [];
    }
    const message = `Địa chỉ ngắn “${id}” trùng với ${other}. Hãy đổi mã của mục mới hơn trong hai mục.`;
    return [finding(entry, 'short-id', 'slug', 'Mã (tên tệp)', message)];
  });
}
