import { beforeAll, describe, expect, test } from 'vitest';
import { entryFile } from '#src/channels/api/entry.ts';
import { goneItems } from '#src/channels/api/gone.ts';
import { listFiles } from '#src/channels/api/lists.ts';
import { apiPaths } from '#src/channels/api/paths.ts';
import { shortId } from '#src/model/short-id.ts';
import { absolute } from '#src/model/web-values.ts';
import { makeValidator } from '#tests/support/api-schema.ts';
import { article, file } from '#tests/support/content.ts';
import { catalogueOf, filesOf, read, site, someContent } from './api-fixtures.ts';

const path = 'content/articles/co-anh.mdx';
const picture = { src: '/media/san-nha.jpg', alt: 'trang trí', credit: 'Người thử' };
const body = [
  'Xem [ở đây](/gioi-thieu/), [phần dưới](#muc) hoặc gọi [số này](tel:113).',
  '',
  '## Mục',
  '',
  '1. Một & hai',
  '2. Ba',
  '',
  '| Cột | Số |',
  '| --- | -- |',
  '| A   | 1  |',
  '',
  '<Quote source="mục I">',
  '',
  'Lời **trích**.',
  '',
  '</Quote>',
  '',
  '<Figure src="/media/hop-dan.webp" alt="Bà con họp" caption="Buổi họp" />',
  '',
  '![Cổng chào](/media/cong.png)',
  '',
  '<Gallery title="Buổi lễ" src1="/media/le-1.webp" alt1="Một" src2="/media/le-2.webp" alt2="Hai" />',
  '',
  '<Entry type="document" entry="ke-hoach" title="Kế hoạch 51" />',
  '',
].join('\n');

const files = someContent(3);
files.set(path, file({ ...article, picture }, body));
const content = read(files);
let made: Awaited<ReturnType<typeof catalogueOf>>;
let all: ReturnType<typeof filesOf>;
beforeAll(async () => {
  made = await catalogueOf(content);
  all = filesOf(made, content);
});

const fileOf = (slug: string) => all.entries.find((one) => one.slug === slug)!;

test('every file keeps the schema that it names, and holds nothing that no schema tells of', () => {
  const wrongWith = makeValidator(all.schemas);
  const made = [all.index, ...all.lists.map(({ list }) => list), ...all.entries];
  expect(made.length).toBeGreaterThan(60);
  for (const one of made) expect([one.$schema, ...wrongWith(one)]).toEqual([one.$schema]);
  expect(wrongWith({ ...all.index, more: 1 })).toHaveLength(1);
});

test('what is kept for the office leaves in no file, and in no schema', () => {
  const texts = JSON.stringify(all);
  expect(files.get('content/exemplars/muc-thu-1.mdx')).toContain('Tập thể thử đã đồng ý.');
  expect(texts).not.toContain('Tập thể thử đã đồng ý.');
  expect(texts).not.toContain('consent');
});

