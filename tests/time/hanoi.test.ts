import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { phaseState } from '#src/model/phases.ts';
import { dayAfter, endOf, hanoiDay, phaseAt, startOf } from '#src/time/hanoi.ts';
import { stretchWords } from '#src/text/dates.ts';

describe('the day in Hà Nội', () => {
  test('begins seven hours before that of UTC', () => {
    expect(hanoiDay(new Date('2026-03-19T16:59:59Z'))).toBe('2026-03-19');
    expect(hanoiDay(new Date('2026-03-19T17:00:00Z'))).toBe('2026-03-20');
  });

  test.each(['America/Los_Angeles', 'Pacific/Kiritimati', 'Europe/Berlin'])(
    'is the same on a machine in %s, on every day of a leap year',
    (TZ) => {
      const script = `
        import { hanoiDay, dayAfter, startOf, endOf } from '#src/time/hanoi.ts';
        let day = '2028-01-01';
        const all = [];
        while (day < '2029-01-01') {
          all.push(day, hanoiDay(startOf({ startDay: day })), startOf({ startDay: day, startTime: '08:30' }).toISOString(), endOf({ startDay: day }).toISOString());
          day = dayAfter(day);
        }
        console.log(all.join());`;
      const run = (zone: string) =>
        execFileSync(process.execPath, ['--input-type=module', '-e', script], {
          env: { ...process.env, TZ: zone },
          encoding: 'utf8',
        });
      expect(run(TZ)).toBe(run('Asia/Ho_Chi_Minh'));
    },
  );

  test.each([
    ['2028-02-28', '2028-02-29'],
    ['2028-02-29', '2028-03-01'],
    ['2026-02-28', '2026-03-01'],
    ['2026-12-31', '2027-01-01'],
  ])('after %s comes %s', (day, next) => expect(dayAfter(day)).toBe(next));
});

describe('a stretch of time', () => {
  const timed = { startDay: '2026-12-12', startTime: '08:00', endTime: '11:30' };

  test.each([
    ['2026-12-12T00:59:59Z', 'before'],
    ['2026-12-12T01:00:00Z', 'during'],
    ['2026-12-12T04:29:59Z', 'during'],
    ['2026-12-12T04:30:00Z', 'after'],
  ])('at %s it is %s', (moment, phase) => expect(phaseAt(timed, new Date(moment))).toBe(phase));

  test('without times it lasts to the end of its last day', () => {
    expect(phaseAt({ startDay: '2026-12-12' }, new Date('2026-12-12T16:59:59Z'))).toBe('during');
    expect(phaseAt({ startDay: '2026-12-12' }, new Date('2026-12-12T17:00:00Z'))).toBe('after');
  });

  test('is never over before it starts', () => {
    const day = fc.date({
      min: new Date('2020-01-01'),
      max: new Date('2040-01-01'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(day, (date) => {
        const startDay = date.toISOString().slice(0, 10);
        expect(endOf({ startDay }).getTime() - startOf({ startDay }).getTime()).toBe(86_400_000);
      }),
    );
  });

  test('reads as people say it', () => {
    expect(stretchWords(timed)).toBe('Thứ bảy 12/12/2026, từ 8 giờ đến 11 giờ 30');
    expect(stretchWords({ startDay: '2026-12-12' })).toBe('Thứ bảy 12/12/2026');
    expect(stretchWords({ startDay: '2026-12-12', endDay: '2026-12-13', startTime: '19:00' })).toBe(
      'Từ 19 giờ, thứ bảy 12/12/2026 đến chủ nhật 13/12/2026',
    );
  });
});

describe('a phase of a campaign', () => {
  const phase = { from: '2026-12-01', to: '2026-12-31' };

  test.each([
    ['2026-11-30T16:59:59Z', 'before'],
    ['2026-11-30T17:00:00Z', 'now'],
    ['2026-12-31T16:59:59Z', 'now'],
    ['2026-12-31T17:00:00Z', 'after'],
  ])('at %s it is %s', (moment, state) => expect(phaseState(phase, new Date(moment))).toBe(state));

  test('without a day it has no place in time', () => {
    expect(phaseState({}, new Date())).toBe('undated');
  });
});
