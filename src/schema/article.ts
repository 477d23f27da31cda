import { choices, group, line, lines, optional, paragraph, references, rows } from './field.ts';
import {
  axis,
  changeNote,
  picture,
  published,
  reviewDate,
  sources,
  summary,
  title,
  unit,
  updated,
} from './common.ts';
import { expires, formerSlugs, withdrawn } from './lifecycle.ts';
import { sixClearFields } from './six-clear.ts';
import { defineType } from './type.ts';

/** Whom an entry is for. The groups are those that the plan names (I.1, II.1, II.2). */
export const audiences = [
  { value: 'moi-nguoi', label: 'Mọi người dân' },
  { value: 'nguoi-cao-tuoi', label: 'Người cao tuổi' },
  { value: 'phu-huynh-hoc-sinh', label: 'Phụ huynh, học sinh' },
  { value: 'thanh-nien', label: 'Thanh niên, sinh viên' },
  { value: 'nguoi-lao-dong', label: 'Người lao động' },
  { value: 'ho-kinh-doanh', label: 'Hộ kinh doanh' },
  { value: 'doanh-nghiep', label: 'Doanh nghiệp' },
  { value: 'doan-vien-hoi-vien', label: 'Đoàn viên, hội viên' },
  { value: 'can-bo-dang-vien', label: 'Cán bộ, đảng viên' },
] as const;

/** The plan's “6 rõ” (I.2), each as far as it applies. */
const sixClear = optional(
  group({
    label: '6 rõ',
    hint: 'Điền những điều nguồn có nêu; điều nào không có thì để trống.',
    fields: sixClearFields(160),
  }),
);

/** Bài viết: one point of the resolution for residents, shaped by the plan's five eases (I.2). */
export const articleType = defineType({
  name: 'article',
  folder: 'articles',
  extension: 'mdx',
  words: {
    many: 'Bài viết',
    one: 'Bài viết',
    hint: 'Ngắn gọn, dễ hiểu, dễ tiếp cận, dễ thực hiện, dễ giám sát.',
  },
  creatable: true,
  address: (slug) => `/bai-viet/${slug}/`,
  fields: {
    title,
    summary,
    axis,
    keyPoints: lines({
      label: 'Điều cần nhớ',
      hint: 'Mỗi câu đọc riêng vẫn hiểu.',
      item: line({ label: 'Một điều', max: 160, min: 10 }),
      min: 2,
      max: 4,
    }),
    actions: rows({
      label: 'Việc bà con có thể làm',
      hint: 'Bắt đầu bằng một động từ. Bài chỉ để biết thì để trống.',
      summary: '{{fields.what}}',
      min: 0,
      max: 6,
      fields: {
        what: paragraph({ label: 'Làm gì', hint: 'Ví dụ: Hỏi tổ trưởng tổ dân phố.', max: 200 }),
        where: optional(
          line({ label: 'Ở đâu', hint: 'Nơi làm việc đó, nếu nguồn có nêu.', max: 120 }),
        ),
      },
    }),
    audience: choices({
      label: 'Dành cho',
      hint: 'Một đến bốn nhóm.',
      options: audiences,
      min: 1,
      max: 4,
    }),
    unit,
    sources,
    published,
    updated,
    changeNote,
    reviewDate,
    picture,
    sixClear,
    related: references({
      label: 'Bài liên quan',
      hint: 'Để trống thì trang tự chọn bài cùng trục.',
      to: 'article',
      max: 4,
    }),
    expires,
    withdrawn,
    formerSlugs,
  },
});
