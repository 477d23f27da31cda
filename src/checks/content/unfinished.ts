import type { Finding } from '../../schema/finding.ts';
import { unfinished } from '../../schema/unfinished.ts';
import { finding, type ContentSet } from './rule.ts';

/** What was brought in from elsewhere is published when a person has written what it lacked. */
export function unfinishedTexts({ entries }: ContentSet): Finding[] {
  return entries.flatMap((entry) => {
    const fields = Object.entries(entry.data).filter(([, value]) =>
      JSON.stringify(value).includes(unfinished),
    );
    const named = fields.map(([name]) => ({ name, label: entry.type.fields[name]!.form.label }));
    if (entry.body.includes(unfinished)) named.push({ name: 'body', label: 'Nội dung' });
    const message = `Còn chỗ ghi ${unfinished}. Hãy viết nội dung thật vào chỗ đó rồi xóa dấu này.`;
    return named.map(({ name, label }) => finding(entry, 'unfinished', name, label, message));
  });
}
