import { count, line, optional, references, reference } from './field.ts';
import { sources, summary, title } from './common.ts';
import { days } from './lifecycle.ts';
import { definePages } from './type.ts';

/** Trục nội dung: the seven content axes of the plan, part II.1; a closed set. */
export const axisType = definePages({
  name: 'axis',
  folder: 'axes',
  extension: 'mdx',
  words: {
    many: 'Trục nội dung',
    one: 'Trục nội dung',
    hint: 'Bảy trục của kế hoạch, phần II.1. Thông điệp giữ nguyên văn.',
  },
  set: 'closed',
  pages: {
    section: 'truc',
    menu: 1,
    lead: 'Kế hoạch của phường đưa Nghị quyết vào cuộc sống theo bảy trục. Mỗi trục có một thông điệp chung, dùng ở mọi nơi.',
    empty: 'Bảy trục nội dung của kế hoạch.',
    sortBy: 'order',
    label: ({ order }) => `Trục ${order} trong bảy trục nội dung`,
    // The message's parts, which the plan joins by dashes, each on a line of its own.
    cardText: ({ message }) => message.split(' - ').join('\n'),
    structured: ({ message }, { work }) => ({
      '@type': 'CollectionPage',
      headline: message,
      ...work,
    }),
  },
  fields: {
    title,
    order: count({ label: 'Thứ tự', hint: 'Số của trục trong phần II.1.', min: 1, max: 7 }),
    message: line({
      label: 'Thông điệp',
      hint: 'Đúng từng chữ trong kế hoạch.',
      max: 160,
    }),
    messageMore: optional(
      line({
        label: 'Phần tiếp của thông điệp',
        hint: 'Đúng từng chữ trong kế hoạch, nếu thông điệp có hai vế.',
        max: 220,
      }),
    ),
    messageNote: optional(
      line({ label: 'Ghi chú về thông điệp', hint: 'Ví dụ: chỗ in sai trong bản gốc.', max: 200 }),
    ),
    officialName: line({
      label: 'Tên đầy đủ trong kế hoạch',
      hint: 'Đúng từng chữ ở đầu mục II.1.x.',
      max: 300,
    }),
    summary,
    unit: reference({
      label: 'Đơn vị đầu mối',
      hint: 'Đơn vị trả lời bà con về trục này.',
      to: 'unit',
    }),
    documents: references({
      label: 'Văn bản của trục',
      hint: 'Những văn bản mà kế hoạch nêu ở trục này.',
      to: 'document',
      max: 12,
    }),
    sources,
    ...days,
  },
});
