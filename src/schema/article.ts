import { group, line, lines, optional, paragraph, references, rows } from './field.ts';
import { audience, audienceWords } from './audience.ts';
import { axis, campaign, picture, sources, summary, title, unit } from './common.ts';
import { days, expires, formerSlugs, withdrawn } from './lifecycle.ts';
import { sixClearFields } from './six-clear.ts';
import { definePages } from './type.ts';
import { words } from '../text/vi.ts';

/** The plan's “6 rõ” (I.2), each as far as it applies. */
const sixClear = optional(
  group({
    label: '6 rõ',
    hint: 'Điền những điều nguồn có nêu; điều nào không có thì để trống.',
    fields: sixClearFields(160),
  }),
);

/** Bài viết: one point of the resolution for residents, shaped by the plan's five eases (I.2). */
export const articleType = definePages({
  name: 'article',
  folder: 'articles',
  extension: 'mdx',
  words: {
    many: 'Bài viết',
    one: 'Bài viết',
    hint: 'Ngắn gọn, dễ hiểu, dễ tiếp cận, dễ thực hiện, dễ giám sát.',
  },
  set: 'open',
  pages: {
    section: 'bai-viet',
    menu: 2,
    lead: 'Bài nào cũng nói rõ: cần nhớ gì, làm được gì, hỏi ai.',
    empty: 'Bài viết về từng trục nội dung sẽ đăng ở đây.',
    sortBy: 'published',
    facts: (data) => [{ label: 'Dành cho', value: audienceWords(data.audience) }],
    cardText: () => undefined,
    structured: ({ title }, { work }) => ({ '@type': 'Article', headline: title, ...work }),
    kit: ({ keyPoints, actions }) => [
      { heading: words.article.keyPoints, spoken: 'Điều bà con cần nhớ:', items: keyPoints },
      {
        heading: words.article.actions,
        spoken: 'Việc bà con có thể làm:',
        numbered: true,
        items: actions.map(({ what, where }) =>
          where === undefined ? what : `${what} ${words.article.where} ${where}.`,
        ),
      },
    ],
  },
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
    audience,
    unit,
    sources,
    ...days,
    picture,
    sixClear,
    campaign,
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
