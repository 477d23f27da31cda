import { afterEach, beforeEach, expect, test } from 'vitest';
import { hanoiDay, startOfDay } from '#src/time/hanoi.ts';
import { stepWords } from '#admin/server/workflow/draft-history.ts';
import { parseMoment } from '#admin/server/machine/hanoi.ts';
import { article, file } from '#tests/support/content.ts';
import { people } from './harness.ts';
import { openOffice, type Office } from './office.ts';

const minute = 60_000;
const day = 24 * 60 * minute;

let office: Office;
let start: number;
beforeEach(async () => {
  // Noon in Hà Nội today: the releases' own time is the machine's.
  start = new Date(startOfDay(hanoiDay(new Date()))).getTime() + day / 2;
  office = await openOffice(new Date(start));
});
afterEach(() => office.close());

const at = (milliseconds: number) => new Date(start + milliseconds);
const scheduler = () => office.services().scheduler;

/** Sets the clock and waits until everything that is due is done. */
async function goTo(moment: Date): Promise<void> {
  office.clock.set(moment);
  await scheduler().wake();
}

async function schedule(slug: string, moment: Date, changes = {}): Promise<void> {
  await office.save('editor', slug, changes);
  await office.act('editor', 'submit', slug);
  await office.act('approver', 'schedule', slug, { at: moment.toISOString().slice(0, 19) + 'Z' });
}

const draftOf = (slug: string) => office.services().drafts.find('article', slug);

test('a moment is read as Hà Nội time', () => {
  expect(parseMoment('2026-12-01T08:00')).toEqual(new Date('2026-12-01T01:00:00Z'));
  expect(parseMoment('2026-12-01T08:00:00+07:00')).toEqual(new Date('2026-12-01T01:00:00Z'));
  for (const text of ['', '2026-12-01', '2026-13-01T08:00', 'mai']) {
    expect(parseMoment(text), text).toBeUndefined();
  }
  expect(hanoiDay(new Date('2026-11-30T17:00:00Z'))).toBe('2026-12-01');
});

test('publishes by itself at its moment and names writer, approver and moment', async () => {
  await scheduler().start();
  await schedule('hen-gio', at(90 * minute));
  await scheduler().wake();
  expect(await scheduler().nextMoment()).toEqual(at(90 * minute));
  expect(await draftOf('hen-gio')).toMatchObject({
    status: 'pending_publish',
    publishAt: at(90 * minute),
    reviewer: { name: people.approver.name },
  });
  await goTo(at(90 * minute - 1));
  await expect(office.live('hen-gio')).rejects.toThrow();
  await goTo(at(90 * minute));
  expect(await office.live('hen-gio')).toContain('Bài hen-gio');
  const message = await office.git('log', '-1', '--format=%B', 'main');
  expect(message).toContain('Co-authored-by: Nguyễn Văn An');
  expect(message).toContain('Reviewed-by: Lê Chi');
  expect(message).toContain('Publish-At: ');
  // No timer is longer than what a timer can hold, however far the moment.
  await schedule('xa', at(300 * day));
  await office.act('approver', 'schedule', 'xa', {
    at:
      at(299 * day)
        .toISOString()
        .slice(0, 19) + 'Z',
  });
  const moved = (await draftOf('xa'))!;
  expect(moved).toMatchObject({ publishAt: at(299 * day), status: 'pending_publish' });
  expect(moved.steps.map(({ action }) => stepWords[action]).slice(-2)).toEqual([
    'Duyệt và hẹn giờ đăng',
    'Đổi giờ đăng',
  ]);
  await scheduler().wake();
  expect(Math.max(...office.clock.waits)).toBeLessThan(2 ** 31);
});

test('what was missed while the server was down is caught up with, in order', async () => {
  await schedule('sau', at(30 * minute));
  await schedule('truoc', at(20 * minute));
  await schedule('chua-den', at(2 * day));
  await office.restart();
  office.clock.set(at(60 * minute));
  await scheduler().start();
  const subjects = (await office.git('log', '--first-parent', '--format=%s', 'main')).split('\n');
  expect(subjects.slice(0, 2)).toEqual(['Đăng article/sau', 'Đăng article/truoc']);
  expect(await draftOf('chua-den')).toMatchObject({ status: 'pending_publish' });
});

