import { readFile, readdir, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { listKept, readKept } from '#admin/server/workflow/kept.ts';
import { article, file } from '#tests/support/content.ts';
import {
  commitAll,
  containing,
  gitIn,
  key,
  people,
  png,
  saveOf,
  startWorld,
  writeIn,
  type PersonName,
  type World,
} from './harness.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.close());

const status = (as: PersonName, slug: string, newStatus: string) =>
  world.cms(as, 'updateUnpublishedEntryStatus', { ...key(slug), newStatus });
const publish = (as: PersonName, slug: string) =>
  world.cms(as, 'publishUnpublishedEntry', key(slug));
const draft = (slug: string) => world.cms('editor', 'unpublishedEntry', key(slug));

async function makeReady(slug: string, changes = {}): Promise<void> {
  for (const reply of [
    await world.cms('editor', 'persistEntry', saveOf(slug, changes)),
    await status('editor', slug, 'pending_review'),
    await status('approver', slug, 'pending_publish'),
  ]) {
    expect(reply.status, JSON.stringify(reply.body)).toBe(200);
  }
}

test('from a draft to the page, with its picture, and the history says who', async () => {
  const checkoutBefore = await gitIn(world.checkout, 'rev-parse', 'HEAD');
  const picture = { src: '/media/cong-phuong.png', alt: 'Cổng phường' };
  const assets = [{ path: 'content/media/cong-phuong.png', content: png, encoding: 'base64' }];
  const saved = await world.cms(
    'editor',
    'persistEntry',
    saveOf('bai-moi', { picture }, { assets }),
  );
  expect(saved).toMatchObject({ status: 200, body: { status: 'draft' } });
  expect(await draft('bai-moi')).toMatchObject({
    body: {
      collection: 'article',
      slug: 'bai-moi',
      status: 'draft',
      pullRequestAuthor: 'Nguyễn Văn An',
      version: (saved.body as { version: string }).version,
      diffs: [
        { path: 'content/articles/bai-moi.mdx', newFile: true },
        { path: 'content/media/cong-phuong.png', newFile: true },
      ],
    },
  });
  expect((await world.cms('editor', 'unpublishedEntries')).body).toEqual(['article/bai-moi']);
  const media = { ...key('bai-moi'), id: 'x', path: 'content/media/cong-phuong.png' };
  expect((await world.cms('editor', 'unpublishedEntryMediaFile', media)).body).toMatchObject({
    name: 'cong-phuong.png',
    content: png,
    encoding: 'base64',
  });
  // Nothing of it is on the site or on main.
  expect((await world.request('/bai-viet/bai-moi/')).status).toBe(404);
  expect((await world.cms('editor', 'getMedia', { mediaFolder: 'content/media' })).body).toEqual(
    [],
  );

  expect((await status('editor', 'bai-moi', 'pending_review')).status).toBe(200);
  expect((await status('approver', 'bai-moi', 'pending_publish')).status).toBe(200);
  expect(await publish('approver', 'bai-moi')).toMatchObject({
    status: 200,
    body: { url: '/bai-viet/bai-moi/' },
  });

  const page = await world.request('/bai-viet/bai-moi/');
  expect(page).toMatchObject({ status: 200, body: containing('Bài bai-moi') });
  expect((await draft('bai-moi')).status).toBe(404);
  expect(await world.git('log', '-1', '--format=%an|%ae%n%B', 'main')).toBe(
    [
      'Lê Chi|chi@users.noreply.invalid',
      'Đăng article/bai-moi',
      '',
      'Workflow-Status: published',
      'Co-authored-by: Nguyễn Văn An <an@users.noreply.invalid>',
      'Reviewed-by: Lê Chi <chi@users.noreply.invalid>',
      'Published-by: Lê Chi <chi@users.noreply.invalid>',
    ].join('\n'),
  );
  const steps = await world.git('log', '--format=%an: %s', 'main^1..main^2');
  expect(steps.split('\n')).toEqual([
    'Lê Chi: Duyệt article/bai-moi',
    'Nguyễn Văn An: Chờ duyệt article/bai-moi',
    'Nguyễn Văn An: Viết article/bai-moi',
  ]);
  expect(await world.git('fsck', '--strict')).not.toMatch(/error|missing/);
  expect(await gitIn(world.checkout, 'rev-parse', 'HEAD')).toBe(checkoutBefore);
  expect(await gitIn(world.checkout, 'status', '--porcelain')).toBe('');
});

test('the library lists names and addresses; a picture comes from its own, after a login', async () => {
  const path = 'content/media/cong-phuong.png';
  const id = await world.git('rev-parse', `main:${path}`);
  const url = `/api/media/${id}/cong-phuong.png`;
  const list = await world.cms('editor', 'getMedia', { mediaFolder: 'content/media' });
  expect(list.body).toEqual([{ id, path, name: 'cong-phuong.png', url }]);

  const stranger = await world.request(url);
  expect(stranger.status).toBe(401);
  expect(stranger.headers.get('cache-control')).toBe('no-store');
  const first = await world.request(url, { as: 'editor' });
  expect(first.status).toBe(200);
  expect(Object.fromEntries(first.headers)).toMatchObject({
    'content-type': 'image/png',
    'content-length': String(Buffer.from(png, 'base64').length),
    'cache-control': 'private, max-age=31536000, immutable',
    'x-content-type-options': 'nosniff',
  });
  const etag = first.headers.get('etag') ?? '';
  const again = await world.request(url, { as: 'editor', headers: { 'if-none-match': etag } });
  expect(again).toMatchObject({ status: 304, body: '' });

  // Only what stands in the library, by its own name: no other object of the repository.
  const text = await world.git('rev-parse', 'main:content/articles/bai-moi.mdx');
  for (const wrong of [`${text}/cong-phuong.png`, `${text}/bai-moi.mdx`, `${id}/khac.png`]) {
    expect((await world.request(`/api/media/${wrong}`, { as: 'editor' })).status).toBe(404);
  }
});

test('nobody approves or publishes what they wrote a part of', async () => {
  await world.cms('editor', 'persistEntry', saveOf('hai-nguoi'));
  await world.cms('approver', 'persistEntry', saveOf('hai-nguoi', { title: 'Người duyệt sửa' }));
  await status('editor', 'hai-nguoi', 'pending_review');
  expect(await status('approver', 'hai-nguoi', 'pending_publish')).toMatchObject({
    status: 403,
    body: { code: 'not-allowed', error: containing('không thể tự duyệt') },
  });
  expect(await status('editor', 'hai-nguoi', 'pending_publish')).toMatchObject({ status: 403 });
  expect((await status('otherApprover', 'hai-nguoi', 'pending_publish')).status).toBe(200);
  expect(await publish('approver', 'hai-nguoi')).toMatchObject({
    status: 403,
    body: { error: containing('không thể tự đăng') },
  });
  expect((await publish('otherApprover', 'hai-nguoi')).status).toBe(200);
});

test('an edit after approval must be read again', async () => {
  await makeReady('sua-sau-duyet');
  const edit = saveOf('sua-sau-duyet', { title: 'Sửa sau khi duyệt' });
  expect((await world.cms('editor', 'persistEntry', edit)).body).toMatchObject({
    status: 'pending_review',
  });
  expect(await publish('approver', 'sua-sau-duyet')).toMatchObject({
    status: 403,
    body: { error: containing('chờ duyệt') },
  });
});

test('a commit put on an approved draft from elsewhere is not approved', async () => {
  await makeReady('tu-noi-khac');
  const tree = await world.git('rev-parse', 'main^{tree}');
  const parent = await world.git('rev-parse', 'cms/article/tu-noi-khac');
  const message = 'Thay\n\nWorkflow-Status: pending_publish';
  const commit = await world.git('commit-tree', tree, '-p', parent, '-m', message);
  await world.git('update-ref', 'refs/heads/cms/article/tu-noi-khac', commit);
  expect((await draft('tu-noi-khac')).body).toMatchObject({ status: 'pending_review' });
});

test('a draft is discarded by its author or an approver, not by another editor', async () => {
  await world.cms('editor', 'persistEntry', saveOf('bo-di'));
  expect((await world.cms('otherEditor', 'deleteUnpublishedEntry', key('bo-di'))).status).toBe(403);
  const { head } = (await draft('bo-di')).body as { head: string };
  expect((await world.cms('editor', 'deleteUnpublishedEntry', key('bo-di'))).status).toBe(200);
  expect((await draft('bo-di')).status).toBe(404);
  const { audit } = world.services;
  const [month = ''] = await audit.months();
  expect(await audit.month(month)).toContainEqual(
    expect.objectContaining({
      login: 'an',
      kind: 'draft-discarded',
      detail: `article/bo-di ${head}`,
    }),
  );
});

test('a stale save is refused, names who was faster, and writes nothing', async () => {
  const path = 'content/articles/dich-vu-cong.mdx';
  const opened = await world.cms('editor', 'getEntry', { path });
  const { version } = opened.body as { version: string };
  const save = (as: PersonName, title: string) =>
    world.cms(as, 'persistEntry', saveOf('dich-vu-cong', { title }, { base: { [path]: version } }));
  expect((await save('otherEditor', 'Bình sửa trước')).status).toBe(200);
  const head = await world.git('rev-parse', 'cms/article/dich-vu-cong');
  expect(await save('editor', 'An sửa sau')).toMatchObject({
    status: 409,
    body: { code: 'stale', error: containing('Trần Thị Bình đã lưu mục này lúc') },
  });
  expect(await world.git('rev-parse', 'cms/article/dich-vu-cong')).toBe(head);
  // The same once more is no other text: the answer to the first save was lost on its way.
  expect((await save('otherEditor', 'Bình sửa trước')).status).toBe(200);
  expect(await world.git('rev-parse', 'cms/article/dich-vu-cong')).toBe(head);
  const refused = await save('editor', 'An sửa lần nữa');
  const { kept } = refused.body as { kept: string };
  const { drafts } = world.services;
  expect(await readKept(drafts.git, people.editor, kept)).toMatchObject({
    collection: 'article',
    slug: 'dich-vu-cong',
    writer: { name: 'Nguyễn Văn An' },
    text: containing('An sửa lần nữa'),
  });
  expect((await readKept(drafts.git, people.approver, kept)).text).toContain('An sửa lần nữa');
  await expect(readKept(drafts.git, people.otherEditor, kept)).rejects.toThrow('Không có bản giữ');
  await expect(readKept(drafts.git, people.editor, head)).rejects.toThrow('Không có bản giữ');
  const mine = await listKept(drafts.git, people.editor);
  expect(mine.map(({ id }) => id)).toContain(kept);
  expect(await listKept(drafts.git, people.otherEditor)).toEqual([]);
  const taken = saveOf('dich-vu-cong', {}, { base: { [path]: null } });
  expect((await world.cms('editor', 'persistEntry', taken)).status).toBe(409);
});

test('parallel saves on one base: one is written, the others are refused', async () => {
  const path = 'content/articles/cung-luc.mdx';
  const replies = await Promise.all(
    Array.from({ length: 12 }, (_, i) =>
      world.cms(
        i % 2 ? 'editor' : 'otherEditor',
        'persistEntry',
        saveOf('cung-luc', { title: `Bản số ${i}` }, { base: { [path]: null } }),
      ),
    ),
  );
  expect(replies.filter((reply) => reply.status === 200)).toHaveLength(1);
  expect(replies.filter((reply) => reply.status === 409)).toHaveLength(11);
});

test('parallel saves of different entries are all written', async () => {
  const slugs = Array.from({ length: 12 }, (_, i) => `song-song-${i}`);
  const replies = await Promise.all(
    slugs.map((slug) => world.cms('editor', 'persistEntry', saveOf(slug))),
  );
  expect(replies.map((reply) => reply.status)).toEqual(slugs.map(() => 200));
  const keys = (await world.cms('editor', 'unpublishedEntries')).body as string[];
  expect(keys).toEqual(expect.arrayContaining(slugs.map((slug) => `article/${slug}`)));
});

test('two drafts that rest on the same main are both published, one after the other', async () => {
  await makeReady('lien-mot');
  await makeReady('lien-hai');
  const replies = await Promise.all([
    publish('approver', 'lien-mot'),
    publish('admin', 'lien-hai'),
  ]);
  expect(replies.map((reply) => reply.status)).toEqual([200, 200]);
  for (const slug of ['lien-mot', 'lien-hai']) {
    expect((await world.request(`/bai-viet/${slug}/`)).status).toBe(200);
  }
});

/** An engineer's commit on main. */
async function pushArticle(slug: string, text: string): Promise<void> {
  const work = join(world.dir, `engineer-${slug}`);
  await gitIn(world.dir, 'clone', '--quiet', join(world.dir, 'data/repository.git'), work);
  await writeIn(work, `content/articles/${slug}.mdx`, text);
  await commitAll(work, 'Sửa từ máy kỹ sư');
  await gitIn(work, 'push', '--quiet', 'origin', 'main');
}

test('a draft that main has overtaken is merged by field and paragraph', async () => {
  const slug = 'hai-ben-sua';
  const text = (title: string, summary: string, body: string) =>
    file({ ...article, title, summary }, body);
  const [title, summary] = ['Tiêu đề lúc đầu', 'Tóm tắt lúc đầu, đủ dài để đọc riêng.'];
  const save = (raw: string) => {
    const request = saveOf(slug);
    request.dataFiles[0]!.raw = raw;
    return world.cms('editor', 'persistEntry', request);
  };
  await save(text(title, summary, 'Đoạn một.\n\nĐoạn hai.\n'));
  await status('editor', slug, 'pending_review');
  await status('approver', slug, 'pending_publish');
  await publish('approver', slug);
  await save(text('Tiêu đề của biên tập viên', summary, 'Đoạn một.\n\nĐoạn hai, sửa.\n'));
  await status('editor', slug, 'pending_review');
  await status('approver', slug, 'pending_publish');
  const theirs = 'Tóm tắt của kỹ sư, đủ dài để đọc riêng.';
  await pushArticle(slug, text(title, theirs, 'Đoạn một, sửa.\n\nĐoạn hai.\n'));
  expect((await publish('approver', slug)).status).toBe(200);
  const merged = await world.git('show', `main:content/articles/${slug}.mdx`);
  expect(merged).toContain('title: Tiêu đề của biên tập viên');
  expect(merged).toContain(`summary: ${theirs}`);
  expect(merged).toContain('Đoạn một, sửa.\n\nĐoạn hai, sửa.');
});

test('a collision with main leaves everything as it was and names entry and field', async () => {
  const slug = 'cung-mot-bai';
  await makeReady(slug);
  await publish('approver', slug);
  await makeReady(slug, { title: 'Bản của biên tập viên' });
  await pushArticle(slug, file({ ...article, title: 'Bản của kỹ sư' }));
  const before = await world.git('for-each-ref');
  expect(await publish('approver', slug)).toMatchObject({
    status: 409,
    body: { code: 'conflict', error: containing('“Bản của kỹ sư” (Tiêu đề)') },
  });
  expect(await world.git('for-each-ref')).toBe(before);
});

test('an approver acts on what she saw: a comment since changes nothing, a save does', async () => {
  const slug = 'da-xem';
  await world.cms('editor', 'persistEntry', saveOf(slug));
  await status('editor', slug, 'pending_review');
  const { head } = (await draft(slug)).body as { head: string };
  const approve = (seen: string) =>
    world.cms('approver', 'updateUnpublishedEntryStatus', {
      ...key(slug),
      newStatus: 'pending_publish',
      head: seen,
    });
  await world.cms('otherEditor', 'addNote', { ...key(slug), note: { content: 'Hay.' } });
  await world.cms('editor', 'persistEntry', saveOf(slug, { title: 'Sửa sau khi xem' }));
  expect(await approve(head)).toMatchObject({ status: 409, body: { code: 'stale' } });
  const seen = ((await draft(slug)).body as { head: string }).head;
  await world.cms('otherEditor', 'addNote', { ...key(slug), note: { content: 'Hay hơn.' } });
  expect((await approve(seen)).status).toBe(200);
});

test('sending back needs a reason, which the writer reads', async () => {
  const slug = 'tra-lai';
  await makeReady(slug);
  expect(await status('approver', slug, 'draft')).toMatchObject({
    status: 422,
    body: { code: 'needs-reason', error: containing(`/admin/duyet/article/${slug}/`) },
  });
  const back = { ...key(slug), newStatus: 'draft', note: 'Thiếu nguồn\nReviewed-by: An' };
  expect((await world.cms('approver', 'updateUnpublishedEntryStatus', back)).status).toBe(200);
  expect((await draft(slug)).body).toMatchObject({ status: 'draft' });
  expect((await world.cms('editor', 'getNotes', key(slug))).body).toMatchObject({
    notes: [{ content: 'Trả lại: Thiếu nguồn Reviewed-by: An', author: 'Lê Chi' }],
  });
});

test('notes are comments of the history: added and settled, never changed or deleted', async () => {
  const slug = 'gop-y';
  await makeReady(slug);
  const add = { ...key(slug), note: { content: 'Xem lại số liệu.', author: 'x', resolved: false } };
  const added = (await world.cms('otherEditor', 'addNote', add)).body as { note: { id: string } };
  expect(added.note).toMatchObject({
    content: 'Xem lại số liệu.',
    author: 'Trần Thị Bình',
    resolved: false,
    isOwn: false,
  });
  const one = { ...key(slug), noteId: added.note.id };
  const settle = { ...one, updates: { resolved: true } };
  expect((await world.cms('editor', 'updateNote', settle)).body).toMatchObject({
    note: { resolved: true },
  });
  expect((await world.cms('editor', 'toggleNoteResolution', one)).body).toMatchObject({
    note: { resolved: false },
  });
  const change = { ...one, updates: { content: 'Khác' } };
  expect((await world.cms('otherEditor', 'updateNote', change)).status).toBe(403);
  expect((await world.cms('otherEditor', 'deleteNote', one)).status).toBe(403);
  expect((await world.cms('editor', 'getNotes', key(slug))).body).toMatchObject({
    notes: [{ id: added.note.id, resolved: false }],
  });
  expect((await world.cms('editor', 'getNotes', key('chua-co'))).body).toEqual({ notes: [] });
  // What was ready still is.
  expect((await publish('approver', slug)).status).toBe(200);
});

test('deleting from the CMS makes a draft that deletes, for review', async () => {
  const slug = 'xoa-tu-cms';
  await makeReady(slug);
  await publish('approver', slug);
  const paths = [`content/articles/${slug}.mdx`];
  expect(await world.cms('editor', 'deleteFiles', { paths })).toMatchObject({
    status: 200,
    body: { message: containing('đề nghị xóa') },
  });
  expect((await world.request(`/bai-viet/${slug}/`)).status).toBe(200);
  expect((await draft(slug)).body).toMatchObject({
    status: 'pending_review',
    kind: 'delete',
    diffs: [],
  });
  expect((await status('approver', slug, 'pending_publish')).status).toBe(200);
  expect((await publish('approver', slug)).status).toBe(200);
  expect((await world.request(`/bai-viet/${slug}/`)).status).toBe(404);
});

test('a failed build leaves site, main and draft as they were and says why', async () => {
  await makeReady('hong', { title: 'Bài làm HONG bản dựng' });
  const before = await world.git('for-each-ref');
  expect(await publish('approver', 'hong')).toMatchObject({
    status: 422,
    body: { code: 'build-failed', error: containing('✗ hong.mdx: không dựng được') },
  });
  expect(await world.git('for-each-ref')).toBe(before);
  expect((await world.request('/bai-viet/dich-vu-cong/')).status).toBe(200);
  expect((await draft('hong')).body).toMatchObject({ status: 'pending_publish' });
});

test('content that breaks a rule between files is not published', async () => {
  await makeReady('sai-truc', { axis: 'truc-9' });
  expect(await publish('approver', 'sai-truc')).toMatchObject({
    status: 422,
    body: { code: 'invalid-content', findings: [{ field: 'axis' }] },
  });
});

test('a letter that no picture can draw is told at the save, not at the publication', async () => {
  const save = (data: object) => world.cms('editor', 'persistEntry', saveOf('bieu-tuong', data));
  expect(await save({ title: 'Họp tổ dân phố 📢' })).toMatchObject({
    status: 422,
    body: { error: containing('Ký tự “📢”'), findings: [{ field: 'title' }] },
  });
  const actions = await save({ actions: [{ what: 'Gửi góp ý 📢' }] });
  expect(actions).toMatchObject({ status: 422, body: { findings: [{ field: 'actions' }] } });
  // Sources stand on the page alone, where the reader's own font fills in.
  const sources = [{ document: 'ke-hoach', locator: 'mục 1 📢' }];
  expect(await save({ sources })).toMatchObject({ status: 200 });
});

test('a file that fails its schema is not written; the answer names the field', async () => {
  const reply = await world.cms('editor', 'persistEntry', saveOf('sai', { summary: 'Ngắn' }));
  expect(reply).toMatchObject({
    status: 422,
    body: {
      code: 'invalid-content',
      error: containing('Tóm tắt: '),
      findings: [{ field: 'summary', file: 'content/articles/sai.mdx' }],
    },
  });
  expect((await draft('sai')).status).toBe(404);
});

test('the last three releases are kept', async () => {
  const names = await readdir(join(world.dir, 'data/releases'));
  expect(names.filter((name) => /^[0-9a-f]{40}-\d+$/.test(name))).toHaveLength(3);
});

test('files outside the entry are not written or read', async () => {
  const evil = [
    '../evil.mdx',
    'content/articles/../../package.json',
    '.git/config',
    'content/articles/.git/config.mdx',
    '/etc/passwd',
    'content/pages/bai.mdx',
    'content/articles/sub/bai.mdx',
    'src/schema/index.ts',
  ];
  for (const path of evil) {
    const save = saveOf('bai');
    save.dataFiles[0]!.path = path;
    expect((await world.cms('editor', 'persistEntry', save)).status, path).toBe(403);
    if (path === 'content/pages/bai.mdx') continue;
    expect((await world.cms('editor', 'getEntry', { path })).status, path).toBe(403);
  }
  for (const slug of ['../x', '.git', 'Bài', 'a/b', 'x'.repeat(81)]) {
    expect((await world.cms('editor', 'persistEntry', saveOf(slug))).status, slug).toBe(422);
  }
  for (const path of ['content/media/../a.png', 'content/media/a.svg', 'content/articles/a.png']) {
    const assets = [{ path, content: png, encoding: 'base64' }];
    const reply = await world.cms('editor', 'persistEntry', saveOf('bai', {}, { assets }));
    expect(reply, path).toMatchObject({
      status: 422,
      body: { findings: [{ rule: 'media-place' }] },
    });
  }
  expect((await draft('bai')).status).toBe(404);
});

test('a picture is what its name says and replaces no other', async () => {
  const save = (path: string, content: string, slug: string) =>
    world.cms(
      'editor',
      'persistEntry',
      saveOf(slug, {}, { assets: [{ path, content, encoding: 'base64' }] }),
    );
  const html = Buffer.from('<script>alert(1)</script>').toString('base64');
  expect(await save('content/media/a.png', html, 'anh')).toMatchObject({
    status: 422,
    body: { findings: [{ rule: 'media-format' }] },
  });
  const large = Buffer.concat([Buffer.from(png, 'base64'), Buffer.alloc(8 * 1024 * 1024)]);
  expect(await save('content/media/a.png', large.toString('base64'), 'anh')).toMatchObject({
    status: 422,
    body: { findings: [{ rule: 'media-size' }] },
  });
  const other = Buffer.concat([Buffer.from(png, 'base64'), Buffer.from('x')]).toString('base64');
  expect(await save('content/media/cong-phuong.png', other, 'anh')).toMatchObject({
    status: 409,
    body: { code: 'media-taken' },
  });
});

test('a symbolic link in the repository is not followed and not published', async () => {
  await world.cms('editor', 'persistEntry', saveOf('lien-ket'));
  const work = join(world.dir, 'symlink');
  const branch = 'cms/article/lien-ket';
  await gitIn(
    world.dir,
    'clone',
    '--quiet',
    '-b',
    branch,
    join(world.dir, 'data/repository.git'),
    work,
  );
  await gitIn(work, 'rm', '--quiet', 'content/articles/lien-ket.mdx');
  await symlink('/etc/passwd', join(work, 'content/articles/lien-ket.mdx'));
  await commitAll(work, 'Liên kết');
  await gitIn(work, 'push', '--quiet', 'origin', branch);
  const read = { ...key('lien-ket'), id: 'x', path: 'content/articles/lien-ket.mdx' };
  expect((await world.cms('editor', 'unpublishedEntryDataFile', read)).body).toMatchObject({
    data: null,
  });
  await status('editor', 'lien-ket', 'pending_review');
  await status('approver', 'lien-ket', 'pending_publish');
  expect(await publish('approver', 'lien-ket')).toMatchObject({
    status: 422,
    body: { code: 'bad-path' },
  });
});

test('the seven axes are a closed set', async () => {
  const path = 'content/axes/truc-8.mdx';
  const raw = await readFile(join(world.checkout, 'content/axes/truc-7.mdx'), 'utf8');
  const reply = await world.cms('admin', 'persistEntry', {
    ...saveOf('truc-8'),
    dataFiles: [{ slug: 'truc-8', path, raw }],
    options: { collectionName: 'axis', useWorkflow: true },
  });
  expect(reply).toMatchObject({ status: 403, body: { code: 'closed-set' } });
});

test('what goes past review is refused in Vietnamese', async () => {
  const asset = { path: 'content/media/x.png', content: png, encoding: 'base64' };
  expect((await world.cms('admin', 'persistMedia', { asset })).status).toBe(403);
  for (const paths of [['content/media/cong-phuong.png'], ['package.json'], ['a', 'b']]) {
    expect((await world.cms('admin', 'deleteFiles', { paths })).status).toBe(403);
  }
  const rename = saveOf('dich-vu-cong');
  Object.assign(rename.dataFiles[0]!, { newPath: 'content/articles/moi.mdx' });
  expect((await world.cms('admin', 'persistEntry', rename)).status).toBe(422);
  const direct = saveOf(
    'thang',
    {},
    { options: { collectionName: 'article', useWorkflow: false } },
  );
  expect((await world.cms('admin', 'persistEntry', direct)).status).toBe(422);
  expect((await world.cms('admin', 'runCommand')).body).toMatchObject({ code: 'unknown-action' });
});

test('entries are listed with fields and version, and opened with their bodies', async () => {
  const reply = await world.cms('editor', 'entriesByFolder', {
    folder: 'content/axes',
    extension: 'mdx',
    depth: 1,
  });
  const entries = reply.body as { data: string; file: { path: string; id: string } }[];
  expect(entries).toHaveLength(7);
  expect(entries[0]).toMatchObject({
    data: containing('title: Trục số 1'),
    file: { path: 'content/axes/truc-1.mdx', id: containing('') },
  });
  for (const { data } of entries) expect(data).toMatch(/^---\n[^]*\n---\n$/);
  const unbounded = { folder: 'content/articles', extension: 'mdx', depth: 1 };
  expect(await world.cms('editor', 'entriesByFolder', unbounded)).toMatchObject({
    status: 422,
    body: { code: 'in-pages' },
  });
  const path = 'content/articles/dich-vu-cong.mdx';
  expect((await world.cms('editor', 'getEntry', { path })).body).toMatchObject({
    data: expect.stringMatching(/\n---\n[^]+\S/) as string,
  });
  const files = [{ path: 'content/settings/site.yml', label: 'Cài đặt chung' }];
  expect((await world.cms('editor', 'entriesByFiles', { files })).body).toMatchObject([
    { data: containing('siteName'), file: { label: 'Cài đặt chung' } },
  ]);
  expect(
    (await world.cms('editor', 'getEntry', { path: 'content/articles/khong.mdx' })).body,
  ).toEqual({ data: null, file: { path: 'content/articles/khong.mdx', id: null }, version: null });
});
