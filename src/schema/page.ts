import { choice, count } from './field.ts';
import { sources, summary, title } from './common.ts';
import { days, formerSlugs, withdrawn } from './lifecycle.ts';
import { definePages } from './type.ts';

/** Trang: a page that stands by itself, such as the one about the campaign. */
export const pageType = definePages({
  name: 'page',
  folder: 'pages',
  extension: 'mdx',
  words: {
    many: 'Trang',
    one: 'Trang',
    hint: 'Trang đứng riêng: giới thiệu, tiếp cận, quyền riêng tư.',
  },
  set: 'open',
  pages: {
    section: '',
    lead: '',
    empty: '',
    sortBy: 'order',
    structured: (_, { work }) => ({ '@type': 'WebPage', ...work }),
  },
  fields: {
    title,
    summary,
    menu: choice({
      label: 'Hiện ở',
      options: [
        { value: 'header', label: 'Đầu trang và cuối trang' },
        { value: 'footer', label: 'Cuối trang' },
        { value: 'none', label: 'Không hiện trong danh mục' },
      ] as const,
    }),
    order: count({ label: 'Thứ tự', min: 1, max: 99 }),
    sources,
    ...days,
    withdrawn,
    formerSlugs,
  },
});
