import { describe, expect, test } from 'vitest';
import { backlinks, namedBy } from '#src/load/backlinks.ts';
import type { AnyEntry } from '#src/load/entry.ts';
import { archiveMonths, listOf, namesOf, pageLength } from '#src/model/lists.ts';
import { made, many } from '#tests/support/fixture-entries.ts';
import { axis, document } from './entries.ts';

const articles = many('article', 45);
const hubs = [
  ...Array.from({ length: 7 }, (_, at) => axis(`truc-${at + 1}`, at + 1)),
  document('ke-hoach'),
  made('campaign', 1),
  { ...axis('x', 1), type: 'unit', slug: 'uy-ban-nhan-dan' },
] as AnyEntry[];
const names = namesOf([...hubs, ...articles]);
const { pages, facets } = listOf('article', articles, names);
const ofAll = pages.filter(({ facet }) => facet === undefined);

describe('a list', () => {
  test('stands in pages of twenty, every entry on one of them, in the list’s order', () => {
    expect(ofAll.map(({ path }) => path)).toEqual([
      '/bai-viet/',
      '/bai-viet/trang/2/',
      '/bai-viet/trang/3/',
    ]);
    expect(ofAll.flatMap(({ entries }) => entries)).toEqual(articles);
    for (const { entries } of pages) expect(entries.length).toBeLessThanOrEqual(pageLength);
  });

  test('without an entry it has one page, which says what will come', () => {
    expect(listOf('event', [], names).pages).toMatchObject([
      { path: '/su-kien/', pages: 1, entries: [] },
    ]);
  });

  test('is seen by all that its entries name, and by month', () => {
    expect([...new Set(facets.map(({ facet }) => facet))]).toEqual([
      'axis',
      'unit',
      'campaign',
      'document',
      'audience',
      'month',
    ]);
    const byAxis = facets.filter(({ facet }) => facet === 'axis');
    expect(byAxis.map(({ path }) => path)[0]).toBe('/bai-viet/truc/truc-1/');
    expect(byAxis.reduce((sum, { count }) => sum + count, 0)).toBe(articles.length);
    const months = facets.filter(({ facet }) => facet === 'month').map(({ key }) => key);
    expect(months).toEqual([...months].sort().reverse());
  });

  test('an entry of another type with the slug of an axis does not move it', () => {
    const term = { ...axis('truc-7', 1), type: 'term' } as unknown as AnyEntry;
    const others = listOf('article', articles, namesOf([term, ...hubs, ...articles]));
    expect(others.facets.map(({ path }) => path)).toEqual(facets.map(({ path }) => path));
  });

  test('no two pages share an address', () => {
    const paths = pages.map(({ path }) => path);
    expect(new Set(paths).size).toBe(paths.length);
  });
});

test('the archive holds each entry once, in the month of its publication', () => {
  const months = archiveMonths([...articles, ...hubs]);
  expect(months.flatMap(({ entries }) => entries)).toHaveLength(articles.length + 2);
  for (const { month, entries } of months) {
    for (const { data } of entries)
      expect((data as { published: string }).published).toContain(month);
  }
});

test('every reference is found from its other end, whatever the type and the field', () => {
  const all = [
    ...many('article', 3),
    ...many('event', 3),
    ...many('clarification', 3),
    ...many('document', 2),
    ...many('term', 2),
  ];
  const pointing = backlinks(all);
  for (const entry of all) {
    expect(namedBy(entry).length).toBeGreaterThan(0);
    for (const target of namedBy(entry)) expect(pointing(target)).toContain(entry);
  }
});
