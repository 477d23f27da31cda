import { line, references } from './field.ts';
import { summary, title, unit } from './common.ts';
import { days, formerSlugs, withdrawn } from './lifecycle.ts';
import { definePages } from './type.ts';
import { monthWords } from '../text/dates.ts';

/** Bản tin: put together from what was published in a month; ready to be sent by e-mail. */
export const bulletinType = definePages({
  name: 'bulletin',
  folder: 'bulletins',
  extension: 'mdx',
  words: {
    many: 'Bản tin',
    one: 'Bản tin',
    hint: 'Mỗi tháng một bản. Máy tự gom các mục đăng trong tháng; ở đây chỉ viết lời mở đầu.',
  },
  set: 'open',
  slugField: 'month',
  template: 'Kính gửi bà con,\n\n\n',
  pages: {
    section: 'ban-tin',
    sign: 'envelope',
    keyWord: ({ month }) => month.split('-').reverse().join('/'),
    lead: 'Mỗi tháng một bản: những gì đã đăng trong tháng, gọn trong một trang.',
    empty: 'Chưa có bản tin nào. Bản tin hằng tháng sẽ đăng ở đây và gửi được qua thư điện tử.',
    sortBy: 'month',
    note: ({ month }) => monthWords(month),
    facts: ({ month }) => [{ label: 'Tháng', value: monthWords(month) }],
    structured: ({ month }, { work }) => ({
      '@type': 'PublicationIssue',
      ...work,
      issueNumber: month,
    }),
  },
  fields: {
    title,
    summary,
    month: line({
      label: 'Tháng',
      hint: 'Năm-tháng, ví dụ 2026-03. Đây cũng là mã của bản tin.',
      max: 7,
      pattern: {
        source: '^20[0-9]{2}-(?:0[1-9]|1[0-2])$',
        message: 'Tháng ghi theo dạng năm-tháng, ví dụ 2026-03.',
      },
    }),
    lead: references({
      label: 'Bài nêu đầu',
      hint: 'Một đến ba bài đáng chú ý nhất. Để trống thì xếp theo ngày.',
      to: 'article',
      max: 3,
    }),
    unit,
    ...days,
    withdrawn,
    formerSlugs,
  },
});
