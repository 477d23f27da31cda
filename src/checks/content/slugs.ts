import type { Finding } from '../../schema/finding.ts';
import { toSlug } from '../../schema/slug.ts';
import { finding, type ContentSet } from './rule.ts';

/** An entry that is called after a field, as a bulletin after its month, keeps to that name. */
export function slugs({ entries }: ContentSet): Finding[] {
  return entries.flatMap((entry) => {
    const { slugField, nameField, fields } = entry.type;
    if (slugField === nameField) return [];
    const right = toSlug(String(entry.data[slugField]));
    if (right === entry.slug) return [];
    const { label } = fields[slugField]!.form;
    const message = `Mã phải theo trường “${label}”: “${right}”. Hãy đổi mã, hoặc sửa trường này.`;
    return [finding(entry, 'slug', slugField, label, message)];
  });
}
