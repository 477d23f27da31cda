import { choice, count } from './field.ts';
import { changeNote, published, sources, summary, title, updated } from './common.ts';
import { formerSlugs, withdrawn } from './lifecycle.ts';
import { defineType } from './type.ts';

/** Trang: a page that stands by itself, such as the one about the campaign. */
export const pageType = defineType({
  name: 'page',
  folder: 'pages',
  extension: 'mdx',
  words: {
    many: 'Trang',
    one: 'Trang',
    hint: 'Trang đứng riêng: giới thiệu, tiếp cận, quyền riêng tư.',
  },
  creatable: true,
  address: (slug) => `/${slug}/`,
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
    published,
    updated,
    changeNote,
    withdrawn,
    formerSlugs,
  },
});
