import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { kitPaths } from '#src/model/share-kit.ts';
import { Browser, browserOf } from './forms.ts';
import { key, png, saveOf, startWorld, type PersonName, type World } from './harness.ts';

let world: World;
let browsers: Record<'editor' | 'otherEditor' | 'approver' | 'otherApprover' | 'admin', Browser>;
beforeAll(async () => {
  world = await startWorld();
  const names = ['editor', 'otherEditor', 'approver', 'otherApprover', 'admin'] as const;
  const opened = await Promise.all(names.map(async (name) => [name, await browserOf(world, name)]));
  browsers = Object.fromEntries(opened) as typeof browsers;
});
afterAll(() => world.close());

const queue = '/admin/duyet/';
const page = (slug: string) => `${queue}article/${slug}/`;

/** Saves an article as the editor and, unless told otherwise, sends it to review. */
async function write(slug: string, changes: object = {}, status = 'pending_review') {
  const saved = await world.cms('editor', 'persistEntry', saveOf(slug, changes));
  expect(saved.status).toBe(200);
  if (status === 'draft') return;
  await world.cms('editor', 'updateUnpublishedEntryStatus', { ...key(slug), newStatus: status });
}

const headOf = (slug: string) => world.git('rev-parse', `refs/heads/cms/article/${slug}`);

/** What is read on a page, and heard: without its tags, spaces folded. */
const wordsOf = (page: string) => page.replace(/<[^>]+>/g, '').replace(/\s+/g, ' ');

/** The headings of a page with their levels, such as “3 Bài viết”. */
const headingsOf = (page: string) =>
  [...page.matchAll(/<h(\d)[^>]*>(.*?)<\/h\1>/gs)].map(
    ([, level, words]) => `${level} ${wordsOf(words!).trim()}`,
  );

/** Sends a form of a change's page, with the commit that its reader sees. */
async function act(as: PersonName, slug: string, action: string, more: object = {}) {
  const fields = { action, head: await headOf(slug), ...more };
  return browsers[as].post(page(slug), fields);
}

test('who opens a change that is gone is led on to the entry on the site', async () => {
  const gone = await browsers.approver.get(page('dich-vu-cong'));
  expect(gone.status).toBe(404);
  expect(gone.text).toContain('/admin/da-dang/article/dich-vu-cong/');
});

describe('who may come in', () => {
  test('without a session every page leads to the login, and from there back', async () => {
    const stranger = new Browser(world);
    for (const path of [queue, page('x'), '/admin/cua-toi/', '/admin/da-dang/?tim=a']) {
      const answer = await stranger.get(path);
      expect(answer.status).toBe(303);
      const login = `/admin/dang-nhap/?ve=${encodeURIComponent(path)}`;
      expect(answer.headers.get('location')).toBe(login);
    }
    const fields = { login: 'chi', password: world.passwords.approver, ve: queue };
    const wrong = await stranger.post('/admin/dang-nhap/', { ...fields, password: 'sai' });
    expect(wrong.status).toBe(401);
    expect(wrong.text).toContain('Sai tên đăng nhập hoặc mật khẩu.');
    const right = await stranger.post('/admin/dang-nhap/', fields);
    expect(right.headers.get('location')).toBe(queue);
    expect((await stranger.get(queue)).status).toBe(200);
    await stranger.post('/admin/dang-xuat/');
    expect((await stranger.get(queue)).status).toBe(303);
  });

  test.each(['//evil.example/', 'https://evil.example/', '/\\evil.example', 'javascript:alert(1)'])(
    'a login never leads to %s',
    async (next) => {
      const fields = { login: 'chi', password: world.passwords.approver, ve: next };
      const answer = await new Browser(world).post('/admin/dang-nhap/', fields);
      expect(answer.headers.get('location')).toBe('/admin/cua-toi/');
    },
  );

  test('a link that another site opened asks once more by itself, now with the cookie', async () => {
    const fromOutside = new Browser(world, { 'sec-fetch-site': 'cross-site' });
    const answer = await fromOutside.get(queue);
    expect(answer.text).toContain('http-equiv="refresh" content="0"');
  });

  test('a form from elsewhere, or from nowhere, does nothing', async () => {
    await write('la-lam');
    const { cookie } = browsers.approver;
    const send = (headers: Record<string, string>) =>
      fetch(world.url + page('la-lam'), {
        method: 'POST',
        headers: { cookie, ...headers },
        body: new URLSearchParams({ action: 'approve' }),
      });
    expect((await send({ origin: 'https://evil.example' })).status).toBe(403);
    expect((await send({})).status).toBe(403);
    const json = { origin: world.url, 'content-type': 'application/json' };
    expect((await send(json)).status).toBe(415);
    const draft = await world.cms('editor', 'unpublishedEntry', key('la-lam'));
    expect(draft.body).toMatchObject({ status: 'pending_review' });
  });

  test('pages may not be framed, kept, or run foreign scripts', async () => {
    const { headers } = await browsers.approver.get(queue);
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain('unsafe');
    expect(headers.get('cache-control')).toBe('no-store');
  });
});

