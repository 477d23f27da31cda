import { expect, test } from 'vitest';
import { hanoiDay } from '#src/time/hanoi.ts';
import { noticeOf } from '#src/schema/in-force.ts';

test('an entry is in force to the end of its last day in Hà Nội', () => {
  const last = { expires: '2026-12-31' };
  expect(noticeOf(last, hanoiDay(new Date('2026-12-31T16:59:59Z')))).toBeUndefined();
  expect(noticeOf(last, hanoiDay(new Date('2026-12-31T17:00:00Z')))).toEqual({
    since: '2027-01-01',
    kind: 'expired',
  });
});

test('a withdrawn entry says since when, why and where to go', () => {
  const withdrawn = { on: '2026-12-01', reason: 'Có bài mới hơn.', successor: '/bai-viet/moi/' };
  expect(noticeOf({ withdrawn }, '2026-12-02')).toEqual({
    since: '2026-12-01',
    kind: 'withdrawn',
    reason: 'Có bài mới hơn.',
    successor: '/bai-viet/moi/',
  });
  expect(noticeOf({}, '2026-12-02')).toBeUndefined();
});