test('a failure is noted on the draft, once, and stops no other', async () => {
  await schedule('hong', at(10 * minute), { title: 'Bài làm HONG bản dựng' });
  await schedule('tot', at(11 * minute));
  office.clock.set(at(12 * minute));
  await scheduler().start();
  expect(await office.live('tot')).toContain('Bài tot');
  const failed = await draftOf('hong');
  expect(failed).toMatchObject({ status: 'pending_publish' });
  expect(failed!.scheduleFailure).toContain('không dựng được trang');
  expect(failed!.publishAt).toBeUndefined();
  expect(failed!.steps.at(-1)).toMatchObject({
    action: 'schedule-failed',
    person: { name: 'Máy chủ' },
  });
  await goTo(at(30 * minute));
  expect((await draftOf('hong'))!.head).toBe(failed!.head);
  // The approver decides what is next.
  await office.act('approver', 'schedule', 'hong', {
    at: at(day).toISOString().slice(0, 19) + 'Z',
  });
  expect(await draftOf('hong')).toMatchObject({ publishAt: at(day) });
  expect((await draftOf('hong'))!.scheduleFailure).toBeUndefined();
});

test('the rules hold at the moment too', async () => {
  await schedule('mat-quyen', at(10 * minute));
  await office.services().accounts.setRights('chi', { axes: ['truc-5'] });
  office.clock.set(at(11 * minute));
  await scheduler().start();
  expect((await draftOf('mat-quyen'))!.scheduleFailure).toContain('trục');
  await expect(office.live('mat-quyen')).rejects.toThrow();
});

test('an edit or a return takes the moment away', async () => {
  await schedule('sua-lai', at(10 * minute));
  await office.save('editor', 'sua-lai', { title: 'Sửa sau khi hẹn giờ' });
  await schedule('tra-lai', at(10 * minute));
  await office.act('otherApprover', 'sendBack', 'tra-lai', { note: 'Cần thêm nguồn.' });
  office.clock.set(at(11 * minute));
  await scheduler().start();
  expect(await draftOf('sua-lai')).toMatchObject({ status: 'pending_review' });
  expect(await draftOf('tra-lai')).toMatchObject({ status: 'draft' });
});

test('a comment leaves the moment alone', async () => {
  await schedule('gop-y', at(10 * minute));
  await office.act('otherEditor', 'comment', 'gop-y', { note: 'Hay lắm.' });
  office.clock.set(at(11 * minute));
  await scheduler().start();
  expect(await office.live('gop-y')).toContain('Bài gop-y');
});

test('a moment that is past, far or no moment is refused', async () => {
  await office.save('editor', 'bai');
  await office.act('editor', 'submit', 'bai');
  for (const moment of ['', at(-minute).toISOString(), '2090-01-01T08:00']) {
    await expect(office.act('approver', 'schedule', 'bai', { at: moment })).rejects.toThrow(
      'Hãy chọn ngày giờ',
    );
  }
});

test('after the midnight at which a day on the site ends, the site is built anew', async () => {
  const today = hanoiDay(at(0));
  await office.push(
    'content/articles/het-han.mdx',
    file({ ...article, title: 'Bài hết hạn', expires: today }),
  );
  await office.services().publisher.refresh();
  await scheduler().start();
  const before = office.services().builder.releases[0]!;
  const midnight = new Date(new Date(startOfDay(today)).getTime() + day);
  expect(await scheduler().nextMoment()).toEqual(midnight);
  await goTo(new Date(midnight.getTime() - 1));
  expect(office.services().builder.releases[0]).toBe(before);
  await goTo(midnight);
  const after = office.services().builder.releases[0]!;
  expect(after.commit).toBe(before.commit);
  expect(after.dir).not.toBe(before.dir);
  await goTo(new Date(midnight.getTime() + minute));
  expect(office.services().builder.releases[0]).toBe(after);

  // The clock had run ahead: what it showed too early is taken back, once; then the day ends once more.
  await goTo(new Date(midnight.getTime() - 5 * 60 * minute));
  const back = office.services().builder.releases[0]!;
  expect(back.dir).not.toBe(after.dir);
  expect(await scheduler().nextMoment()).toEqual(midnight);
  await goTo(new Date(midnight.getTime() - minute));
  expect(office.services().builder.releases[0]).toBe(back);
  await goTo(midnight);
  expect(office.services().builder.releases[0]!.dir).not.toBe(back.dir);
});

test('a clock that jumps publishes nothing twice and leaves out nothing', async () => {
  await scheduler().start();
  await schedule('som', at(60 * minute));
  await schedule('muon', at(10 * 60 * minute));
  await goTo(at(5 * 60 * minute));
  expect(await office.live('som')).toContain('Bài som');
  const main = await office.git('rev-parse', 'main');
  await goTo(at(-5 * 60 * minute));
  await goTo(at(60 * minute));
  expect(await office.git('rev-parse', 'main')).toBe(main);
  await goTo(at(10 * 60 * minute));
  expect(await office.live('muon')).toContain('Bài muon');
});
