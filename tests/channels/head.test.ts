import { describe, expect, test } from 'vitest';
import { headTags, type HeadTag } from '#src/model/head.ts';
import type { PageInfo } from '#src/model/page-info.ts';
import { types } from '#src/schema/index.ts';

const site = {
  name: 'Nghị quyết vào cuộc sống',
  url: 'https://khuong-dinh.example',
  ward: 'Phường Khương Đình',
  city: 'Hà Nội',
  organization: 'Đảng ủy phường Khương Đình',
  description: 'Đưa nghị quyết đến từng nhà.',
};

const home: PageInfo = {
  title: 'Trang chủ',
  description: 'Bảy trục nội dung.',
  path: '/',
  site,
  breadcrumbs: [],
};

const articlePage: PageInfo = {
  title: 'Làm giấy tờ ngay tại nhà',
  description: 'Bà con nộp hồ sơ qua mạng.',
  path: '/bai-viet/dich-vu-cong/',
  site,
  image: { path: '/anh-chia-se/bai-viet/dich-vu-cong.png', alt: 'Làm giấy tờ ngay tại nhà' },
  entry: { published: '2026-05-04', section: 'Chuyển đổi số' },
  structured: (context) =>
    types.article.pages.structured({ title: 'Làm giấy tờ ngay tại nhà' } as never, context),
  breadcrumbs: [
    { name: 'Trang chủ', path: '/' },
    { name: 'Làm giấy tờ ngay tại nhà', path: '/bai-viet/dich-vu-cong/' },
  ],
  feeds: [
    {
      title: 'Chuyển đổi số',
      path: '/truc/chuyen-doi-so/rss.xml',
      type: 'application/rss+xml',
    },
  ],
};

/** Value of the meta tag with this name or property. */
function metaOf(tags: HeadTag[], key: string): string | undefined {
  return tags.find(({ attributes }) => (attributes.name ?? attributes.property) === key)?.attributes
    .content;
}

const hrefs = (tags: HeadTag[], rel: string) =>
  tags.filter(({ attributes }) => attributes.rel === rel).map(({ attributes }) => attributes.href);

interface Graph {
  '@graph': Record<string, unknown>[];
}

const graph = (tags: HeadTag[]) =>
  (JSON.parse(tags.find(({ tag }) => tag === 'script')!.content!) as Graph)['@graph'];

const nodeOf = (tags: HeadTag[], type: string) =>
  graph(tags).find((node) => node['@type'] === type);

describe('title, description, canonical', () => {
  test('a page is named before the site', () => {
    const [title] = headTags(articlePage);
    expect(title).toEqual({
      tag: 'title',
      attributes: {},
      content: 'Làm giấy tờ ngay tại nhà | Nghị quyết vào cuộc sống',
    });
  });

  test('the home page is named by the site and the ward', () => {
    expect(headTags(home)[0]!.content).toBe('Nghị quyết vào cuộc sống: Phường Khương Đình');
  });

  test('the canonical address is whole', () => {
    const tags = headTags(articlePage);
    expect(hrefs(tags, 'canonical')).toEqual([
      'https://khuong-dinh.example/bai-viet/dich-vu-cong/',
    ]);
    expect(metaOf(tags, 'description')).toBe('Bà con nộp hồ sơ qua mạng.');
  });

  test('only pages that ask for it stay out of search engines', () => {
    expect(metaOf(headTags(home), 'robots')).toBeUndefined();
    expect(metaOf(headTags({ ...home, noindex: true }), 'robots')).toBe('noindex');
  });
});

describe('sharing', () => {
  test('an article carries its card, with size and alternative text', () => {
    const tags = headTags(articlePage);
    expect(metaOf(tags, 'og:type')).toBe('article');
    expect(metaOf(tags, 'og:locale')).toBe('vi_VN');
    expect(metaOf(tags, 'og:image')).toBe(
      'https://khuong-dinh.example/anh-chia-se/bai-viet/dich-vu-cong.png',
    );
    expect(metaOf(tags, 'og:image:width')).toBe('1200');
    expect(metaOf(tags, 'og:image:height')).toBe('630');
    expect(metaOf(tags, 'og:image:alt')).toBe('Làm giấy tờ ngay tại nhà');
    expect(metaOf(tags, 'twitter:card')).toBe('summary_large_image');
    expect(metaOf(tags, 'article:published_time')).toBe('2026-05-04T00:00:00+07:00');
    expect(metaOf(tags, 'article:section')).toBe('Chuyển đổi số');
  });

  test('a page without a card says nothing about a picture', () => {
    const tags = headTags(home);
    expect(metaOf(tags, 'og:image')).toBeUndefined();
    expect(metaOf(tags, 'twitter:card')).toBe('summary');
  });

  test('the feed of all is on every page, the feed of an axis beside it', () => {
    expect(hrefs(headTags(home), 'alternate')).toEqual(['/rss.xml', '/feed.json']);
    expect(hrefs(headTags(articlePage), 'alternate')).toEqual([
      '/rss.xml',
      '/feed.json',
      '/truc/chuyen-doi-so/rss.xml',
    ]);
  });
});

describe('JSON-LD', () => {
  test('names the organization on every page', () => {
    expect(nodeOf(headTags(home), 'GovernmentOrganization')).toMatchObject({
      name: 'Đảng ủy phường Khương Đình',
      areaServed: 'Phường Khương Đình, Hà Nội',
    });
    expect(nodeOf(headTags(home), 'BreadcrumbList')).toBeUndefined();
    expect(nodeOf(headTags(home), 'Article')).toBeUndefined();
  });

  test('describes an article and its way from home', () => {
    const tags = headTags({
      ...articlePage,
      entry: { ...articlePage.entry!, updated: '2026-06-01' },
    });
    expect(nodeOf(tags, 'Article')).toMatchObject({
      headline: 'Làm giấy tờ ngay tại nhà',
      datePublished: '2026-05-04T00:00:00+07:00',
      dateModified: '2026-06-01T00:00:00+07:00',
    });
    expect(nodeOf(tags, 'BreadcrumbList')).toMatchObject({
      itemListElement: [
        { position: 1, item: 'https://khuong-dinh.example/' },
        { position: 2, item: 'https://khuong-dinh.example/bai-viet/dich-vu-cong/' },
      ],
    });
  });

  test('no text of an entry can close the script', () => {
    const title = '</script><script>alert(1)</script><!--';
    const tags = headTags({
      ...articlePage,
      structured: () => ({ '@type': 'Article', headline: title }),
    });
    const source = tags.find(({ tag }) => tag === 'script')!.content!;
    expect(source).not.toContain('<');
    expect(nodeOf(tags, 'Article')!.headline).toBe(title);
  });
});
