/** The record of a month, as a page and as CSV: `/admin/quan-tri/nhat-ky-2026-11/` and `….csv`. */
import { Refusal } from '../http/errors.ts';
import { sendPage } from '../pages/page.ts';
import type { Room } from '../pages/room.ts';
import type { Services } from '../services.ts';
import { activityCsv, fromAudit, readGitActivity, type Activity } from './activity.ts';
import { adminAddress } from './admin-view.ts';
import { adminOf } from './admin.ts';
import { activityBody } from './record-view.ts';
import { monthWords } from './words.ts';

export const addRecordPages: Room = (pages, services) => {
  pages.get(`${adminAddress}:file`, async (request, reply) => {
    await adminOf(services, request);
    const { file } = request.params as { file: string };
    const month = monthIn(file, '.csv');
    return reply
      .header('Cache-Control', 'no-store')
      .header('Content-Disposition', `attachment; filename="nhat-ky-${month}.csv"`)
      .type('text/csv; charset=utf-8')
      .send(activityCsv(await readMonth(services, month)));
  });

  pages.get(`${adminAddress}:folder/`, async (request, reply) => {
    const user = await adminOf(services, request);
    const { folder } = request.params as { folder: string };
    const month = monthIn(folder, '');
    return sendPage(reply, {
      title: `Nhật ký tháng ${monthWords(month)}`,
      user,
      current: adminAddress,
      body: activityBody(month, (await readMonth(services, month)).reverse()),
    });
  });
};

/** The month that `nhat-ky-<yyyy-mm>` names; refuses any other name. */
function monthIn(name: string, ending: string): string {
  const [, month, rest] = /^nhat-ky-(\d{4}-(?:0[1-9]|1[0-2]))(.*)$/.exec(name) ?? [];
  if (month !== undefined && rest === ending) return month;
  throw new Refusal(404, 'no-page', 'Không có trang này.');
}

/** Everything of a month, the oldest first. */
async function readMonth({ drafts, audit, accounts }: Services, month: string) {
  const people = await accounts.all();
  const events = (await audit.month(month)).map((event) => fromAudit(event, people));
  const all: Activity[] = [...(await readGitActivity(drafts.git, month)), ...events];
  return all.sort((one, other) => one.at.getTime() - other.at.getTime());
}
