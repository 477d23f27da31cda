import { describe, expect, test } from 'vitest';
import { sortedBy } from '#src/load/order.ts';
import { grouped } from '#src/model/grouping.ts';
import { lately, newest } from '#src/model/newest.ts';
import { article, axis, document } from './entries.ts';

const slugs = (entries: readonly { slug: string }[]) => entries.map(({ slug }) => slug);

test('axes stand in the order of the plan', () => {
  expect(slugs(sortedBy([axis('b', 2), axis('a', 1)], 'order'))).toEqual(['a', 'b']);
});

test('articles: latest first, one day by slug', () => {
  const list = [article('b'), article('a'), article('c', { published: '2026-12-01' })];
  expect(slugs(sortedBy(list, 'published'))).toEqual(['c', 'a', 'b']);
});

test('documents: latest issue first, those without a day last', () => {
  const list = [
    document('none'),
    document('old', { issued: '2024-12-22' }),
    document('new', { issued: '2026-01-07' }),
  ];
  expect(slugs(sortedBy(list, 'issued'))).toEqual(['new', 'old', 'none']);
});

describe('newest', () => {
  const axes = [axis('x', 1), axis('y', 2)];

  test('on one day every axis has its turn', () => {
    const list = [
      article('x1', { axis: 'x' }),
      article('x2', { axis: 'x' }),
      article('y1', { axis: 'y' }),
    ];
    expect(slugs(newest(list, axes, 2))).toEqual(['x1', 'y1']);
  });

  test('a later day comes before any turn', () => {
    const list = [
      article('x1', { axis: 'x', published: '2026-12-02' }),
      article('x2', { axis: 'x', published: '2026-12-02' }),
      article('y1', { axis: 'y' }),
    ];
    expect(slugs(newest(list, axes, 3))).toEqual(['x1', 'x2', 'y1']);
  });
});

test('groups follow the keys and leave out empty ones', () => {
  expect(grouped([3, 4, 5], ['even', 'odd', 'none'], (n) => (n % 2 ? 'odd' : 'even'))).toEqual([
    { key: 'even', items: [4] },
    { key: 'odd', items: [3, 5] },
  ]);
});

test('what was changed lately comes by the day of its change; what is older is no news', () => {
  const list = [
    article('old', { updated: '2026-09-01' }),
    article('new', { updated: '2026-11-25' }),
    article('never'),
    article('newer', { updated: '2026-11-26' }),
  ];
  expect(slugs(lately(list, new Date('2026-11-26T00:00:00Z')))).toEqual(['newer', 'new']);
});
