import { line, lines, paragraph } from './field.ts';
import { limits, someAxis, sources, unit } from './common.ts';
import { life } from './lifecycle.ts';
import { definePages } from './type.ts';

/** Thuật ngữ: a word of the resolution or the plan in everyday words, explained where it stands. */
export const termType = definePages({
  name: 'term',
  folder: 'terms',
  extension: 'mdx',
  words: {
    many: 'Thuật ngữ',
    one: 'Thuật ngữ',
    hint: 'Một từ của nghị quyết, kế hoạch, giải thích bằng lời thường ngày. Bài nào dùng từ này thì máy tự giải thích tại chỗ.',
  },
  set: 'open',
  pages: {
    section: 'thuat-ngu',
    sign: 'letters',
    keyWord: ({ title }) => title,
    lead: 'Từ trong nghị quyết và kế hoạch, nói lại bằng lời thường ngày.',
    empty: 'Từ khó và lời giải thích sẽ đăng ở đây.',
    sortBy: 'title',
    structured: ({ title, also }, { absolute }) => ({
      '@type': 'DefinedTerm',
      name: title,
      ...(also.length > 0 && { alternateName: also }),
      inDefinedTermSet: absolute('/thuat-ngu/'),
    }),
  },
  fields: {
    title: line({ label: 'Từ', hint: 'Viết như trong văn bản, chữ thường.', min: 2, max: 60 }),
    summary: paragraph({
      label: 'Nghĩa là gì',
      hint: 'Một hoặc hai câu, lời thường ngày, đọc riêng vẫn hiểu, tối đa 200 ký tự.',
      min: 20,
      max: limits.summary,
    }),
    also: lines({
      label: 'Cách viết khác',
      hint: 'Chữ viết tắt, cách gọi khác của cùng từ ấy.',
      item: line({ label: 'Một cách', min: 2, max: 60 }),
      min: 0,
      max: 6,
    }),
    axis: someAxis,
    unit,
    sources,
    ...life,
  },
});
