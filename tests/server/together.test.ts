/** What writers and approvers do with one text together: comments on places, versions, merging, dates. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { article, file } from '#tests/support/content.ts';
import { Browser, browserOf } from './forms.ts';
import {
  gitIn,
  commitAll,
  key,
  saveOf,
  startWorld,
  writeIn,
  type PersonName,
  type World,
} from './harness.ts';

let world: World;
let browsers: Record<'editor' | 'approver', Browser>;
beforeAll(async () => {
  world = await startWorld();
  browsers = {
    editor: await browserOf(world, 'editor'),
    approver: await browserOf(world, 'approver'),
  };
});
afterAll(() => world.close());

const page = (slug: string) => `/admin/duyet/article/${slug}/`;
const versionsPage = (slug: string) => `/admin/lich-su/article/${slug}/`;
const headOf = (slug: string) => world.git('rev-parse', `refs/heads/cms/article/${slug}`);
const textOf = async (slug: string) =>
  world.git('show', `${await headOf(slug)}:content/articles/${slug}.mdx`);

/** Saves an article as the editor and sends it to review. */
async function write(slug: string, changes: object = {}, body?: string) {
  const raw = file({ ...article, title: `Bài ${slug}`, ...changes }, body);
  const dataFiles = [{ slug, path: `content/articles/${slug}.mdx`, raw }];
  const saved = await world.cms('editor', 'persistEntry', saveOf(slug, {}, { dataFiles }));
  expect(saved.status).toBe(200);
  const newStatus = 'pending_review';
  await world.cms('editor', 'updateUnpublishedEntryStatus', { ...key(slug), newStatus });
}

async function act(
  as: 'editor' | 'approver',
  slug: string,
  action: string,
  more: Record<string, string> = {},
) {
  return browsers[as].post(page(slug), { action, head: await headOf(slug), ...more });
}

/** What somebody reads on a change's page. */
const read = async (as: 'editor' | 'approver', slug: string) =>
  (await browsers[as].get(page(slug))).text;

async function publish(slug: string) {
  await act('approver', slug, 'approve');
  await act('approver', slug, 'publish');
  expect((await world.git('show', `main:content/articles/${slug}.mdx`)).length).toBeGreaterThan(0);
}

/** An engineer's commit on the site. */
async function push(slug: string, text: string) {
  const work = `${world.dir}/engineer-${slug}`;
  await gitIn(world.dir, 'clone', '--quiet', `${world.dir}/data/repository.git`, work);
  await writeIn(work, `content/articles/${slug}.mdx`, text);
  await commitAll(work, 'Sửa từ máy kỹ sư');
  await gitIn(work, 'push', '--quiet', 'origin', 'HEAD:main');
}

describe('a comment on one place', () => {
  const body = '\nXem **năm bước** trên cổng.\n\nĐoạn hai giữ nguyên.\n';
  const quote = 'Xem năm bước trên cổng.';

  test('stands at its place, and its words are taken over with one click', async () => {
    await write('nhan-sua', {}, body);
    const suggestion = 'Xem năm bước trên Cổng Dịch vụ công.';
    await act('approver', 'nhan-sua', 'comment', { field: 'body.0', quote, suggestion });
    const theirs = await read('approver', 'nhan-sua');
    expect(theirs).toContain('Nên viết khác.');
    expect(theirs).not.toContain('Nhận sửa này');
    const mine = await read('editor', 'nhan-sua');
    expect(mine).toContain('Nhận sửa này');
    const id = /name="id" value="([0-9a-f]{40})"/.exec(mine)![1]!;
    await act('editor', 'nhan-sua', 'takeOver', { id });
    expect(await textOf('nhan-sua')).toContain(
      '\nXem **năm bước** trên Cổng Dịch vụ công.\n\nĐoạn hai giữ nguyên.',
    );
    const after = await read('editor', 'nhan-sua');
    expect(after).toContain('đã xử lý');
    expect(after).not.toContain('Nhận sửa này');
    // What an approver had not read goes to review once more.
    const draft = await world.cms('editor', 'unpublishedEntry', key('nhan-sua'));
    expect(draft.body).toMatchObject({ status: 'pending_review' });
  });

  test('whose words have changed since is kept, and cannot be taken over blindly', async () => {
    await write('da-khac', {}, body);
    await act('approver', 'da-khac', 'comment', {
      field: 'body.0',
      quote,
      suggestion: 'Câu khác.',
    });
    await write('da-khac', {}, '\nMột câu hoàn toàn mới.\n');
    const text = await read('editor', 'da-khac');
    expect(text).toContain('Góp ý về chỗ nay đã khác');
    const id = /name="id" value="([0-9a-f]{40})"/.exec(text)![1]!;
    const answer = await act('editor', 'da-khac', 'takeOver', { id });
    expect(answer.status).toBe(409);
    expect(answer.text).toContain('không còn như lúc góp ý');
  });

  test('that says nothing is refused; one without other words is settled and opened again', async () => {
    await write('chi-gop-y', {}, body);
    const empty = { field: 'body.0', quote, suggestion: quote };
    expect((await act('approver', 'chi-gop-y', 'comment', empty)).status).toBe(422);
    await act('approver', 'chi-gop-y', 'comment', { ...empty, note: 'Cổng nào?' });
    const id = /name="id" value="([0-9a-f]{40})"/.exec(await read('editor', 'chi-gop-y'))![1]!;
    await act('editor', 'chi-gop-y', 'settle', { id });
    expect(await read('approver', 'chi-gop-y')).toContain('Mở lại');
    const notes = await world.cms('editor', 'getNotes', key('chi-gop-y'));
    expect(notes.body).toMatchObject({
      notes: [{ content: `Chỗ “${quote}”: Cổng nào?`, resolved: true }],
    });
  });
});