describe('the file of an entry', () => {
  test('has its body as HTML with whole addresses, the blocks of the site and published pictures', () => {
    expect(fileOf('co-anh').html).toBe(
      [
        '<p>Xem <a href="https://site.example/gioi-thieu/">ở đây</a>, <a href="https://site.example/bai-viet/co-anh/#muc">phần dưới</a> hoặc gọi <a href="tel:113">số này</a>.</p>',
        '<h2>Mục</h2>',
        '<ol>\n<li>Một &amp; hai</li>\n<li>Ba</li>\n</ol>',
        '<table><thead><tr><th>Cột</th><th>Số</th></tr></thead><tbody><tr><td>A</td><td>1</td></tr></tbody></table>',
        '<blockquote class="quote"><p>Lời <strong>trích</strong>.</p><footer>mục I</footer></blockquote>',
        '<figure class="photo"><img src="https://site.example/_astro/hop-dan.webp" alt="Bà con họp" width="800" height="600" loading="lazy"/><figcaption>Buổi họp</figcaption></figure>',
        '<p><img src="https://site.example/_astro/cong.png" alt="Cổng chào" width="800" height="600" loading="lazy"/></p>',
        '<figure class="photo gallery"><div class="gallery-pictures"><img src="https://site.example/_astro/le-1.webp" alt="Một" width="800" height="600" loading="lazy"/><img src="https://site.example/_astro/le-2.webp" alt="Hai" width="800" height="600" loading="lazy"/></div><figcaption>Buổi lễ</figcaption></figure>',
        '<div class="box lead-box"><p class="kicker">Văn bản</p><p><a href="https://site.example/van-ban/ke-hoach/">Kế hoạch 51</a></p></div>',
      ].join('\n'),
    );
  });

  test('has it as plain text, block by block', () => {
    expect(fileOf('co-anh').text.split('\n\n')).toEqual([
      'Xem ở đây, phần dưới hoặc gọi số này.',
      'Mục',
      '1. Một & hai\n2. Ba',
      'Cột | Số\nA | 1',
      'Lời trích.',
      'mục I',
      'Buổi họp',
      'Buổi lễ',
      'Kế hoạch 51',
    ]);
  });

  test('tells its pictures with their words, none by its address in the media folder', () => {
    const { images, fields } = fileOf('co-anh');
    expect(images.map(({ url, alt, credit, caption }) => [url, alt, credit, caption])).toEqual([
      ['https://site.example/_astro/san-nha.jpg', '', 'Người thử', undefined],
      ['https://site.example/_astro/hop-dan.webp', 'Bà con họp', undefined, 'Buổi họp'],
      ['https://site.example/_astro/cong.png', 'Cổng chào', undefined, undefined],
      ['https://site.example/_astro/le-1.webp', 'Một', undefined, undefined],
      ['https://site.example/_astro/le-2.webp', 'Hai', undefined, undefined],
    ]);
    expect(fields['picture']).toMatchObject({ src: 'https://site.example/_astro/san-nha.jpg' });
  });

  test('names sources and other entries so that each can be opened, from both ends', () => {
    const { sources, references } = fileOf('co-anh');
    const plan = shortId('document', 'ke-hoach');
    expect(sources).toEqual([
      {
        id: plan,
        title: 'Kế hoạch của phường',
        locator: 'mục II.1.1',
        url: 'https://site.example/van-ban/ke-hoach/',
      },
    ]);
    expect(references.map(({ type, slug }) => `${type}/${slug}`)).toEqual([
      'axis/truc-1',
      'unit/uy-ban-nhan-dan',
      'document/ke-hoach',
    ]);
    for (const { slug, id } of references) {
      expect(fileOf(slug).id).toBe(id);
      expect(fileOf(slug).referrers).toContain(fileOf('co-anh').id);
    }
  });

  test('gives a recording the address of its file', () => {
    const recording = all.entries.find(
      ({ type, fields }) => type === 'recording' && fields['file'],
    );
    const { name } = recording!.fields['file'] as { name: string };
    expect(recording!.fields['file']).toMatchObject({
      url: `https://site.example/nghe-xem/tep/${name}`,
      mediaType: 'audio/mpeg',
    });
  });
});