describe('the queue', () => {
  test('shows each person what waits for her, by age and axis', async () => {
    await write('cho-truoc');
    // Git counts in seconds.
    await new Promise((resolve) => setTimeout(resolve, 1100));
    await write('cho-sau', { axis: 'truc-2' });
    const { text } = await browsers.approver.get(queue);
    expect(text).toContain('Chờ bạn duyệt');
    expect(text.indexOf('Bài cho-truoc')).toBeGreaterThan(0);
    expect(text.indexOf('Bài cho-truoc')).toBeLessThan(text.indexOf('Bài cho-sau'));
    expect(text).toContain('Mục mới');
    const one = await browsers.approver.get(`${queue}?truc=truc-2`);
    expect(one.text).toContain('Bài cho-sau');
    expect(one.text).not.toContain('Bài cho-truoc');
    const editors = (await browsers.editor.get(queue)).text;
    expect(editors).toContain('Chờ người khác duyệt hoặc đăng');
  });

  test('tells on top what is wrong with the server', async () => {
    world.services.health.report('remoteProblem', 'Kho ở xa không trả lời.');
    expect((await browsers.approver.get(queue)).text).toContain('Kho ở xa không trả lời.');
    world.services.health.report('remoteProblem', undefined);
  });

  test('an address cannot put words in the server’s mouth', async () => {
    const { text } = await browsers.approver.get(`${queue}?xong=Gọi+số+này&muc=a/b`);
    expect(text).not.toContain('Gọi số này');
  });
});