test('the page that opens first says what waits for each person', async () => {
  await write('cho-ai');
  const approvers = (await browsers.approver.get('/admin/cua-toi/')).text;
  expect(approvers).toMatch(/<strong>\d+<\/strong> mục chờ bạn duyệt/);
  expect(approvers).toContain('Bài cho-ai');
  await act('approver', 'cho-ai', 'sendBack', { note: 'Nêu rõ nguồn.' });
  const writers = (await browsers.editor.get('/admin/cua-toi/')).text;
  expect(writers).toMatch(/<strong>1<\/strong> mục bị trả lại/);
  expect(writers).toContain('Nêu rõ nguồn.');
  expect(writers).toContain('/admin/#/collections/article/new');
});

test('what an approver found of the five eases is in the history', async () => {
  await write('nam-de');
  const fields: [string, string][] = [
    ['action', 'approve'],
    ['head', await headOf('nam-de')],
    ['ease', 'de-hieu'],
    ['ease', 'ngan-gon'],
    ['ease', 'khong-co'],
  ];
  await browsers.approver.post(page('nam-de'), fields);
  expect(await read('editor', 'nam-de')).toContain('Đã soát: ngắn gọn, dễ hiểu.');
});

describe('a moment of publication', () => {
  const noon = `${new Date().toISOString().slice(0, 10)}T12:00Z`;
  const at = (days: number) => new Date(Date.parse(noon) + days * 864e5).toISOString().slice(0, 16);
  const stateOf = async (slug: string) => world.services.drafts.get('article', slug);

  test('is moved, and taken back without losing the approval', async () => {
    await write('doi-gio');
    await act('approver', 'doi-gio', 'schedule', { at: at(2) });
    const first = (await stateOf('doi-gio')).publishAt!;
    expect(await read('approver', 'doi-gio')).toContain('Đổi giờ đăng');
    await act('approver', 'doi-gio', 'schedule', { at: at(5) });
    const second = (await stateOf('doi-gio')).publishAt!;
    expect(second.getTime() - first.getTime()).toBe(3 * 864e5);
    await act('approver', 'doi-gio', 'unschedule');
    const draft = await stateOf('doi-gio');
    expect(draft.publishAt).toBeUndefined();
    expect(draft).toMatchObject({ status: 'pending_publish', reviewer: { name: 'Lê Chi' } });
    expect(await world.services.scheduler.nextMoment()).not.toEqual(second);
    const again = await act('approver', 'doi-gio', 'unschedule');
    expect(again.status).toBe(422);
    await act('approver', 'doi-gio', 'publish');
    expect(await world.git('log', '-1', '--format=%B', 'main')).toContain('Reviewed-by: Lê Chi');
  });
});

