import { expect, test } from 'vitest';
import { checkContent } from '#src/checks/content.ts';
import {
  kitPaths,
  picturesOf,
  postersOf,
  printPagesOf,
  shortAddress,
} from '#src/model/share-kit.ts';
import { shortId } from '#src/model/short-id.ts';
import { article, content, file } from '#tests/support/content.ts';

test('an id has five characters that nobody mistakes', () => {
  for (let index = 0; index < 2000; index++) {
    expect(shortId('article', `bai-${index}`)).toMatch(/^[a-hjkmnp-z2-9]{5}$/);
  }
});

test('an id follows from type and slug, so that what is printed stays right', () => {
  expect(shortId('article', 'binh-dan-hoc-vu-so')).toBe('ha3ut');
  expect(shortId('infographic', 'binh-dan-hoc-vu-so')).not.toBe('ha3ut');
});

test('ids of two thousand slugs seldom meet', () => {
  const ids = Array.from({ length: 2000 }, (_, index) => shortId('article', `bai-so-${index}`));
  expect(new Set(ids).size).toBeGreaterThanOrEqual(1999);
});

test('the addresses of a kit', () => {
  const entry = { type: 'article', slug: 'binh-dan-hoc-vu-so' } as const;
  expect(shortAddress(entry, { url: 'https://khuong-dinh.example/' })).toEqual({
    qr: 'https://khuong-dinh.example/d/ha3ut/?k=qr',
    shown: 'khuong-dinh.example/d/ha3ut',
    path: '/d/ha3ut/',
  });
  expect(kitPaths(entry)).toMatchObject({ kit: '/chia-se/ha3ut/', qrSvg: '/qr/ha3ut.svg' });
  expect(picturesOf(entry).map(({ path }) => path)).toEqual([
    '/anh/article/binh-dan-hoc-vu-so-vuong.png',
    '/anh/article/binh-dan-hoc-vu-so-doc.png',
    '/anh/article/binh-dan-hoc-vu-so-story.png',
  ]);
  expect(printPagesOf(entry).map(({ page }) => page)).toEqual([
    '/in/article/binh-dan-hoc-vu-so/',
    '/in/article/binh-dan-hoc-vu-so/a5/',
  ]);
  expect(postersOf(entry).map(({ pdf }) => pdf)).toEqual([
    '/in/article/binh-dan-hoc-vu-so-a4.pdf',
    '/in/article/binh-dan-hoc-vu-so-a4-den-trang.pdf',
    '/in/article/binh-dan-hoc-vu-so-a5.pdf',
    '/in/article/binh-dan-hoc-vu-so-a5-den-trang.pdf',
    '/in/article/binh-dan-hoc-vu-so-a3.pdf',
    '/in/article/binh-dan-hoc-vu-so-a3-den-trang.pdf',
  ]);
});

test('two entries whose ids meet are named', () => {
  expect(shortId('article', 'bai-1449')).toBe(shortId('article', 'bai-2344'));
  const files = content();
  for (const slug of ['bai-1449', 'bai-2344']) {
    files.set(`content/articles/${slug}.mdx`, file({ ...article, title: `Tiêu đề của ${slug}` }));
  }
  expect(checkContent(files).map(({ rule, file: path }) => [rule, path])).toEqual([
    ['short-id', 'content/articles/bai-2344.mdx'],
  ]);
});

test('a former name keeps its id: codes on paper cannot be changed', () => {
  const files = content();
  const former = { ...article, title: 'Tên mới', formerSlugs: ['bai-1449'] };
  files.set('content/articles/bai-moi.mdx', file(former));
  files.set('content/articles/bai-2344.mdx', file({ ...article, title: 'Tên khác' }));
  expect(checkContent(files).map(({ rule, file: path }) => [rule, path])).toEqual([
    ['short-id', 'content/articles/bai-2344.mdx'],
  ]);
});