describe('the hash', () => {
  const hashWith = async (changes: object, text = body) => {
    const changed = new Map(files).set(path, file({ ...article, picture, ...changes }, text));
    const catalogue = await catalogueOf(read(changed));
    return [catalogue.find('article/co-anh')!.item.hash, catalogue.hash];
  };

  test('is the same for the same content, whatever the order and the day', async () => {
    expect(await hashWith({})).toEqual([fileOf('co-anh').hash, made.hash]);
    const turned = await catalogueOf(content, undefined, (entries) => [...entries].reverse());
    expect(JSON.stringify(filesOf(turned, content).lists)).toBe(JSON.stringify(all.lists));
    expect(JSON.stringify(filesOf(turned, content).index)).toBe(JSON.stringify(all.index));
    expect(turned.all.map((one) => entryFile(one, turned))).toEqual(all.entries);
  });

  test('changes with a field, the body and a picture, and with it the hash of all', async () => {
    const changes = [
      await hashWith({ title: 'Tên khác hẳn' }),
      await hashWith({}, `${body}\nThêm.\n`),
      await hashWith({ picture: { ...picture, credit: 'Người khác' } }),
    ].flat();
    expect(new Set([fileOf('co-anh').hash, made.hash, ...changes]).size).toBe(8);
  });

  test('does not change with what nobody outside sees', async () => {
    const exemplar = 'content/exemplars/muc-thu-1.mdx';
    const text = files.get(exemplar)!.replace('Tập thể thử đã đồng ý.', 'Đã đồng ý ngày khác.');
    expect((await catalogueOf(read(new Map(files).set(exemplar, text)))).hash).toBe(made.hash);
  });
});

test('lists stand in pages of a hundred that lead to each other', async () => {
  const many = await catalogueOf(read(someContent(120)));
  const pages = listFiles(many, []).filter(({ path }) => path.includes('/loai/article/'));
  expect(pages.map(({ list }) => [list.items.length, list.total])).toEqual([
    [100, 121],
    [21, 121],
  ]);
  const [first, second] = pages.map(({ list, path }) => ({ ...list, url: absolute(site, path) }));
  expect([first!.previous, first!.next]).toEqual([undefined, second!.url]);
  expect([second!.previous, second!.next]).toEqual([first!.url, undefined]);
  const days = pages.flatMap(({ list }) =>
    list.items.map((item) => ('hash' in item ? (item.updated ?? item.published) : '')),
  );
  expect(days).toEqual([...days].sort().reverse());
});

test('an axis lists whatever names it, in one field or among several', () => {
  const axis = all.index.axes.find(({ slug }) => slug === 'truc-2')!;
  const { list } = all.lists.find(({ path }) => absolute(site, path) === axis.list)!;
  expect(list.total).toBe(axis.count);
  const kinds = new Set(list.items.map(({ type }) => type));
  expect([...kinds]).toEqual(expect.arrayContaining(['article', 'document', 'campaign', 'term']));
});

test('an id outlives its entry: it says since when, why, and where to look', async () => {
  const [entry, other] = content.entries.filter(({ type }) => type === 'article');
  const ended = {
    retired: [
      {
        entry: entry!,
        notice: {
          kind: 'withdrawn' as const,
          since: '2027-01-05',
          reason: 'Đã có bài mới.',
          successor: other!.address,
        },
      },
      { entry: other!, notice: { kind: 'expired' as const, since: '2027-02-01' } },
    ],
    former: [{ slug: 'ten-cu', entry: other! }],
  };
  const idAt = (address: string) => (address === other!.address ? 'abcde' : undefined);
  const gone = goneItems(ended, { ...site, idAt });
  expect(gone).toMatchObject([
    { status: 'expired', since: '2027-02-01' },
    {
      id: shortId('article', entry!.slug),
      status: 'withdrawn',
      reason: 'Đã có bài mới.',
      successor: absolute(site, other!.address),
      successorId: 'abcde',
    },
    {
      id: shortId('article', 'ten-cu'),
      status: 'moved',
      movedTo: { id: shortId('article', other!.slug), url: absolute(site, other!.address) },
    },
  ]);
  const wrongWith = makeValidator(all.schemas);
  const $schema = absolute(site, apiPaths.schema('gone'));
  for (const one of gone) expect(wrongWith({ $schema, ...one })).toEqual([]);
  // The newest change may be an end.
  expect((await catalogueOf(content, ended)).updated).toBe('2027-02-01');
  expect((await catalogueOf(content, ended)).hash).not.toBe(made.hash);
});