describe('the versions of an entry', () => {
  test('are compared two by two, and an earlier one becomes a draft', async () => {
    await write('nhieu-ban', { title: 'Tiêu đề thứ nhất' });
    await publish('nhieu-ban');
    await write('nhieu-ban', { title: 'Tiêu đề thứ hai' });
    await publish('nhieu-ban');
    await write('nhieu-ban', { title: 'Tiêu đề thứ ba' });
    const list = await browsers.editor.get(versionsPage('nhieu-ban'));
    expect(/Các bản \(\d+\)/.exec(list.text)?.[0]).toBe('Các bản (3)');
    const ids = [...list.text.matchAll(/<option value="([0-9a-f]{40})"/g)].map(([, id]) => id);
    const [newest, , oldest] = ids;
    // The newest beside the one before it, until somebody chooses.
    const chosen = [...list.text.matchAll(/<option value="([0-9a-f]{40})" selected/g)];
    expect(chosen.map(([, id]) => id)).toEqual([ids[1], newest]);
    const pair = await browsers.editor.get(
      `${versionsPage('nhieu-ban')}?tu=${oldest}&den=${newest}`,
    );
    expect(pair.text).toMatch(/<del>.*nhất<\/del>/);
    expect(pair.text).toMatch(/<ins>.*ba<\/ins>/);
    const base = /name="base" value="([0-9a-f]+)"/.exec(list.text)![1]!;
    const answer = await browsers.editor.post(versionsPage('nhieu-ban'), {
      version: oldest!,
      base,
    });
    expect(answer.headers.get('location')).toBe(`${page('nhieu-ban')}?xong=save`);
    expect(await textOf('nhieu-ban')).toContain('Tiêu đề thứ nhất');
    // The page was read before: what somebody saved since is not written over.
    await write('nhieu-ban', { title: 'Tiêu đề thứ tư' });
    const late = await browsers.editor.post(versionsPage('nhieu-ban'), { version: oldest!, base });
    expect(late.status).toBe(409);
    expect(await textOf('nhieu-ban')).toContain('Tiêu đề thứ tư');
  });

  test('of an entry that was withdrawn leave it withdrawn', async () => {
    await write('go-roi');
    await publish('go-roi');
    const note = 'Quy định đã thay đổi.';
    await browsers.editor.post('/admin/da-dang/article/go-roi/', { action: 'withdraw', note });
    await publish('go-roi');
    const { text } = await browsers.editor.get(versionsPage('go-roi'));
    const version = [...text.matchAll(/name="version" value="([0-9a-f]{40})"/g)].at(-1)![1]!;
    const base = /name="base" value="([0-9a-f]+)"/.exec(text)![1]!;
    const answer = await browsers.editor.post(versionsPage('go-roi'), { version, base });
    // The first version, withdrawn as it is, is what stands there already.
    expect(answer.status).toBe(422);
  });

  test('that nobody wrote are not there', async () => {
    expect((await browsers.editor.get(versionsPage('khong-co'))).status).toBe(404);
    const odd = await browsers.editor.get(`${versionsPage('dich-vu-cong')}?tu=main&den=main`);
    expect(odd.status).toBe(404);
  });
});

describe('a draft and the site that changed the same place', () => {
  const two = (title: string, second: string) => ({ title, body: `\nĐoạn một.\n\n${second}\n` });
  async function collide(slug: string) {
    const [first, ours, theirs] = [
      two('Tiêu đề đầu', 'Đoạn hai.'),
      two('Tiêu đề của trang', 'Đoạn hai của trang.'),
      two('Tiêu đề của nháp', 'Đoạn hai của nháp.'),
    ];
    await write(slug, { title: first.title }, first.body);
    await publish(slug);
    await write(slug, { title: theirs.title }, theirs.body);
    await push(slug, file({ ...article, title: ours.title }, ours.body));
  }

  test('are brought together place by place, and read once more', async () => {
    await collide('gop-hai-ban');
    const text = await read('editor', 'gop-hai-ban');
    expect(text).toContain('Gộp hai bản');
    expect(text).toContain('Tiêu đề của trang');
    const undecided = await act('editor', 'gop-hai-ban', 'merge', { 'chon-title': 'ours' });
    expect(undecided.status).toBe(422);
    const done = await act('editor', 'gop-hai-ban', 'merge', {
      'chon-title': 'ours',
      'chon-body.0': 'words',
      'ghep-body.0': 'Đoạn hai của trang và của nháp.\r\n\r\nĐoạn ba.',
    });
    expect(done.status).toBe(303);
    const merged = await textOf('gop-hai-ban');
    expect(merged).toContain('title: Tiêu đề của trang');
    expect(merged).toContain('Đoạn một.\n\nĐoạn hai của trang và của nháp.\n\nĐoạn ba.');
    expect(await read('editor', 'gop-hai-ban')).not.toContain('Gộp hai bản');
    await publish('gop-hai-ban');
    const live = await world.git('show', 'main:content/articles/gop-hai-ban.mdx');
    expect(live).toBe(merged);
    const message = await world.git('log', '-1', '--format=%B', 'main');
    expect(message).toContain('Co-authored-by: Nguyễn Văn An');
  });

  test('whoever joins them cannot approve what came of it', async () => {
    await collide('nguoi-gop');
    const as: PersonName = 'approver';
    await act(as, 'nguoi-gop', 'merge', { 'chon-title': 'theirs', 'chon-body.0': 'theirs' });
    expect(await read(as, 'nguoi-gop')).toContain('không thể tự duyệt');
  });
});

