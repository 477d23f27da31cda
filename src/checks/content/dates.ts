import type { Finding } from '../../schema/finding.ts';
import { finding, type ContentSet } from './rule.ts';

/** Dates stand in order, and an update says what changed (“dễ giám sát”, the plan's I.2). */
export function dates({ entries }: ContentSet): Finding[] {
  return entries.flatMap((entry) => {
    const { published, updated, changeNote, reviewDate } = entry.data as Partial<
      Record<string, string>
    >;
    const findings: Finding[] = [];
    const add = (field: string, label: string, message: string) =>
      findings.push(finding(entry, 'dates', field, label, message));
    // Days written YYYY-MM-DD sort as text.
    if (published && updated && updated < published) {
      add(
        'updated',
        'Ngày cập nhật',
        `Ngày cập nhật ${updated} trước ngày đăng ${published}. Hãy sửa lại một trong hai.`,
      );
    }
    if (published && reviewDate && reviewDate <= published) {
      add(
        'reviewDate',
        'Ngày rà soát',
        `Ngày rà soát ${reviewDate} phải sau ngày đăng ${published}.`,
      );
    }
    if (updated && !changeNote) {
      add(
        'changeNote',
        'Nội dung cập nhật',
        'Đã có ngày cập nhật: hãy ghi một câu đã thay đổi điều gì.',
      );
    }
    if (changeNote && !updated) {
      add('updated', 'Ngày cập nhật', 'Đã có nội dung cập nhật: hãy ghi ngày cập nhật.');
    }
    return findings;
  });
}
