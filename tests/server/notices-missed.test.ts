/** A server that was killed between what somebody did and telling of it. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startMailServer, type MailServer } from '#tests/support/mail-server.ts';
import { openOffice, type Office } from './office.ts';

let office: Office;
let server: MailServer;
beforeEach(async () => {
  server = await startMailServer();
  const mail = { host: '127.0.0.1', port: server.port, secure: false, from: 'a@phuong.example' };
  const login = { user: 'bien-tap', password: 'mat@khau' };
  const notices = { mail: { ...mail, ...login } };
  office = await openOffice(new Date(), { siteUrl: 'https://phuong.example', notices });
});
afterEach(async () => {
  await office.close();
  await server.close();
});

const told = (login: string) =>
  office
    .services()
    .notices.boxes.noticesOf(login)
    .map(({ text }) => text);

/** Starts what the server does by itself, and waits until it has looked at what it may have missed. */
async function start(): Promise<void> {
  const { rounds, notices } = office.services();
  office.services().start();
  await rounds.settled();
  await notices.settled();
}

/** From now on until the next start nothing is told, as if the server died right after each commit. */
function dieBeforeTelling(): void {
  office.services().drafts.onStep = () => undefined;
  office.services().publisher.onPublished = () => undefined;
}

test('what was not told any more is told at the next start, once, in the list and by mail', async () => {
  await office.save('editor', 'truoc');
  await office.act('editor', 'submit', 'truoc');
  await start();
  const { boxes } = office.services().notices;
  await boxes.confirmAddress('chi', await boxes.proposeAddress('chi', 'chi@thu.example'));
  expect(told('chi')).toEqual(['Nguyễn Văn An đã gửi duyệt “Bài truoc”.']);

  dieBeforeTelling();
  await office.ready('da-dang');
  await office.act('approver', 'publish', 'da-dang');
  await office.save('editor', 'sau');
  await office.act('editor', 'submit', 'sau');
  await office.act('otherApprover', 'comment', 'sau', { note: 'Hay lắm.' });
  expect(told('chi')).toHaveLength(1);

  for (let restarts = 0; restarts < 2; restarts += 1) {
    await office.restart();
    await start();
    expect(told('chi')).toEqual([
      'Nguyễn Văn An đã gửi duyệt “Bài sau”.',
      'Nguyễn Văn An đã gửi duyệt “Bài truoc”.',
    ]);
    expect(told('an')).toEqual(['Phạm Dũng góp ý về “Bài sau”.', 'Lê Chi đã đăng “Bài da-dang”.']);
  }
  await expect.poll(() => server.mails.map(({ to }) => to.join())).toEqual(['chi@thu.example']);
  expect(server.mails[0]!.text).toContain('Bài sau');
});

test('a data folder from before such notes tells nothing of the past', async () => {
  dieBeforeTelling();
  await office.save('editor', 'cu');
  await office.act('editor', 'submit', 'cu');
  await office.restart();
  await start();
  expect(told('chi')).toEqual([]);
});