test('advice on how a text reads is there while it is written and when it is reviewed', async () => {
  const body = '\nTrong trường hợp mất giấy, xem [bài](/bai-viet/khong-co/).\n';
  const path = 'content/settings/site.yml';
  const settings = await world.git('show', `main:${path}`);
  const official = '\neverydayWords:\n  - official: trong trường hợp\n    everyday: nếu\n';
  const work = `${world.dir}/engineer-words`;
  await gitIn(world.dir, 'clone', '--quiet', `${world.dir}/data/repository.git`, work);
  await writeIn(work, path, `${settings}${official}`);
  await commitAll(work, 'Lời thường ngày');
  await gitIn(work, 'push', '--quiet', 'origin', 'HEAD:main');
  const ask = (as: PersonName | undefined) =>
    world.request('/api/advice', {
      ...(as && { as }),
      headers: { origin: world.url },
      body: { collection: 'article', data: article, body },
    });
  const { advice } = (await ask('editor')).body as { advice: { quote: string }[] };
  expect(advice.map(({ quote }) => quote)).toEqual(['Trong trường hợp', 'bài']);
  expect((await ask(undefined)).status).toBe(401);
  await write('goi-y', {}, body);
  expect(await read('approver', 'goi-y')).toContain('Nói thường ngày: “nếu”.');
});

describe('a text that could not be saved because somebody was faster', () => {
  const at = 'content/articles/';
  /** Saves over a version that is no longer the newest; the id of the kept text. */
  async function saveLate(slug: string, first: object, theirs: object): Promise<string> {
    await write(slug, { title: `Đầu ${slug}` });
    const path = `${at}${slug}.mdx`;
    const base = await world.git('rev-parse', `${await headOf(slug)}:${path}`);
    await write(slug, { title: `Đầu ${slug}`, ...first });
    const late = saveOf(slug, { title: `Đầu ${slug}`, ...theirs }, { base: { [path]: base } });
    const answer = await world.cms('otherEditor', 'persistEntry', late);
    expect(answer.status).toBe(409);
    return (answer.body as { kept: string }).kept;
  }
  const summary = 'Một câu tóm tắt khác hẳn, đủ dài để đọc riêng vẫn hiểu.';

  test('is merged into what stands there now, and leaves the list', async () => {
    const kept = await saveLate('giu-ghep', { title: 'Tiêu đề mới' }, { summary });
    const other = await browserOf(world, 'otherEditor');
    const { text: page } = await other.get(`/admin/ban-giu/${kept}`);
    expect(page).toContain('không đổi cùng một chỗ');
    // The site does not know the entry yet.
    expect(page).not.toContain('Bản giữ hộ: giu-ghep');
    await other.post(`/admin/ban-giu/${kept}`);
    const text = await textOf('giu-ghep');
    expect(text).toContain('Tiêu đề mới');
    expect(text).toContain(summary);
    expect((await other.get(`/admin/ban-giu/${kept}`)).status).toBe(404);
  });

  test('asks place by place where both changed it', async () => {
    const kept = await saveLate('giu-chon', { title: 'Của người nhanh' }, { title: 'Của tôi' });
    const other = await browserOf(world, 'otherEditor');
    expect((await other.get(`/admin/ban-giu/${kept}`)).text).toContain('Của người nhanh');
    expect((await other.post(`/admin/ban-giu/${kept}`)).status).toBe(422);
    await other.post(`/admin/ban-giu/${kept}`, { 'chon-title': 'theirs' });
    expect(await textOf('giu-chon')).toContain('title: Của tôi');
  });
});
