import { getRssString } from '@astrojs/rss';
import { expect, test } from 'vitest';
import { entryFeed } from '#src/channels/feeds/entry-feed.ts';
import type { Article } from '#src/load/entry.ts';
import { cardEntries, context } from './fixtures.ts';

const articles = cardEntries.filter((entry): entry is Article => entry.type === 'article');

const feed = (some: Article[]) =>
  getRssString(
    entryFeed({
      title: 'Nghị quyết vào cuộc sống',
      description: 'Giới thiệu',
      site: new URL('https://khuong-dinh.example'),
      path: '/rss.xml',
      entries: some,
      axes: context.axes,
    }),
  );

test('an article is an item with whole address, day in Hà Nội and axis', async () => {
  const article = articles.find(({ slug }) => slug === 'binh-dan-hoc-vu-so')!;
  const xml = await feed([
    { ...article, data: { ...article.data, title: 'Một & <hai>', published: '2026-05-04' } },
  ]);
  expect(xml).toContain('<title>Một &amp; &lt;hai&gt;</title>');
  expect(xml).toContain('https://khuong-dinh.example/bai-viet/binh-dan-hoc-vu-so/');
  // Midnight in Hà Nội is 17:00 of the day before in UTC.
  expect(xml).toContain('<pubDate>Sun, 03 May 2026 17:00:00 GMT</pubDate>');
  expect(xml).toContain('<category>Khoa học công nghệ và chuyển đổi số</category>');
});

test('the feed says its language and its own address', async () => {
  const xml = await feed([]);
  expect(xml).toContain('<language>vi</language>');
  expect(xml).toContain('<atom:link href="https://khuong-dinh.example/rss.xml" rel="self"');
});

test('a feed holds the fifty newest, in the order given', async () => {
  const many = Array.from({ length: 60 }, (_, index) => ({
    ...articles[0]!,
    address: `/bai-viet/bai-${index}/`,
  }));
  const links = [...(await feed(many)).matchAll(/<item>.*?<link>[^<]*\/bai-(\d+)\/<\/link>/gs)];
  expect(links.map(([, index]) => Number(index))).toEqual(Array.from({ length: 50 }, (_, i) => i));
});
