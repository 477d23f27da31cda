import { choice, date, line, optional, references } from './field.ts';
import { officialLink, published, summary, updated, changeNote, unit } from './common.ts';
import { formerSlugs } from './lifecycle.ts';
import { defineType } from './type.ts';

export const documentKinds = [
  { value: 'nghi-quyet', label: 'Nghị quyết' },
  { value: 'ke-hoach', label: 'Kế hoạch' },
  { value: 'de-an', label: 'Đề án' },
  { value: 'chuong-trinh', label: 'Chương trình hành động' },
  { value: 'quy-hoach', label: 'Quy hoạch' },
] as const;

/** Văn bản: a document that the plan names, or a later one that an entry rests on. */
export const documentType = defineType({
  name: 'document',
  folder: 'documents',
  extension: 'mdx',
  words: {
    many: 'Văn bản',
    one: 'Văn bản',
    hint: 'Nghị quyết, kế hoạch, đề án mà các bài dựa vào. Số, ngày, tên giữ nguyên như bản gốc.',
  },
  creatable: true,
  address: (slug) => `/van-ban/${slug}/`,
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
    published,
    updated,
    changeNote,
    formerSlugs,
  },
});
