/** Which campaigns the roadmap shows on a day. */
import { expect, test } from 'vitest';
import { onRoadmap } from '#src/model/phases.ts';

const campaign = (name: string, ...phases: { from?: string; to?: string }[]) => ({
  name,
  data: { phases },
});
const campaigns = [
  campaign('chưa có ngày', {}),
  campaign('đã qua', { from: '2026-01-01', to: '2026-01-31' }),
  campaign('chưa chia giai đoạn'),
  campaign('sắp tới', { from: '2026-12-01', to: '2026-12-31' }),
  campaign('đang diễn ra', { to: '2026-10-31' }, { from: '2026-11-01', to: '2026-11-30' }),
];
const names = (day: string, limit = 20) =>
  onRoadmap(campaigns, new Date(`${day}T12:00:00+07:00`), limit).map(({ name }) => name);

test('what goes on stands first, what is over is left to the list of campaigns', () => {
  expect(names('2026-11-26')).toEqual([
    'đang diễn ra',
    'sắp tới',
    'chưa có ngày',
    'chưa chia giai đoạn',
  ]);
  expect(names('2027-01-01')).toEqual(['chưa có ngày', 'chưa chia giai đoạn']);
});

test('the roadmap is never longer than a page', () => {
  expect(names('2026-11-26', 2)).toEqual(['đang diễn ra', 'sắp tới']);
});
