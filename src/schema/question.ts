import { line, paragraph } from './field.ts';
import { audience, audienceWords } from './audience.ts';
import { axis, campaign, limits, sources, unit } from './common.ts';
import { life } from './lifecycle.ts';
import { definePages } from './type.ts';

/** Hỏi đáp: what a resident asks, the answer in short and in full, and which unit answered. */
export const questionType = definePages({
  name: 'question',
  folder: 'questions',
  extension: 'mdx',
  words: {
    many: 'Hỏi đáp',
    one: 'Câu hỏi',
    hint: 'Một câu bà con hay hỏi, trả lời ngắn trước, nói rõ sau. Không ghi tên người hỏi.',
  },
  set: 'open',
  template: '## Nói rõ hơn\n\n\n',
  pages: {
    section: 'hoi-dap',
    menu: 3,
    sign: 'question',
    lead: 'Câu bà con hay hỏi, câu trả lời ngắn trước, nói rõ sau, có nguồn và đơn vị trả lời.',
    empty: 'Câu hỏi của bà con và câu trả lời sẽ đăng ở đây.',
    sortBy: 'published',
    facts: (data) => [{ label: 'Dành cho', value: audienceWords(data.audience) }],
    structured: ({ title, summary }, { work }) => ({
      '@type': 'FAQPage',
      ...work,
      mainEntity: [
        {
          '@type': 'Question',
          name: title,
          acceptedAnswer: { '@type': 'Answer', text: summary },
        },
      ],
    }),
    kit: ({ summary }) => [{ heading: 'Trả lời', items: [summary] }],
  },
  fields: {
    title: line({
      label: 'Câu hỏi',
      hint: 'Bằng lời của bà con, có dấu hỏi, tối đa 90 ký tự.',
      min: 5,
      max: limits.title,
      pattern: { source: '\\?$', message: 'Câu hỏi kết thúc bằng dấu hỏi (?). Hãy thêm dấu hỏi.' },
    }),
    summary: paragraph({
      label: 'Trả lời ngắn',
      hint: 'Một hoặc hai câu, đọc riêng vẫn hiểu, tối đa 200 ký tự. Hiện ở danh sách và khi chia sẻ.',
      min: 20,
      max: limits.summary,
    }),
    axis,
    audience,
    unit,
    sources,
    campaign,
    ...life,
  },
});
