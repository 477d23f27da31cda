import { expect, test } from 'vitest';
import { checkContent } from '#src/checks/content.ts';
import { formatFinding } from '#src/schema/finding.ts';
import { article, content, file } from '#tests/support/content.ts';

const path = 'content/articles/dich-vu-cong.mdx';

function check(change: (files: Map<string, string>) => void): string[] {
  const files = content();
  change(files);
  return checkContent(files).map(formatFinding);
}

test('a right content has no findings', () => {
  expect(check(() => undefined)).toEqual([]);
});

test.each<[string, (files: Map<string, string>) => void]>([
  ['a wrong axis', (files) => files.set(path, file({ ...article, axis: 'truc-9' }))],
  [
    'an unknown document in the second source',
    (files) =>
      files.set(
        path,
        file({
          ...article,
          sources: [...article.sources, { document: 'khong-co', locator: 'toàn văn' }],
        }),
      ),
  ],
  [
    'a slug used twice',
    (files) => files.set('content/articles/2026/dich-vu-cong.mdx', file(article)),
  ],
  [
    'a title used twice',
    (files) => files.set('content/articles/dich-vu-cong-2.mdx', file(article)),
  ],
  [
    'an update without a note, before the first day',
    (files) => files.set(path, file({ ...article, updated: '2026-11-01' })),
  ],
  [
    'a link that leads nowhere',
    (files) => files.set(path, file(article, '[xem](/bai-viet/khong-co/)\n')),
  ],
  [
    'a picture that is not there',
    (files) => files.set(path, file(article, '![cổng](/media/a.png)\n')),
  ],
  [
    'a title that no picture can show',
    (files) => files.set(path, file({ ...article, title: 'Vui vẻ 😀 cả nhà' })),
  ],
  ['an axis too few', (files) => files.delete('content/axes/truc-7.mdx')],
  ['a picture with a bad name', (files) => files.set('content/media/Ảnh 1.png', '')],
  [
    'a page on an address of the site',
    (files) =>
      files.set(
        'content/pages/tim-kiem.mdx',
        file({
          title: 'Trang thử',
          summary: 'Một câu tóm tắt đủ dài để đọc riêng.',
          menu: 'none',
          order: 1,
          sources: article.sources,
          published: '2026-11-22',
        }),
      ),
  ],
])('%s', (_, change) => {
  const found = check(change);
  expect(found.length).toBeGreaterThan(0);
  expect(found).toMatchSnapshot();
});

test('what points at a broken file is not at fault too', () => {
  const found = check((files) => files.set('content/units/uy-ban-nhan-dan.mdx', 'hỏng'));
  expect(found).toHaveLength(1);
});