describe('one change', () => {
  test('shows the difference in plain words', async () => {
    await write('dich-vu-cong', { title: 'Làm thủ tục ở nhà bằng máy tính', axis: 'truc-2' });
    const { text } = await browsers.approver.get(page('dich-vu-cong'));
    expect(wordsOf(text)).toContain(' Sửa bài đã đăng Bài viết · chờ duyệt ');
    expect(wordsOf(text)).toContain(' Trục số bỏ: 1 thêm: 2 ');
    expect(text).toMatch(/<del>.*điện thoại<\/del>/);
    expect(text).toMatch(/<ins>.*máy tính<\/ins>/);
    expect(text).toMatch(/Trục số <del>.*1<\/del> <ins>.*2<\/ins>/);
    const labels = wordsOf(text).match(/Nên viết là: .*?” \(/g) ?? [];
    expect(labels).toContain('Nên viết là: Tiêu đề, “Làm thủ tục ở nhà bằng máy tính” (');
    expect(new Set(labels).size).toBe(labels.length);
    expect(text).toContain('Không thấy lỗi nào.');
    expect(text).toContain('/xem-truoc/muc/article/dich-vu-cong/');
    expect(text).toContain('/xem-truoc/dang/bai-viet/dich-vu-cong/');
  });

  test('script in every field is text', async () => {
    const script = '<script>alert(1)</script>"\'><img src=x onerror=alert(1)>';
    const long = `${script} và thêm vài chữ cho đủ dài`;
    await write('ma-doc', {
      title: script,
      summary: long,
      keyPoints: [long, `${long} nữa`],
      actions: [{ what: long, where: script }],
      sources: [{ document: 'ke-hoach', locator: script }],
      sixClear: { people: long },
    });
    await act('editor', 'ma-doc', 'comment', { note: long });
    await act('approver', 'ma-doc', 'sendBack', { note: long });
    for (const path of [queue, page('ma-doc'), '/admin/cua-toi/']) {
      const { text } = await browsers.editor.get(path);
      expect(text).toContain('&lt;script&gt;');
      expect(text).not.toContain('<script>alert');
      expect(text).not.toContain('<img src=x');
    }
    const search = await browsers.editor.get(`/admin/da-dang/?tim=${encodeURIComponent(script)}`);
    expect(search.text).not.toContain('<script>alert');
    const login = await new Browser(world).get(
      `/admin/dang-nhap/?ve=/${encodeURIComponent(script)}`,
    );
    expect(login.text).not.toContain('<script>alert');
  });

  test('offers only what can succeed, and says why the rest cannot', async () => {
    await write('khong-tu-duyet');
    const own = (await browsers.editor.get(page('khong-tu-duyet'))).text;
    expect(own).not.toContain('value="approve"');
    expect(own).toContain('không thể tự duyệt');
    expect(own).toContain('value="takeBack"');
    const other = (await browsers.otherEditor.get(page('khong-tu-duyet'))).text;
    expect(other).not.toContain('value="approve"');
    expect(other).not.toContain('value="discard"');
    expect(other).toContain('Chỉ người duyệt hoặc quản trị mới duyệt được.');
    const theirs = (await browsers.approver.get(page('khong-tu-duyet'))).text;
    for (const action of ['approve', 'schedule', 'sendBack', 'comment', 'discard', 'emergency']) {
      expect(theirs).toContain(`value="${action}"`);
    }
    expect(theirs).not.toContain('value="takeBack"');
  });

  test('what breaks a rule is told and cannot be approved', async () => {
    await write('sai-truc', { axis: 'khong-co' });
    const { text } = await browsers.approver.get(page('sai-truc'));
    expect(text).toContain('Chưa duyệt và đăng được');
    expect(text).toContain('khong-co');
    expect(text).not.toContain('value="approve"');
    expect(text).toContain('value="sendBack"');
  });

  test('its pictures are shown to whoever is logged in, and only pictures', async () => {
    const assets = [{ path: 'content/media/cay-da.png', content: png, encoding: 'base64' }];
    const picture = { src: '/media/cay-da.png', alt: 'Cây đa đầu phường' };
    const saved = await world.cms(
      'editor',
      'persistEntry',
      saveOf('co-anh', { picture }, { assets }),
    );
    expect(saved.status).toBe(200);
    const { text } = await browsers.approver.get(page('co-anh'));
    const address = `${page('co-anh')}anh/nhap/cay-da.png`;
    expect(text).toContain(address);
    const shown = await browsers.approver.get(address);
    expect(shown.headers.get('content-type')).toBe('image/png');
    expect((await new Browser(world).get(address)).status).toBe(303);
    expect((await browsers.approver.get(`${page('co-anh')}anh/dang/cay-da.png`)).status).toBe(404);
    const up = `${page('co-anh')}anh/nhap/${encodeURIComponent('../articles/co-anh.mdx')}`;
    expect((await browsers.approver.get(up)).status).toBe(404);
  });

  test.each([page('khong-co'), `${queue}nothing/x/`, `${queue}article/A..B/`])(
    '%s is not there',
    async (path) => {
      expect((await browsers.approver.get(path)).status).toBe(404);
    },
  );
});

describe('deciding', () => {
  test('approve, then publish', async () => {
    await write('duyet-dang');
    const approved = await act('approver', 'duyet-dang', 'approve', { note: 'Rõ ràng.' });
    expect(approved.headers.get('location')).toBe(
      `${page('duyet-dang')}?xong=approve&muc=article/duyet-dang`,
    );
    const { text } = await browsers.approver.get(approved.headers.get('location')!);
    expect(text).toContain('Đã duyệt.');
    expect(text).toContain('Rõ ràng.');
    expect(text).toContain('Người duyệt: Lê Chi');
    const published = await act('approver', 'duyet-dang', 'publish');
    const done = await browsers.approver.get(published.headers.get('location')!);
    expect(done.text).toContain('<a href="/bai-viet/duyet-dang/">Xem trang</a>');
    expect((await world.request('/bai-viet/duyet-dang/')).status).toBe(200);
  });

  test('approve and publish in one step', async () => {
    await write('mot-buoc');
    const answer = await act('approver', 'mot-buoc', 'approve', { then: 'publish' });
    expect(answer.headers.get('location')).toContain('xong=publish');
    const log = await world.git('log', '-1', '--format=%(trailers)', 'main');
    expect(log).toContain('Reviewed-by: Lê Chi');
    expect(log).toContain('Published-by: Lê Chi');
  });

  test('send back with a reason, which its writer finds in her work', async () => {
    await write('tra-lai');
    expect((await act('approver', 'tra-lai', 'sendBack')).status).toBe(422);
    await act('approver', 'tra-lai', 'sendBack', { note: 'Thiếu nguồn ở đoạn hai.' });
    const { text } = await browsers.editor.get('/admin/cua-toi/');
    expect(text).toContain('Bị trả lại, cần sửa');
    expect(text).toContain('Lê Chi: Thiếu nguồn ở đoạn hai.');
  });

  test('publish at a moment in Hà Nội', async () => {
    await write('hen-gio');
    expect((await act('approver', 'hen-gio', 'schedule', { at: '2020-01-01T08:00' })).status).toBe(
      422,
    );
    const at = new Date(Date.now() + 48 * 3600_000).toISOString().slice(0, 16);
    const answer = await act('approver', 'hen-gio', 'schedule', { at });
    expect(answer.status).toBe(303);
    const { text } = await browsers.approver.get(queue);
    expect(text).toContain('Hẹn giờ đăng');
    expect(text).toContain(
      `hẹn đăng lúc ${at.slice(11)} ${at.slice(0, 10).split('-').reverse().join('/')}`,
    );
  });

  test('an emergency stays on the list until a second approver confirms it', async () => {
    await write('khan-cap');
    const note = 'Thông tin sai đang lan truyền.';
    const published = await act('approver', 'khan-cap', 'emergency', { note });
    expect(published.headers.get('location')).toContain('xong=emergency');
    const mine = (await browsers.approver.get(queue)).text;
    expect(mine).toContain(note);
    expect(mine).toContain('không thể tự xác nhận');
    expect(mine).not.toContain('Tôi đã đọc và xác nhận');
    const theirs = (await browsers.otherApprover.get(queue)).text;
    const id = /name="id" value="([0-9a-f]{40})"/.exec(theirs)?.[1] ?? '';
    const fields = { id, collection: 'article', slug: 'khan-cap' };
    expect((await browsers.approver.post(`${queue}xac-nhan/`, fields)).status).toBe(403);
    expect((await browsers.otherApprover.post(`${queue}xac-nhan/`, fields)).status).toBe(303);
    expect((await browsers.otherApprover.get(queue)).text).not.toContain(note);
  });

  test('what has moved since it was seen is not decided on', async () => {
    await write('da-doi');
    const head = await headOf('da-doi');
    await world.cms('editor', 'persistEntry', saveOf('da-doi', { title: 'Bài đã đổi tên khác' }));
    const answer = await act('approver', 'da-doi', 'approve', { head });
    expect(answer.status).toBe(409);
    expect(answer.text).toContain('vừa được người khác thay đổi');
    expect((await act('approver', 'da-doi', 'approve', { head: '' })).status).toBe(422);
  });

  test('how long a publication takes is said as the last one took', async () => {
    await write('mat-bao-lau');
    const { text } = await browsers.approver.get(page('mat-bao-lau'));
    expect(wordsOf(text)).toMatch(/cả trang được dựng lại; lần gần nhất mất \d+ giây\./);
  });

  test('a version that is compared with itself is the same', async () => {
    await write('so-voi-minh', {}, 'draft');
    const id = await headOf('so-voi-minh');
    const versions = `/admin/lich-su/article/so-voi-minh/?tu=${id}&den=${id}`;
    const { text } = await browsers.editor.get(versions);
    expect(text).toContain('Hai bản giống hệt nhau.');
    expect(text).not.toContain('Chỉ khác cách ghi');
  });

  test('discarding asks first', async () => {
    await write('bo-di');
    expect((await act('editor', 'bo-di', 'discard')).status).toBe(422);
    expect((await act('otherEditor', 'bo-di', 'discard', { sure: 'yes' })).status).toBe(403);
    const answer = await act('editor', 'bo-di', 'discard', { sure: 'yes' });
    expect(answer.headers.get('location')).toContain(`${queue}?xong=discard`);
  });

  test('an approver cannot approve by hand what she wrote', async () => {
    const saved = await world.cms('approver', 'persistEntry', saveOf('tu-viet'));
    expect(saved.status).toBe(200);
    await act('approver', 'tu-viet', 'submit');
    expect((await act('approver', 'tu-viet', 'approve')).status).toBe(403);
  });
});

describe('share kits', () => {
  test('a new entry leads to the kit in its preview, a change to the present one too', async () => {
    await write('bo-moi');
    const fresh = (await browsers.approver.get(page('bo-moi'))).text;
    expect(fresh).toContain('/xem-truoc/muc/article/bo-moi/bo-chia-se/');
    expect(fresh).not.toContain('Bộ chia sẻ đang đăng');
    await act('approver', 'bo-moi', 'approve', { then: 'publish' });
    await write('bo-moi', { title: 'Bộ chia sẻ đổi theo tiêu đề mới' });
    const changed = (await browsers.approver.get(page('bo-moi'))).text;
    expect(changed).toContain('/xem-truoc/muc/article/bo-moi/bo-chia-se/');
    expect(changed).toContain(kitPaths({ type: 'article', slug: 'bo-moi' }).kit);
  });
});

describe('what is published', () => {
  const live = '/admin/da-dang/';

  test('is found without accents, by type and by axis', async () => {
    const all = (await browsers.editor.get(live)).text;
    expect(all).toContain('Kế hoạch tuyên truyền');
    const found = (await browsers.editor.get(`${live}?tim=ke+hoach+tuyen`)).text;
    expect(found).toContain(`${live}document/ke-hoach/`);
    expect(found).not.toContain(`${live}axis/`);
    const byAxis = (await browsers.editor.get(`${live}?loai=axis&truc=truc-3`)).text;
    expect(byAxis).toContain(`${live}axis/truc-3/`);
    expect(byAxis).not.toContain(`${live}axis/truc-4/`);
  });

  test('what is to be read again comes first', async () => {
    await write('cu-roi', { published: '2019-01-01', reviewDate: '2020-01-01' });
    await act('approver', 'cu-roi', 'approve', { then: 'publish' });
    const { text } = await browsers.editor.get(live);
    expect(text).toContain('Đến hạn rà soát (1)');
    expect(text).toMatch(/quá hạn rà soát \d+ ngày/);
  });

  test('leads to its share kit, where its type has kits', async () => {
    const kit = kitPaths({ type: 'article', slug: 'dich-vu-cong' }).kit;
    for (const path of [`${live}?tim=dien+thoai`, `${live}article/dich-vu-cong/`]) {
      expect((await browsers.editor.get(path)).text).toContain(`<a href="${kit}">Bộ chia sẻ</a>`);
    }
    const { text } = await browsers.editor.get(`${live}document/ke-hoach/`);
    expect(text).not.toContain('Bộ chia sẻ');
  });

  test('is withdrawn, restored, renamed and deleted by way of review', async () => {
    await write('vong-doi');
    await act('approver', 'vong-doi', 'approve', { then: 'publish' });
    const at = `${live}article/vong-doi/`;
    const ask = (fields: Record<string, string>, path = at) => browsers.editor.post(path, fields);
    expect((await ask({ action: 'withdraw' })).status).toBe(422);
    const asked = await ask({ action: 'withdraw', note: 'Quy định đã thay đổi.' });
    expect(asked.headers.get('location')).toContain(`${page('vong-doi')}?xong=withdraw`);
    expect((await browsers.editor.get(at)).text).toContain('Mục này đang có một thay đổi');
    const withdrawal = (await browsers.approver.get(page('vong-doi'))).text;
    expect(withdrawal).toContain('Quy định đã thay đổi.');
    expect(withdrawal).toContain('Bộ chia sẻ đang đăng');
    expect(withdrawal).not.toContain('Bộ chia sẻ của bản này');
    await act('approver', 'vong-doi', 'approve', { then: 'publish' });
    const withdrawn = (await browsers.editor.get(at)).text;
    expect(withdrawn).toContain('Đã gỡ ngày');
    expect(withdrawn).not.toContain('Bộ chia sẻ');

    await ask({ action: 'restore', note: 'Quy định mới đã được cập nhật.' });
    await act('approver', 'vong-doi', 'approve', { then: 'publish' });
    await ask({ action: 'rename', newSlug: 'vong-doi-moi' });
    const renaming = (await browsers.approver.get(page('vong-doi'))).text;
    expect(renaming).toContain('Đổi mã');
    const headings = headingsOf(renaming);
    const change = headings.slice(headings.indexOf('2 Thay đổi') + 1);
    // Each entry by its name, and its fields below it.
    expect(change[0]).toBe('3 Bài viết: Bài vong-doi (vong-doi-moi)');
    expect(change[1]).toBe('4 Tiêu đề');
    expect(change).toContain('3 Bài viết: Bài vong-doi (vong-doi)');
    expect(change).toContain('4 Tiêu đề (bỏ)');
    await act('approver', 'vong-doi', 'approve', { then: 'publish' });
    const renamed = `${live}article/vong-doi-moi/`;
    expect((await browsers.editor.get(renamed)).status).toBe(200);
    await ask({ action: 'delete', note: 'Viết trùng với bài khác.' }, renamed);
    const removal = (await browsers.approver.get(page('vong-doi-moi'))).text;
    expect(removal).toContain('Xóa mục này khỏi trang');
    await act('approver', 'vong-doi-moi', 'approve', { then: 'publish' });
    expect((await browsers.editor.get(renamed)).status).toBe(404);
  });

  test('the fixed lists stay as they are', async () => {
    const { text } = await browsers.admin.get(`${live}axis/truc-1/`);
    expect(text).not.toContain('value="delete"');
    const fields = { action: 'delete', note: 'Không cần nữa.' };
    expect((await browsers.admin.post(`${live}axis/truc-1/`, fields)).status).toBe(403);
  });
});
test('a comment that is sent after the session has ended is handed back, with the way to log in', async () => {
  await write('het-phien');
  const referer = `${world.url}${page('het-phien')}?xong=save`;
  const late = new Browser(world, { referer });
  const fields = {
    action: 'comment',
    note: 'Câu này <dài> quá.',
    quote: 'Như cũ',
    suggestion: 'Như cũ',
  };
  const refused = await late.post(page('het-phien'), fields);
  expect(refused.status).toBe(401);
  expect(refused.text.match(/<textarea[^>]*>([^<]*)</g)).toEqual([
    '<textarea readonly data-select>Câu này &lt;dài&gt; quá.<',
  ]);
  const back = encodeURIComponent(`${page('het-phien')}?xong=save`);
  expect(refused.text).toContain(`/admin/dang-nhap/?ve=${back}`);
});

test('a text that could not be saved is there for its writer and for approvers', async () => {
  await write('ban-giu');
  const stale = await world.cms(
    'otherEditor',
    'persistEntry',
    saveOf(
      'ban-giu',
      { title: 'Bản <b>của tôi</b> ghi sau' },
      { base: { 'content/articles/ban-giu.mdx': '0'.repeat(40) } },
    ),
  );
  expect(stale.status).toBe(409);
  const { kept } = stale.body as { kept: string };
  const address = `/admin/ban-giu/${kept}`;
  const mine = await browsers.otherEditor.get(address);
  expect(mine.text).toContain('Bản &lt;b&gt;của tôi&lt;/b&gt; ghi sau');
  // Under its title, although the site has no such entry yet.
  const work = (await browsers.otherEditor.get('/admin/cua-toi/')).text;
  expect(work).toContain(`<a href="${address}">Bài ban-giu</a>`);
  expect((await browsers.approver.get(address)).status).toBe(200);
  expect((await browsers.editor.get(address)).status).toBe(404);
  const file = await browsers.otherEditor.get(`${address}/tai-ve`);
  expect(file.headers.get('content-disposition')).toContain('attachment');
  expect(file.text).toContain('Bản <b>của tôi</b> ghi sau');
});
