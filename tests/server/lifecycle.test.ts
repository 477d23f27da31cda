import { afterAll, beforeAll, expect, test } from 'vitest';
import { parse } from 'yaml';
import type { User } from '#admin/server/accounts/accounts.ts';
import { reviewsDue } from '#admin/server/workflow/review-dates.ts';
import { splitEntryFile } from '#src/schema/entry-file.ts';
import { article, file } from '#tests/support/content.ts';
import { people } from './harness.ts';
import { openOffice, type Office } from './office.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice(new Date('2026-12-01T20:00:00Z'));
});
afterAll(() => office.close());

const reason = { note: 'Nội dung không còn đúng.' };
const fields = async (slug: string) =>
  parse(splitEntryFile(await office.live(slug))!.front) as Record<string, unknown>;

async function approveAndPublish(slug: string): Promise<void> {
  await office.act('approver', 'approve', slug);
  await office.act('approver', 'publish', slug);
}

async function publish(slug: string, changes = {}, body?: string): Promise<void> {
  await office.ready(slug, changes, body);
  await office.act('approver', 'publish', slug);
}

test('withdrawn through review, its address kept with the day of Hà Nội; restored the same way', async () => {
  await publish('go-bai');
  const successor = '/bai-viet/dich-vu-cong/';
  await office.act('editor', 'withdraw', 'go-bai', { ...reason, successor });
  expect(await fields('go-bai')).not.toHaveProperty('withdrawn');
  const change = await office.services().workflow.change('article', 'go-bai');
  expect(change.draft).toMatchObject({ status: 'pending_review', kind: 'withdraw' });
  expect(change.draft.steps.at(-1)).toMatchObject({ action: 'withdraw', ...reason });
  await expect(office.act('editor', 'approve', 'go-bai')).rejects.toThrow('không thể tự duyệt');
  await approveAndPublish('go-bai');
  // At 20:00 UTC it is the next day in Hà Nội.
  expect(await fields('go-bai')).toMatchObject({
    withdrawn: { on: '2026-12-02', reason: reason.note, successor },
  });
  expect(await office.git('log', '-1', '--format=%s', 'main')).toBe('Gỡ article/go-bai');
  await expect(office.act('editor', 'withdraw', 'go-bai', reason)).rejects.toThrow('“đã gỡ”');
  await office.act('editor', 'restore', 'go-bai', { note: 'Đã sửa lại cho đúng.' });
  await approveAndPublish('go-bai');
  expect(await fields('go-bai')).not.toHaveProperty('withdrawn');
});

test('a withdrawal says why, and touches nothing that is being edited', async () => {
  await publish('dang-sua');
  await expect(office.act('editor', 'withdraw', 'dang-sua')).rejects.toThrow('Hãy ghi lý do');
  await expect(office.act('editor', 'withdraw', 'khong-co', reason)).rejects.toThrow(
    'chưa được đăng',
  );
  await office.save('otherEditor', 'dang-sua', { title: 'Đang sửa dở bài này' });
  await expect(office.act('editor', 'delete', 'dang-sua', reason)).rejects.toThrow('“bản nháp”');
});

test('a new slug: the old address is remembered, everything that pointed there points anew', async () => {
  await publish('ma-cu');
  await publish(
    'tro-toi',
    { related: ['ma-cu', 'dich-vu-cong'] },
    'Xem [bài kia](/bai-viet/ma-cu/) và [đoạn](/bai-viet/ma-cu#y), không phải /bai-viet/ma-cu-khac.\n',
  );
  await expect(
    office.act('editor', 'rename', 'ma-cu', { newSlug: 'dich-vu-cong' }),
  ).rejects.toThrow('đã có mục khác dùng');
  await expect(office.act('editor', 'rename', 'ma-cu', { newSlug: 'Mã' })).rejects.toThrow('“Mã”');
  await office.act('editor', 'rename', 'ma-cu', { newSlug: 'ma-moi' });
  await expect(office.save('editor', 'ma-cu')).rejects.toThrow('chờ duyệt việc đổi mã');
  const change = await office.services().workflow.change('article', 'ma-cu');
  expect(change.files.map(({ slug, after }) => [slug, after !== undefined])).toEqual([
    ['ma-cu', false],
    ['ma-moi', true],
    ['tro-toi', true],
  ]);
  await approveAndPublish('ma-cu');
  await expect(office.live('ma-cu')).rejects.toThrow();
  expect(await fields('ma-moi')).toMatchObject({ title: 'Bài ma-cu', formerSlugs: ['ma-cu'] });
  expect(await fields('tro-toi')).toMatchObject({ related: ['ma-moi', 'dich-vu-cong'] });
  expect(await office.live('tro-toi')).toContain(
    'Xem [bài kia](/bai-viet/ma-moi/) và [đoạn](/bai-viet/ma-moi#y), không phải /bai-viet/ma-cu-khac.',
  );
  // And back: a slug is never its own former one.
  await office.act('editor', 'rename', 'ma-moi', { newSlug: 'ma-cu' });
  await approveAndPublish('ma-moi');
  expect(await fields('ma-cu')).toMatchObject({ formerSlugs: ['ma-moi'] });
});

