import { describe, expect, test } from 'vitest';
import { backlinks } from '#src/load/backlinks.ts';
import { follow, followOne } from '#src/load/follow.ts';
import { neighbours, ofAxis, relatedTo } from '#src/model/relations.ts';
import { article, axis } from './entries.ts';

const slugs = (entries: readonly { slug: string }[]) => entries.map(({ slug }) => slug);

describe('follow', () => {
  const list = [article('a'), article('b'), article('c')];

  test('keeps the order of the references', () => {
    expect(slugs(follow(list, ['c', 'a']))).toEqual(['c', 'a']);
  });

  test('names a reference that leads nowhere', () => {
    expect(() => followOne(list, 'khong-co')).toThrow('“khong-co”');
  });
});

test('entries by axis; and by whatever they point at, read from its other end', () => {
  const list = [
    article('a', { axis: 'x', sources: [{ document: 'd', locator: 'mục I' }] }),
    article('b', { axis: 'y' }),
  ];
  expect(slugs(ofAxis(list, 'x'))).toEqual(['a']);
  const pointing = backlinks([...list, axis('x', 1)]);
  expect(slugs(pointing({ type: 'document', slug: 'd' }))).toEqual(['a']);
  expect(slugs(pointing({ type: 'unit', slug: 'uy-ban-nhan-dan' }))).toEqual(['a', 'b', 'x']);
  expect(slugs(pointing({ type: 'axis', slug: 'y' }))).toEqual(['b']);
});

describe('related entries', () => {
  const list = [
    article('a', { audience: ['phu-huynh-hoc-sinh'] }),
    article('b'),
    article('c', { audience: ['phu-huynh-hoc-sinh', 'thanh-nien'] }),
    article('other-axis', { axis: 'y' }),
  ];

  test('the same axis, shared readers first, never itself', () => {
    expect(slugs(relatedTo(list[0]!, list, 3))).toEqual(['c', 'b']);
  });

  test("the editor's choice wins", () => {
    const chosen = article('d', { related: ['other-axis'] });
    expect(slugs(relatedTo(chosen, [...list, chosen], 3))).toEqual(['other-axis']);
  });
});

test('neighbours stay within the axis', () => {
  const list = [article('a'), article('between', { axis: 'y' }), article('b'), article('c')];
  expect(neighbours(list[2]!, list)).toMatchObject({
    previous: { slug: 'a' },
    next: { slug: 'c' },
  });
  expect(neighbours(list[0]!, list).previous).toBeUndefined();
});
