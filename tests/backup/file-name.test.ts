import fc from 'fast-check';
import { expect, test } from 'vitest';
import { backupName, madeAt, superseded } from '#admin/backup/file-name.ts';

const day = 24 * 60 * 60 * 1000;
const at = (text: string) => new Date(text);
const daily = (from: string, count: number) =>
  Array.from({ length: count }, (_, index) =>
    backupName(new Date(at(from).getTime() + index * day), false),
  );

test('a name says when the backup was made; any other name says nothing', () => {
  const made = at('2026-11-28T20:15:07.000Z');
  expect(backupName(made, false)).toBe('sao-luu-2026-11-28T20-15-07Z.tar.gz');
  expect(madeAt(backupName(made, true))).toEqual(made);
  for (const other of ['luu.tar.gz', 'sao-luu-2026-13-40T99-00-00Z.tar.gz', '../x', ''])
    expect(madeAt(other)).toBeUndefined();
});

test('a year of nights leaves days, weeks and months', () => {
  const names = daily('2026-01-01T02:00:00Z', 365);
  const gone = new Set(superseded(names));
  expect(names.filter((name) => !gone.has(name)).map((name) => name.slice(8, 18))).toEqual([
    '2026-01-31',
    '2026-02-28',
    '2026-03-31',
    '2026-04-30',
    '2026-05-31',
    '2026-06-30',
    '2026-07-31',
    '2026-08-31',
    '2026-09-30',
    '2026-10-31',
    '2026-11-30',
    '2026-12-06',
    '2026-12-13',
    '2026-12-20',
    '2026-12-25',
    '2026-12-26',
    '2026-12-27',
    '2026-12-28',
    '2026-12-29',
    '2026-12-30',
    '2026-12-31',
  ]);
});

test('whatever stands in the folder, the newest stays and what is no backup is not touched', () => {
  const moment = fc.date({
    min: at('2020-01-01T00:00:00Z'),
    max: at('2030-01-01T00:00:00Z'),
    noInvalidDate: true,
  });
  const name = fc.tuple(moment, fc.boolean()).map(([made, secret]) => backupName(made, secret));
  fc.assert(
    fc.property(fc.uniqueArray(name, { minLength: 1 }), fc.array(fc.string()), (names, others) => {
      const gone = superseded([...others, ...names]);
      const left = names.filter((one) => !gone.includes(one));
      const newest = Math.max(...names.map((one) => madeAt(one)!.getTime()));
      expect(left.some((one) => madeAt(one)!.getTime() === newest)).toBe(true);
      expect(left.length).toBeLessThanOrEqual(7 + 5 + 12);
      expect(gone.filter((one) => !names.includes(one) && madeAt(one) === undefined)).toEqual([]);
      // What stays now stays tomorrow, when nothing is added.
      expect(superseded(left)).toEqual([]);
    }),
  );
});
