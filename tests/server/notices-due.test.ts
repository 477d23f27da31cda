/** What is told because a time has come, over a whole day and a restart. */
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { noteBackup } from '#admin/server/machine/backup-outcome.ts';
import { startMailServer, type MailServer } from '#tests/support/mail-server.ts';
import { openOffice, type Office } from './office.ts';

const minute = 60_000;

let office: Office;
let server: MailServer;
beforeAll(async () => {
  server = await startMailServer();
  const login = { user: 'bien-tap', password: 'mat@khau', from: 'a@phuong.example' };
  const mail = { host: '127.0.0.1', port: server.port, secure: false, ...login };
  // Three in the afternoon in Hà Nội.
  office = await openOffice(new Date('2026-12-01T08:00:00Z'), {
    siteUrl: 'https://phuong.example',
    notices: { mail },
  });
  for (const login of ['an', 'chi', 'giang']) {
    const code = await boxes().proposeAddress(login, `${login}@thu.example`);
    await boxes().confirmAddress(login, code);
  }
});
afterAll(async () => {
  await office.close();
  await server.close();
});

const boxes = () => office.services().notices.boxes;
const told = (login: string) =>
  boxes()
    .noticesOf(login)
    .map(({ kind }) => kind);
/** Something that An gets in the daily mail. */
const tell = (text: string) =>
  office.services().notices.tellOne('an', { kind: 'published', text, link: '/' });
const daily = () => server.mails.filter(({ subject }) => subject.includes('Tin trong ngày'));

/** Lets minutes pass from a moment on, until something is to be seen. */
async function passFrom(moment: string, see: () => unknown, expected: unknown): Promise<void> {
  let now = new Date(moment).getTime();
  await expect
    .poll(() => {
      office.clock.set(new Date(now));
      now += minute;
      return see();
    })
    .toEqual(expected);
}

test('the daily mail goes once at seven, with what is unread, also over a restart', async () => {
  office.services().start();
  await office.ready('le-hoi', { reviewDate: '2026-12-02' });
  await office.act('approver', 'publish', 'le-hoi');
  await expect.poll(() => told('an')[0]).toBe('published');
  await tell('mua-he');
  await boxes().markRead('an', boxes().noticesOf('an')[0]!.id);
  // Five past midnight: the review date has come, for the author and the approvers.
  await passFrom('2026-12-01T17:05:00Z', () => told('an')[0], 'review-date');
  await expect.poll(() => told('chi')[0]).toBe('review-date');
  expect(boxes().noticesOf('an')[0]).toMatchObject({
    text: 'Đến ngày rà soát: “Bài le-hoi”.',
    link: '/admin/da-dang/article/le-hoi/',
  });
  expect(told('giang')).not.toContain('review-date');
  expect(told('binh')).toEqual([]);
  await passFrom(
    '2026-12-02T00:00:00Z',
    () =>
      daily()
        .map(({ to }) => to[0])
        .sort(),
    ['an@thu.example', 'chi@thu.example'],
  );
  const mine = daily().find(({ to }) => to[0] === 'an@thu.example')!;
  expect(mine.subject).toBe('[Biên tập] Tin trong ngày: 2 việc');
  expect(mine.text).toContain('Bài của bạn đã đăng (1)\n- 15:0');
  expect(mine.text).toContain(
    'Lê Chi đã đăng “Bài le-hoi”.\n  https://phuong.example/bai-viet/le-hoi/',
  );
  expect(mine.text).toContain('Đến ngày rà soát (1)');
  expect(mine.text).not.toContain('mua-he');

  // The server is off at seven the next morning.
  await tell('mua-dong');
  await office.restart();
  office.clock.set(new Date('2026-12-03T02:00:00Z'));
  office.services().start();
  await expect.poll(() => daily().length).toBe(3);
  expect(daily().at(-1)!.text).toContain('mua-dong');
  expect(daily().at(-1)!.text).not.toContain('le-hoi');
});

test('admins are told of a backup that failed or is missing, once each', async () => {
  const dataDir = join(office.dir, 'data');
  const backups = () => told('giang').filter((kind) => kind === 'backup-failed').length;
  await noteBackup(dataDir, new Date('2026-12-03T02:30:00Z'), false);
  await passFrom('2026-12-03T02:40:00Z', backups, 1);
  expect(boxes().noticesOf('giang')[0]!.text).toContain('09:30 03/12/2026 bị hỏng');
  await noteBackup(dataDir, new Date('2026-12-03T03:00:00Z'), true);
  await passFrom('2026-12-04T05:00:00Z', backups, 2);
  expect(boxes().noticesOf('giang')[0]!.text).toContain('Hơn 26 giờ chưa có bản sao lưu mới');
  await noteBackup(dataDir, new Date('2026-12-04T06:00:00Z'), false);
  await passFrom('2026-12-04T06:30:00Z', backups, 3);
  expect(told('an')).not.toContain('backup-failed');
});

test('admins are told of a build that fails, once until one succeeds; authors of a missed moment', async () => {
  vi.spyOn(console, 'error').mockReturnValue();
  const builds = () => told('giang').filter((kind) => kind === 'build-failed').length;
  await office.ready('hong', { title: 'Bài làm HONG bản dựng' });
  for (let i = 0; i < 2; i += 1) {
    await expect(office.act('approver', 'publish', 'hong')).rejects.toThrow('không dựng được');
  }
  await expect.poll(builds).toBe(1);
  await office.act('approver', 'schedule', 'hong', { at: '2026-12-05T09:00' });
  await passFrom('2026-12-05T02:00:00Z', () => told('an')[0], 'schedule-failed');
  await expect.poll(() => told('chi')[0]).toBe('schedule-failed');
  expect(builds()).toBe(1);
  expect(
    boxes()
      .noticesOf('giang')
      .find(({ kind }) => kind === 'build-failed')!.text,
  ).not.toContain('HONG');
});
