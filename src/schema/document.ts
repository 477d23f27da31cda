import { choice, date, line, optional, references } from './field.ts';
import { officialLink, summary, unit } from './common.ts';
import { days, formerSlugs, withdrawn } from './lifecycle.ts';
import { definePages } from './type.ts';
import { shortDay } from '../text/dates.ts';

export const documentKinds = [
  { value: 'nghi-quyet', label: 'Nghị quyết' },
  { value: 'ke-hoach', label: 'Kế hoạch' },
  { value: 'de-an', label: 'Đề án' },
  { value: 'chuong-trinh', label: 'Chương trình hành động' },
  { value: 'quy-hoach', label: 'Quy hoạch' },
] as const;

/** Văn bản: a document that the plan names, or a later one that an entry rests on. */
export const documentType = definePages({
  name: 'document',
  folder: 'documents',
  extension: 'mdx',
  words: {
    many: 'Văn bản',
    one: 'Văn bản',
    hint: 'Nghị quyết, kế hoạch, đề án mà các bài dựa vào. Số, ngày, tên giữ nguyên như bản gốc.',
  },
  set: 'open',
  pages: {
    section: 'van-ban',
    sign: 'paper',
    keyWord: ({ number }) => number,
    lead: 'Những nghị quyết, kế hoạch, đề án mà các mục trên trang này dựa vào.',
    empty: 'Văn bản mà các mục dựa vào sẽ đăng ở đây.',
    sortBy: 'issued',
    label: ({ kind }) => documentKinds.find(({ value }) => value === kind)?.label,
    note: issueLine,
    cardText: ({ title }) => title,
    structured: ({ title, number, issued, issuer }) => ({
      '@type': 'Legislation',
      name: title,
      inLanguage: 'vi',
      ...(number !== undefined && { legislationIdentifier: number }),
      ...(issued !== undefined && { legislationDate: issued }),
      ...(issuer !== undefined && { legislationPassedBy: issuer }),
    }),
  },
  fields: {
    title: line({
      label: 'Tên văn bản',
      hint: 'Tên đúng như bản gốc hoặc như kế hoạch nêu.',
      max: 220,
      min: 5,
    }),
    shortTitle: line({
      label: 'Tên gọi ngắn',
      hint: 'Dùng khi dẫn nguồn, ví dụ: Nghị quyết 57-NQ/TW.',
      max: 90,
    }),
    kind: choice({ label: 'Loại văn bản', options: documentKinds }),
    number: optional(
      line({
        label: 'Số, ký hiệu',
        hint: 'Ví dụ: 57-NQ/TW. Nguồn không nêu thì để trống.',
        max: 30,
      }),
    ),
    issued: optional(
      date({ label: 'Ngày ban hành', hint: 'Nguồn không nêu rõ ngày thì để trống.' }),
    ),
    issuedNote: optional(
      line({ label: 'Ghi chú về ngày', hint: 'Ví dụ: tháng 3 năm 2026.', max: 60 }),
    ),
    issuer: optional(
      line({ label: 'Cơ quan ban hành', hint: 'Nguồn không nêu thì để trống.', max: 160 }),
    ),
    summary,
    axes: references({
      label: 'Trục nội dung',
      hint: 'Để trống khi văn bản nói chung cho cả bảy trục.',
      to: 'axis',
      max: 7,
    }),
    unit,
    officialLink,
    ...days,
    withdrawn,
    formerSlugs,
  },
});

interface Issued {
  number?: string | undefined;
  issued?: string | undefined;
  issuedNote?: string | undefined;
  issuer?: string | undefined;
}

/** Day of issue as far as the sources give it. */
export function issueDay({ issued, issuedNote }: Issued): string | undefined {
  return issued === undefined ? issuedNote : shortDay(issued);
}

/** Number, day and issuer in one line, without what the sources do not give. */
export function issueLine(data: Issued): string {
  return [data.number, issueDay(data), data.issuer].filter(Boolean).join(' · ');
}
