import { appendFile, mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Audit } from '#admin/server/accounts/audit.ts';
import { monthsSince } from '#admin/server/people/activity.ts';
import { csv } from '#src/text/csv.ts';

let dir: string;
let audit: Audit;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'audit-'));
  audit = new Audit(join(dir, 'audit'));
});
afterEach(() => rm(dir, { recursive: true, force: true }));

test('events are added to the file of their month in Hà Nội, for its owner alone', async () => {
  await audit.record({ at: new Date('2026-11-30T16:59:59Z'), login: 'an', kind: 'login' });
  await audit.record({
    at: new Date('2026-11-30T17:00:00Z'),
    login: 'an',
    address: '10.0.0.1',
    kind: 'refused',
    detail: 'stale: POST /api/v1\n"x"',
  });
  expect(await audit.months()).toEqual(['2026-12', '2026-11']);
  const path = join(dir, 'audit/2026-12.jsonl');
  expect(await readFile(path, 'utf8')).toBe(
    '{"at":"2026-12-01T00:00:00+07:00","login":"an","address":"10.0.0.1","kind":"refused","detail":"stale: POST /api/v1\\n\\"x\\""}\n',
  );
  expect((await stat(path)).mode & 0o777).toBe(0o600);
  expect(await audit.month('2026-11')).toEqual([
    { at: new Date('2026-11-30T16:59:59Z'), login: 'an', kind: 'login' },
  ]);
  expect(await audit.month('2026-10')).toEqual([]);
  await expect(audit.month('../x')).rejects.toThrow();
});

test('events that come together are all written, one line each', async () => {
  const at = new Date('2026-11-22T00:00:00Z');
  const again = new Audit(join(dir, 'audit'));
  await Promise.all(
    Array.from({ length: 40 }, (_, i) =>
      (i % 2 ? audit : again).record({ at, kind: 'login', login: `ten-${i}` }),
    ),
  );
  const logins = (await audit.month('2026-11')).map(({ login }) => login);
  expect(new Set(logins).size).toBe(40);
});

test('a line that a crash cut off is shown as broken and spoils no other', async () => {
  const at = new Date('2026-11-22T00:00:00Z');
  await audit.record({ at, kind: 'login', login: 'an' });
  await appendFile(join(dir, 'audit/2026-11.jsonl'), '{"at":"2026-11-22T0');
  await audit.record({ at, kind: 'logout', login: 'an' });
  expect((await audit.month('2026-11')).map(({ kind }) => kind)).toEqual([
    'login',
    'broken',
    'logout',
  ]);
});

test('a flood of strangers is counted, not written', async () => {
  const at = (seconds: number) => new Date(Date.UTC(2026, 10, 22, 0, 0, seconds));
  for (let i = 0; i < 200; i += 1) {
    await audit.recordStranger({ at: at(i % 60), kind: 'login-failed', address: '10.0.0.1' });
  }
  await audit.record({ at: at(59), kind: 'login', login: 'an' });
  await audit.recordStranger({ at: at(61), kind: 'refused' });
  const events = await audit.month('2026-11');
  expect(events).toHaveLength(63);
  expect(events[61]).toMatchObject({
    kind: 'left-out',
    detail: '140 việc của người chưa đăng nhập, trong một phút',
  });
});

test('months go on to this one, also without events', () => {
  const now = new Date('2027-01-31T20:00:00Z');
  expect(monthsSince('2026-11', now)).toEqual(['2027-02', '2027-01', '2026-12', '2026-11']);
  expect(monthsSince(undefined, now)).toEqual(['2027-02']);
});

test('CSV opens in a spreadsheet as text, never as a formula', () => {
  const table = [
    ['Người', 'Chi tiết'],
    ['Nguyễn "An"', '=HYPERLINK("http://x")'],
    ['+1', ' @SUM(A1)'],
    ['\t-2', '＝1+1'],
    ['hai\ndòng', 'a=b'],
  ];
  expect(csv(table)).toBe(
    [
      '\uFEFF"Người","Chi tiết"\r\n',
      '"Nguyễn ""An""","\'=HYPERLINK(""http://x"")"\r\n',
      '"\'+1","\' @SUM(A1)"\r\n',
      '"\'\t-2","\'＝1+1"\r\n',
      '"hai\ndòng","a=b"\r\n',
    ].join(''),
  );
});

test('two years are kept: the oldest month goes when a new one begins', async () => {
  for (let month = 0; month < 26; month += 1) {
    await audit.record({ at: new Date(Date.UTC(2026, month, 15)), kind: 'login', login: 'an' });
  }
  const months = await audit.months();
  expect(months).toHaveLength(24);
  expect([months[0], months.at(-1)]).toEqual(['2028-02', '2026-03']);
});
