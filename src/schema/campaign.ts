import { date, line, optional, paragraph, rows } from './field.ts';
import { someAxis, sources, summary, title, unit } from './common.ts';
import { life } from './lifecycle.ts';
import { definePages, type FieldProblem } from './type.ts';

interface Days {
  from?: string | undefined;
  to?: string | undefined;
}

/** Chiến dịch: phases with one message each, along a roadmap (the plan's II.2.5). */
export const campaignType = definePages({
  name: 'campaign',
  folder: 'campaigns',
  extension: 'mdx',
  words: {
    many: 'Chiến dịch',
    one: 'Chiến dịch',
    hint: 'Truyền thông theo lộ trình, giai đoạn; mỗi giai đoạn một thông điệp trọng tâm.',
  },
  set: 'open',
  pages: {
    section: 'chien-dich',
    sign: 'megaphone',
    lead: 'Truyền thông theo từng trục nội dung, theo giai đoạn, mỗi giai đoạn một thông điệp.',
    empty: 'Chiến dịch truyền thông và các giai đoạn sẽ đăng ở đây.',
    sortBy: 'published',
    structured: (_, { work }) => ({ '@type': 'CreativeWorkSeries', ...work }),
  },
  fields: {
    title,
    summary,
    message: line({ label: 'Thông điệp', hint: 'Đúng từng chữ trong kế hoạch.', max: 220 }),
    axis: someAxis,
    phases: rows({
      label: 'Giai đoạn',
      hint: 'Theo thứ tự. Ngày nào kế hoạch không nêu thì để trống.',
      one: 'giai đoạn',
      summary: '{{fields.title}}',
      min: 0,
      max: 12,
      fields: {
        title: line({ label: 'Tên giai đoạn', max: 90 }),
        message: optional(line({ label: 'Thông điệp trọng tâm', max: 220 })),
        text: optional(paragraph({ label: 'Làm gì', max: 400 })),
        from: optional(date({ label: 'Từ ngày' })),
        to: optional(date({ label: 'Đến hết ngày' })),
      },
    }),
    unit,
    sources,
    ...life,
  },
  check: ({ phases }) => phases.flatMap((phase, index) => backwards(phase, index)),
});

function backwards({ from, to }: Days, index: number): FieldProblem[] {
  if (from === undefined || to === undefined || from <= to) return [];
  const message = `Giai đoạn ${index + 1} kết thúc trước khi bắt đầu. Hãy sửa lại ngày.`;
  return [{ field: 'phases', message }];
}
