/** Words for what zod finds, in Vietnamese, with what to do. Rules with words of their own keep them. */
import type { z } from 'zod';

type Issue = Parameters<z.core.$ZodErrorMap>[0];

const kinds: Record<string, string> = {
  string: 'chữ',
  number: 'số',
  int: 'số nguyên',
  boolean: 'có hoặc không (true, false)',
  array: 'danh sách',
  object: 'nhóm trường',
};

/** What is wrong and what to do; `undefined` leaves the rule's own message. */
export function vietnameseErrors(issue: Issue): string | undefined {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined
        ? 'Còn thiếu. Hãy điền trường này.'
        : `Sai kiểu dữ liệu. Hãy ghi ${kinds[issue.expected] ?? issue.expected}.`;
    case 'too_small':
      return tooSmall(issue);
    case 'too_big':
      return tooBig(issue);
    case 'invalid_value':
      return issue.input === undefined
        ? 'Còn thiếu. Hãy chọn một giá trị.'
        : `Giá trị “${shown(issue.input)}” không có trong danh sách. Hãy chọn một trong: ${issue.values.join(', ')}.`;
    case 'unrecognized_keys':
      return `Không có trường nào tên là ${issue.keys.map((key) => `“${key}”`).join(', ')}. Hãy sửa tên hoặc xóa đi.`;
    default:
      return undefined;
  }
}

function shown(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function tooSmall(issue: Issue & { code: 'too_small' }): string {
  const min = Number(issue.minimum);
  if (issue.origin === 'string') {
    const length = String(issue.input).trim().length;
    return length === 0
      ? 'Còn trống. Hãy điền trường này.'
      : `Mới có ${length} ký tự, cần ít nhất ${min}. Hãy viết thêm.`;
  }
  if (issue.origin === 'array') {
    return `Mới có ${(issue.input as unknown[]).length} mục, cần ít nhất ${min}. Hãy thêm mục.`;
  }
  return `Nhỏ quá: ít nhất là ${min}.`;
}

function tooBig(issue: Issue & { code: 'too_big' }): string {
  const max = Number(issue.maximum);
  if (issue.origin === 'string') {
    return `Dài ${String(issue.input).normalize('NFC').trim().length} ký tự, tối đa ${max}. Hãy rút gọn.`;
  }
  if (issue.origin === 'array') {
    return `Có ${(issue.input as unknown[]).length} mục, tối đa ${max}. Hãy bỏ bớt.`;
  }
  return `Lớn quá: nhiều nhất là ${max}.`;
}
