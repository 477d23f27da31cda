/** Who is told what, in the CMS and by mail, from a real mail server's point of view. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { User } from '#admin/server/accounts/accounts.ts';
import type { NoticeKind, MailWay } from '#admin/server/notices/kinds.ts';
import { startMailServer, type MailServer } from '#tests/support/mail-server.ts';
import { people, type PersonName } from './harness.ts';
import { openOffice, type Office } from './office.ts';

const siteUrl = 'https://phuong.example';
/** Three in the afternoon in Hà Nội. */
const start = new Date('2026-12-01T08:00:00Z');
const secretText = 'Câu chỉ có trong bản nháp.';

const limited: User = { login: 'hai', name: 'Vũ Hải', role: 'approver', axes: ['truc-5'] };

let office: Office;
let server: MailServer;
beforeAll(async () => {
  server = await startMailServer();
  const { port } = server;
  const from = 'Biên tập <bien-tap@phuong.example>';
  const login = { user: 'bien-tap', password: 'mat@khau' };
  office = await openOffice(start, {
    siteUrl,
    notices: { mail: { host: '127.0.0.1', port, secure: false, from, ...login } },
  });
  await office.services().accounts.add(limited);
  for (const { login, name } of [...Object.values(people), limited]) await subscribe(login, name);
  office.services().notices.outbox.start();
});
afterAll(async () => {
  await office.close();
  await server.close();
});
beforeEach(() => {
  server.mails.length = 0;
});

const boxes = () => office.services().notices.boxes;
const addressOf = (login: string) => `${login}@thu.example`;

/** Names an address and confirms it with the code that comes there. */
async function subscribe(login: string, name: string): Promise<void> {
  const account = (await office.services().accounts.find(login))!;
  await office.services().notices.sendCode(account, addressOf(login));
  const { text } = server.mails.at(-1)!;
  expect(text).toContain(`Chào ${name},`);
  await boxes().confirmAddress(login, /: (\d{6})\n/.exec(text)![1]!);
}

const setWay = (who: PersonName, kind: NoticeKind, mail: MailWay) =>
  boxes().setWays(people[who].login, new Map([[kind, { mail, hook: false }]]));

/** Waits until the mails about an article are those. */
async function expectMails(slug: string, expected: Record<string, string[]>): Promise<void> {
  const found = () => {
    const told: Record<string, string[]> = {};
    for (const { subject, to } of server.mails.filter((mail) =>
      mail.subject.includes(`“Bài ${slug}`),
    )) {
      const kind = /^\[Biên tập\] ([^:]+):/.exec(subject)![1]!;
      told[kind] = [...(told[kind] ?? []), ...to.map((one) => one.split('@')[0]!)].sort();
    }
    return told;
  };
  await expect.poll(found).toEqual(expected);
}

test('the way of a text: those who may approve, then those who wrote it, never who did it', async () => {
  await office.save('editor', 'duong', {}, `${secretText}\n`);
  await office.act('editor', 'submit', 'duong');
  await office.act('approver', 'comment', 'duong', { note: 'Lời góp ý riêng.' });
  await office.act('editor', 'comment', 'duong', { note: 'Trả lời.' });
  await office.act('approver', 'sendBack', 'duong', { note: 'Lý do riêng.' });
  await office.act('editor', 'submit', 'duong');
  await office.act('otherApprover', 'approve', 'duong');
  await setWay('editor', 'published', 'now');
  await office.act('approver', 'publish', 'duong');
  await expectMails('duong', {
    // Twice; the approver of another axis is not among them.
    'Chờ bạn duyệt': ['chi', 'chi', 'dung', 'dung', 'giang', 'giang'],
    'Góp ý': ['an', 'chi'],
    'Bài của bạn bị trả lại': ['an'],
    'Bài của bạn đã được duyệt': ['an'],
    'Bài của bạn đã đăng': ['an'],
  });
  for (const { text, head } of server.mails) {
    for (const secret of [secretText, 'góp ý riêng', 'Trả lời', 'Lý do riêng']) {
      expect(text).not.toContain(secret);
    }
    expect(head).toMatch(/^Auto-Submitted: auto-generated$/m);
  }
  const [waiting] = server.mails;
  expect(waiting!.text).toContain('Nguyễn Văn An đã gửi duyệt “Bài duong”.');
  expect(waiting!.text).toContain(`Mở: ${siteUrl}/admin/duyet/article/duong/\n`);
  expect(
    boxes()
      .noticesOf('an')
      .map(({ kind }) => kind),
  ).toEqual(['published', 'approved', 'sent-back', 'comment']);
  expect(boxes().noticesOf('an')[0]!.link).toBe('/bai-viet/duong/');
  expect(boxes().unread('hai')).toBe(0);
});

test('what was approved and is changed waits anew, what waits already is not told again', async () => {
  await office.save('editor', 'sua');
  await office.act('editor', 'submit', 'sua');
  await office.save('editor', 'sua', { title: 'Bài sua lần hai' });
  await office.act('approver', 'approve', 'sua');
  await office.save('otherEditor', 'sua', { title: 'Bài sua lần ba' });
  await expectMails('sua', {
    'Chờ bạn duyệt': ['chi', 'chi', 'dung', 'dung', 'giang', 'giang'],
    'Bài của bạn đã được duyệt': ['an'],
  });
  expect(server.mails.at(-1)!.text).toContain('Trần Thị Bình đã sửa sau khi duyệt, cần duyệt lại');
});

test('who publishes alone is told on by mail to those who may confirm it', async () => {
  await office.save('editor', 'gap');
  await office.act('approver', 'emergency', 'gap', { note: 'Bão đến.' });
  await expectMails('gap', {
    'Chờ bạn duyệt': ['dung', 'giang'],
    'Bài của bạn đã đăng': ['an'],
  });
});

test('a kind that is switched off sends no mail, and somebody who has left is told nothing', async () => {
  await setWay('approver', 'waiting', 'none');
  await office.save('otherEditor', 'roi');
  await office.act('otherEditor', 'submit', 'roi');
  await expectMails('roi', { 'Chờ bạn duyệt': ['dung', 'giang'] });
  expect(boxes().noticesOf('chi')[0]).toMatchObject({ kind: 'waiting', read: false });
  await office.services().accounts.close('binh');
  await office.act('approver', 'sendBack', 'roi', { note: 'Xem lại.' });
  // What comes after it has been sent: what comes before it would have been.
  await office.act('editor', 'submit', 'roi');
  await expectMails('roi', { 'Chờ bạn duyệt': ['dung', 'dung', 'giang', 'giang'] });
});
