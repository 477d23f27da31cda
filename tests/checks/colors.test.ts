import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { checkContent } from '#src/checks/content.ts';
import { content } from '#tests/support/content.ts';
import { secondWard } from '#tests/support/second-ward.ts';

const path = 'content/colors.json';
const own = JSON.parse(await readFile(path, 'utf8')) as typeof secondWard.colors;
const messages = (colors: unknown) => {
  const text = typeof colors === 'string' ? colors : JSON.stringify(colors);
  return checkContent(new Map([...content(), [path, text]])).map(({ message }) => message);
};

test('the colours of this ward and of another one are readable everywhere', () => {
  expect(messages(own)).toEqual([]);
  expect(messages(secondWard.colors)).toEqual([]);
});

test('a colour that nobody can read is named with its ground and the ratio that it needs', () => {
  const [found] = messages({ ...own, brand: '#f4c430' });
  expect(found).toContain('Màu #f4c430 trên nền #fffaf2 khó đọc ở trang sáng');
  expect(found).toContain('cần ít nhất 4,5');
  expect(messages({ ...own, brandOnDark: '#3a0508' })[0]).toContain('trang tối');
  const [axis] = messages({
    ...own,
    axes: [{ strong: '#ffcc00', soft: '#fbeaf2' }, ...own.axes.slice(1)],
  });
  expect(axis).toContain('axis 1');
});

test('what is no colour, is missing or is no JSON is told with its place', () => {
  expect(messages({ ...own, brand: 'đỏ' })).toEqual(['Màu viết dạng #rrggbb, ví dụ #9f1c20.']);
  expect(messages({ ...own, axes: own.axes.slice(1) })).toEqual(['Cần đủ bảy trục.']);
  expect(messages('{')[0]).toContain('không phải JSON');
});