test('a card that leads to an entry leads to its new slug, and keeps it from being deleted', async () => {
  const document = { collection: 'document' };
  const card = (slug: string) => `<Entry type="document" entry="${slug}" title="Kế hoạch" />`;
  await publish('co-the', {}, `Xem:\n\n${card('ke-hoach')}\n`);
  const rename = async (slug: string, newSlug: string) => {
    await office.act('editor', 'rename', slug, { ...document, newSlug });
    await office.act('approver', 'approve', slug, document);
    await office.act('approver', 'publish', slug, document);
  };
  await rename('ke-hoach', 'ke-hoach-moi');
  expect(await office.live('co-the')).toContain(card('ke-hoach-moi'));
  await expect(
    office.act('editor', 'delete', 'ke-hoach-moi', { ...document, ...reason }),
  ).rejects.toThrow();
  await rename('ke-hoach-moi', 'ke-hoach');
  expect(await office.live('co-the')).toContain(card('ke-hoach'));
});

test('deleted through review, unless something points there or the set is closed', async () => {
  await publish('xoa-di');
  await publish('can-bai', { related: ['xoa-di'] });
  await expect(office.act('editor', 'delete', 'xoa-di', reason)).rejects.toThrow('“xoa-di”');
  await publish('can-bai', { related: [] });
  await office.act('editor', 'delete', 'xoa-di', reason);
  expect(await office.live('xoa-di')).toContain('Bài xoa-di');
  await approveAndPublish('xoa-di');
  await expect(office.live('xoa-di')).rejects.toThrow();
  const axis = { ...reason, collection: 'axis' };
  await expect(office.act('admin', 'delete', 'truc-1', axis)).rejects.toThrow('cố định');
  await expect(office.act('admin', 'rename', 'truc-1', { ...axis, newSlug: 'x' })).rejects.toThrow(
    'cố định',
  );
});

test('an emergency is published by one person, and stands on a list until a second confirms', async () => {
  const { workflow } = office.services();
  await office.save('approver', 'khan-cap');
  await expect(office.act('approver', 'emergency', 'khan-cap')).rejects.toThrow('Hãy ghi lý do');
  const why = { note: 'Mưa lớn, bà con cần biết ngay.' };
  await expect(office.act('editor', 'emergency', 'khan-cap', why)).rejects.toThrow(
    'Chỉ người duyệt',
  );
  await office.act('approver', 'emergency', 'khan-cap', why);
  expect(await office.live('khan-cap')).toContain('Bài khan-cap');
  const message = await office.git('log', '-1', '--format=%B', 'main');
  expect(message).toContain(`Emergency-Reason: ${why.note}`);
  expect(message).not.toContain('Reviewed-by');
  const [emergency] = await workflow.emergencies();
  expect(emergency).toMatchObject({ key: 'article/khan-cap', reason: why.note, axes: ['truc-1'] });
  const id = emergency!.id;
  await expect(office.act('approver', 'confirm', 'khan-cap', { id })).rejects.toThrow(
    'tự xác nhận',
  );
  const limited: User = { ...people.otherApprover, axes: ['truc-2'] };
  await expect(office.act(limited, 'confirm', 'khan-cap', { id })).rejects.toThrow('trục');
  const site = office.services().builder.releases[0];
  await office.act('otherApprover', 'confirm', 'khan-cap', { id });
  expect(await workflow.emergencies()).toEqual([]);
  expect(await office.git('log', '-1', '--format=%B', 'main')).toContain(`Confirms: ${id}`);
  // Nothing of the content changed, so nothing is built.
  await office.services().publisher.refresh();
  expect(office.services().builder.releases[0]).toBe(site);
  await expect(office.act('admin', 'confirm', 'khan-cap', { id })).rejects.toThrow('Không có');
});

test('an approver of one axis decides on changes of that axis, before and after', async () => {
  const limited: User = { ...people.otherApprover, axes: ['truc-2'] };
  await publish('doi-truc');
  await office.save('editor', 'doi-truc', { axis: 'truc-2' });
  await office.act('editor', 'submit', 'doi-truc');
  await expect(office.act(limited, 'approve', 'doi-truc')).rejects.toThrow('trục');
  await office.save('editor', 'truc-hai', { axis: 'truc-2' });
  await office.act('editor', 'submit', 'truc-hai');
  await office.act(limited, 'approve', 'truc-hai');
  await office.act(limited, 'publish', 'truc-hai');
  expect(await office.live('truc-hai')).toContain('truc-2');
});

test('what is due for review, by axis, the most overdue first', async () => {
  await office.push(
    'content/articles/ra-soat.mdx',
    file({ ...article, reviewDate: '2026-12-10', axis: 'truc-3' }),
  );
  await office.push(
    'content/articles/qua-han.mdx',
    file({ ...article, title: 'Bài đã quá hạn', reviewDate: '2026-11-30', axis: 'truc-3' }),
  );
  const entries = await office.services().workflow.live();
  const due = reviewsDue(entries, '2026-12-01', 14);
  expect([...due.keys()]).toEqual(['truc-3']);
  expect(due.get('truc-3')!.map(({ entry, daysLeft }) => [entry.slug, daysLeft])).toEqual([
    ['qua-han', -1],
    ['ra-soat', 9],
  ]);
  expect(reviewsDue(entries, '2026-11-01', 14).size).toBe(0);

  // A file that changed since is read again.
  await office.push(
    'content/articles/qua-han.mdx',
    file({ ...article, title: 'Bài đã đọc lại', reviewDate: '2027-11-30', axis: 'truc-3' }),
  );
  const after = await office.services().workflow.live();
  expect(reviewsDue(after, '2026-12-01', 14).get('truc-3')).toHaveLength(1);
  expect(after.map(({ title }) => title)).toContain('Bài đã đọc lại');
  expect(after.map(({ title }) => title)).not.toContain('Bài đã quá hạn');
  expect(after).toHaveLength(entries.length);
});
