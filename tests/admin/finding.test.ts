import { describe, expect, test } from 'vitest';
import { filter } from '#admin/app/decap/fuzzy.ts';
import orderBy from '#admin/app/decap/order-by.ts';

const titles = [
  'Nghị quyết 57-NQ/TW',
  'Chuyển đổi số trong mỗi nhà',
  'Gia đình số',
  'Ủy ban nhân dân phường',
  'Đảng ủy phường',
];
const found = (query: string) =>
  filter(query, titles)
    .toSorted((a, b) => b.score - a.score)
    .map(({ original }) => original);

describe('what Decap finds', () => {
  test.each([
    ['chuyen doi so', 'Chuyển đổi số trong mỗi nhà'],
    ['chuyển đổi số', 'Chuyển đổi số trong mỗi nhà'],
    ['chuyen ddoi so', 'Chuyển đổi số trong mỗi nhà'],
    ['nghi quyet 57', 'Nghị quyết 57-NQ/TW'],
    ['uy ban', 'Ủy ban nhân dân phường'],
    ['uỷ ban', 'Ủy ban nhân dân phường'],
    ['ủy ban'.normalize('NFD'), 'Ủy ban nhân dân phường'],
    ['dang u', 'Đảng ủy phường'],
  ])('“%s” finds “%s” first', (query, title) => {
    expect(found(query)[0]).toBe(title);
  });

  test('every word must be there', () => {
    expect(found('chuyển đổi xanh')).toEqual([]);
  });

  test('accents that were typed weigh', () => {
    expect(filter('số', ['sở', 'số']).map(({ score }) => score)).toEqual([50, 90]);
  });

  test('everything, in its order, when nothing is asked', () => {
    expect(filter(' ', titles).map(({ original }) => original)).toEqual(titles);
  });

  test('what is found is good enough for Decap to show it', () => {
    for (const { score } of filter('s', titles)) expect(score).toBeGreaterThan(5);
  });
});

describe('how Decap sorts', () => {
  const sorted = (values: unknown[], order: 'asc' | 'desc' = 'asc') =>
    orderBy(
      values.map((title) => ({ data: { title } })),
      'data.title',
      order,
    ).map(({ data }) => data.title);

  test('in Vietnamese order, quotation marks aside, numbers by size', () => {
    const right = [
      'An ninh',
      'Anh hùng',
      'Cán bộ',
      '“Chính quyền”',
      'Dân',
      'Đảng',
      'Nghị quyết 6',
      'Nghị quyết 57',
    ];
    expect(sorted(right.toReversed())).toEqual(right);
    expect(sorted(right, 'desc')).toEqual(right.toReversed());
  });

  test('what has no value comes last, days and numbers as they are', () => {
    expect(sorted([undefined, '2026-11-22', '2026-02-01'])).toEqual([
      '2026-02-01',
      '2026-11-22',
      undefined,
    ]);
    expect(sorted([10, 9, 100], 'desc')).toEqual([100, 10, 9]);
  });

  test('by the next key where the first is alike', () => {
    const values = [
      { a: 'x', b: 2 },
      { a: 'x', b: 1 },
    ];
    expect(orderBy(values, ['a', 'b'], ['asc', 'asc']).map(({ b }) => b)).toEqual([1, 2]);
  });
});
