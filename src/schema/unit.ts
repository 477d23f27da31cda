import { count, line, paragraph, rows } from './field.ts';
import { sources, summary, title } from './common.ts';
import { defineType } from './type.ts';

/** Đơn vị: the eight of the plan's part IV, with what each answers for; a closed set. */
export const unitType = defineType({
  name: 'unit',
  folder: 'units',
  extension: 'mdx',
  words: {
    many: 'Đơn vị',
    one: 'Đơn vị',
    hint: 'Tám đơn vị ở phần IV của kế hoạch và việc mỗi đơn vị chịu trách nhiệm.',
  },
  creatable: false,
  address: (slug) => `/don-vi/${slug}/`,
  fields: {
    title,
    order: count({ label: 'Thứ tự', hint: 'Số trong phần IV.', min: 1, max: 99 }),
    summary,
    duties: rows({
      label: 'Việc chịu trách nhiệm',
      hint: 'Viết gọn từng việc, bằng lời dễ hiểu.',
      summary: '{{fields.what}}',
      min: 1,
      max: 12,
      fields: {
        what: line({ label: 'Việc', hint: 'Vài chữ, bắt đầu bằng động từ.', max: 90 }),
        detail: paragraph({ label: 'Nói rõ hơn', max: 400 }),
      },
    }),
    sources,
  },
});
