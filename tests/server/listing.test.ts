/** Lists that come in pages: what is narrowed, searched and pointed at is looked for among all entries. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { atOnce, type FoundNames, type FoundPage, type ListPage } from '#admin/list/page.ts';
import { nothingWanted, type Row } from '#admin/list/rows.ts';
import { frontOf } from '#admin/server/content/change-files.ts';
import { quickFront } from '#admin/server/content/quick-front.ts';
import { locate } from '#src/schema/entry-file.ts';
import { article, content, file } from '#tests/support/content.ts';
import { fixtureContent } from '#tests/support/fixture-site.ts';
import { saveOf, startWorld, type World } from './harness.ts';

const count = 320;
/** A page of a hundred rows takes some 25 KiB; however many there are, it is no more. */
const mostBytes = 64 * 1024;

let world: World;
beforeAll(async () => {
  const files = content();
  for (let n = 1; n <= count; n += 1) {
    const published = new Date(Date.UTC(2026, 0, 1) + n * 86_400_000).toISOString().slice(0, 10);
    const data = { ...article, title: `Bài về nước sạch số ${n}`, published };
    files.set(`content/articles/bai-${n}.mdx`, file(data));
  }
  // The oldest of all, so that it stands on the last page.
  const last = {
    ...article,
    title: 'Chuyển đổi số ở chợ',
    axis: 'truc-7',
    published: '2025-01-01',
  };
  files.set('content/articles/cuoi-cung.mdx', file(last));
  world = await startWorld({}, files);
});
afterAll(() => world.close());

async function list(asked: object = {}): Promise<ListPage> {
  const reply = await world.cms('editor', 'listEntries', {
    collection: 'article',
    wanted: nothingWanted,
    sort: { field: 'published', order: 'desc' },
    from: 0,
    ...asked,
  });
  expect(reply.status).toBe(200);
  expect(JSON.stringify(reply.body).length).toBeLessThan(mostBytes);
  return reply.body;
}

const slugs = (rows: readonly Row[]) => rows.map(({ key }) => key.slice('article/'.length));

test('a long list comes in pages, each entry once, in the order that was asked for', async () => {
  const first = await list();
  expect(first).toMatchObject({ found: count + 2, total: count + 2 });
  const rows = [...first.rows];
  while (rows.length < first.found) {
    const { rows: next } = await list({ from: rows.length });
    expect(next.length).toBeGreaterThan(0);
    rows.push(...next);
  }
  expect(new Set(slugs(rows)).size).toBe(count + 2);
  expect(first.rows).toHaveLength(atOnce);
  const days = rows.map(({ published }) => published);
  expect(days).toEqual(days.toSorted().reverse());
  expect(slugs(rows).at(-1)).toBe('cuoi-cung');
  const titles = await list({ sort: { field: 'title', order: 'asc' } });
  expect(slugs(titles.rows).slice(0, 3)).toEqual(['bai-1', 'bai-2', 'bai-3']);
});

describe('an entry of the last page is found', () => {
  test('by narrowing the list, which offers what any entry has', async () => {
    const { used } = await list();
    expect(used.axis).toEqual(expect.arrayContaining(['truc-1', 'truc-7']));
    const narrowed = await list({ wanted: { ...nothingWanted, axis: 'truc-7' } });
    expect(slugs(narrowed.rows)).toEqual(['cuoi-cung']);
    expect(narrowed).toMatchObject({ found: 1, total: count + 2 });
  });

  test('by a search in all types, as people type', async () => {
    const search = async (term: string, from = 0) =>
      (await world.cms('editor', 'findEntries', { term, from })).body as FoundPage;
    const found = await search('chuyen ddoi so cho');
    expect(slugs(found.rows)).toEqual(['cuoi-cung']);
    const many = await search('nuoc sach');
    expect([many.found, many.rows.length]).toEqual([count, atOnce]);
    expect((await search('nuoc sach', 300)).rows).toHaveLength(count - 300);
    expect(await search('không có đâu')).toEqual({ rows: [], found: 0 });
  });

  test('by who points at it, and by name where it is chosen already', async () => {
    const names = async (term: string, chosen: string[] = []) =>
      (await world.cms('editor', 'findNames', { collection: 'article', term, slugs: chosen }))
        .body as FoundNames;
    const wanted = { slug: 'cuoi-cung', title: 'Chuyển đổi số ở chợ' };
    expect((await names('chuyen doi so')).names).toEqual([wanted]);
    const all = await names('', ['cuoi-cung']);
    expect(all.found).toBe(count + 2);
    expect(all.names.length).toBeLessThan(all.found);
    expect(all.names).toContainEqual(wanted);
  });
});

test('drafts stand among what is on the site, as the person may act on them', async () => {
  await world.cms('editor', 'persistEntry', saveOf('bai-5', { title: 'Bài năm, sửa' }));
  await world.cms('editor', 'persistEntry', saveOf('bai-moi-nhat', { title: 'Bài mới nhất' }));
  const { rows, counts, total } = await list();
  expect(total).toBe(count + 3);
  expect(counts).toMatchObject({ mine: 2, rest: count + 1 });
  expect(rows.slice(0, 2)).toEqual([
    expect.objectContaining({ title: 'Bài mới nhất', section: 'mine', authors: 'Nguyễn Văn An' }),
    expect.objectContaining({ title: 'Bài năm, sửa', standing: 'draft' }),
  ]);
});

test.each([
  ['an unknown type', { collection: 'khong-co' }],
  ['a page before the first', { from: -1 }],
  ['a filter that there is not', { wanted: { ...nothingWanted, review: 'x' } }],
])('%s is refused', async (_, asked) => {
  const reply = await world.cms('editor', 'listEntries', {
    collection: 'article',
    wanted: nothingWanted,
    sort: { field: 'title', order: 'asc' },
    from: 0,
    ...asked,
  });
  expect(reply.status).toBe(422);
});

test('what the quick reader reads is what everything else reads', () => {
  for (const [path, text] of fixtureContent(3)) {
    const { type } = locate(path) ?? {};
    if (type) expect(quickFront(type, text)).toEqual(frontOf(type, text));
  }
});
