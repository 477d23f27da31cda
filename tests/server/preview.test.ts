import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createQueue } from '#admin/server/machine/queue.ts';
import { PreviewBuilds, type Preview } from '#admin/server/preview/preview-builds.ts';
import { moveBelow } from '#admin/server/preview/preview-html.ts';
import { PreviewLinks } from '#admin/server/preview/preview-links.ts';
import { listBeside } from '#src/integrations/site-folder.ts';
import { kitPaths } from '#src/model/share-kit.ts';
import { fakeBuild } from '#tests/support/fake-build.ts';
import { madeFrom, takingBuild } from '#tests/support/taking-build.ts';
import { Browser, browserOf, type Answer } from './forms.ts';
import { key, people, saveOf, startWorld, type World } from './harness.ts';

let world: World;
let editor: Browser;
beforeAll(async () => {
  world = await startWorld();
  editor = await browserOf(world, 'editor');
});
afterAll(() => world.close());

const write = (slug: string, changes: object = {}) =>
  world.cms('editor', 'persistEntry', saveOf(slug, changes));

/** Asks again and again, as the waiting page does by itself, until it leads on. */
async function opened(browser: Browser, path: string): Promise<Answer> {
  let answer = await browser.get(path);
  for (let tries = 0; tries < 100 && answer.status === 200; tries += 1) {
    if (!answer.text.includes('http-equiv="refresh"')) return answer;
    await new Promise((resolve) => setTimeout(resolve, 50));
    answer = await browser.get(path);
  }
  return answer;
}

const place = (slug: string) => `/xem-truoc/muc/article/${slug}/`;

describe('the real page of a draft', () => {
  test('is built aside, and the site stays as it is', async () => {
    await write('ban-thu', { title: 'Bản thử đầu tiên' });
    const answer = await opened(editor, place('ban-thu'));
    expect(answer.status).toBe(303);
    const address = answer.headers.get('location') ?? '';
    expect(address).toMatch(/^\/xem-truoc\/[0-9a-f]{16}-[0-9a-f]{16}\/bai-viet\/ban-thu\/$/);
    const page = await editor.get(address);
    expect(page.text).toContain('Bản thử đầu tiên');
    expect(page.headers.get('x-robots-tag')).toBe('noindex, nofollow');
    expect(page.headers.get('cache-control')).toBe('no-store');
    const policy = page.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("frame-ancestors 'self'");
    expect((await world.request('/bai-viet/ban-thu/')).status).toBe(404);
  });

  test('is new when the draft is, and old ones stay for whoever looks at them', async () => {
    await write('doi-moi', { title: 'Lần thứ nhất viết' });
    const first = (await opened(editor, place('doi-moi'))).headers.get('location') ?? '';
    await write('doi-moi', { title: 'Lần thứ hai viết' });
    const second = (await opened(editor, place('doi-moi'))).headers.get('location') ?? '';
    expect((await editor.get(second)).text).toContain('Lần thứ hai viết');
    expect((await editor.get(first)).text).toContain('Lần thứ nhất viết');
  });

  test('is waited for by whoever asked, though others publish meanwhile', async () => {
    await write('doi-luot');
    const { drafts, previews } = world.services;
    const draft = await drafts.get('article', 'doi-luot');
    const asked = previews.builds.ask(await drafts.main(), draft);
    // `main` has moved: nobody begins anew.
    expect(previews.builds.ask('f'.repeat(40), draft)).toBe(asked);
    await expect.poll(() => asked.state).toBe('ready');
    expect(previews.builds.ask('e'.repeat(40), draft)).toBe(asked);
    expect(asked.id).toMatch(new RegExp(`^${(await drafts.main()).slice(0, 16)}-`));
  });

  test('comes before those that nobody waits for, and a publication before these', async () => {
    const { drafts } = world.services;
    const inTurn = createQueue();
    const order: string[] = [];
    const asked: Preview[] = [];
    const builds = new PreviewBuilds({
      git: drafts.git,
      dataDir: join(world.dir, 'hang-doi'),
      modules: join(world.checkout, 'node_modules'),
      inTurn,
      command: (...folders) => {
        order.push(asked.find(({ state }) => state === 'building')?.slug ?? 'dựng sẵn');
        return fakeBuild(...folders);
      },
    });
    await builds.open();
    const main = await drafts.main();
    const draftOf = async (slug: string) => {
      await write(slug);
      return drafts.get('article', slug);
    };
    const [first, second, ahead, other] = [
      await draftOf('cho-truoc'),
      await draftOf('cho-sau'),
      await draftOf('khong-ai-cho'),
      await draftOf('cung-khong-ai-cho'),
    ];
    const { promise: end, resolve: open } = Promise.withResolvers<undefined>();
    const underWay = inTurn(() => end);
    builds.makeAhead(main, ahead);
    asked.push(builds.ask(main, first), builds.ask(main, second));
    builds.makeAhead(main, other);
    const published = inTurn(() => Promise.resolve(order.push('bản đăng')));
    open(undefined);
    await Promise.all([underWay, published]);
    await expect.poll(() => order.length).toBe(5);
    expect(order).toEqual(['cho-truoc', 'bản đăng', 'cho-sau', 'dựng sẵn', 'dựng sẵn']);
    builds.close();
  });

  test('is made of the oldest one when there are too many', async () => {
    const { drafts } = world.services;
    const builds = new PreviewBuilds({
      git: drafts.git,
      dataDir: join(world.dir, 'nhieu-ban'),
      modules: join(world.checkout, 'node_modules'),
      inTurn: createQueue(),
      command: takingBuild,
    });
    await builds.open();
    const made: { dir: string; over: string | undefined }[] = [];
    for (let count = 1; count <= 8; count += 1) {
      await write(`ban-${count}`);
      const preview = builds.ask(await drafts.main(), await drafts.get('article', `ban-${count}`));
      await expect.poll(() => preview.state).toBe('ready');
      made.push({ dir: preview.dir, over: madeFrom(preview.dir).over });
    }
    const [oldest, ...others] = made.map(({ dir }) => dir);
    expect(made.map(({ over }) => over)).toEqual([...Array<undefined>(7).fill(undefined), oldest]);
    // The second is left to the next one; of the oldest nothing is there.
    const sites = await readdir(join(world.dir, 'nhieu-ban/preview-build/sites'));
    expect(sites.sort()).toEqual(
      others.flatMap((path) => [path, listBeside(path)].map((one) => basename(one))).sort(),
    );
    builds.close();
  });

  test('is shown to nobody without a session', async () => {
    const address = (await opened(editor, place('ban-thu'))).headers.get('location') ?? '';
    for (const path of [address, place('ban-thu'), '/xem-truoc/dang/']) {
      expect((await new Browser(world).get(path)).status).toBe(303);
    }
  });

  test('says why it cannot be built', async () => {
    await write('bi-hong', { title: 'Bài này HONG không dựng được' });
    const answer = await opened(editor, place('bi-hong'));
    expect(answer.text).toContain('Chưa dựng được trang xem trước');
    expect(answer.text).toContain('bi-hong.mdx: không dựng được');
  });

  test('leaves its folder by no path', async () => {
    const address = (await opened(editor, place('ban-thu'))).headers.get('location') ?? '';
    const root = address.split('/').slice(0, 3).join('/');
    for (const path of ['/%2e%2e/sites/', '/..%2f..%2faccounts.json', '/%00', '/.git/config']) {
      expect((await editor.get(root + path)).status).toBe(404);
    }
  });

  test('is where the CMS sends its “Xem trang thật”', async () => {
    const answer = await world.cms('editor', 'getDeployPreview', key('ban-thu'));
    expect(answer.body).toEqual({ url: place('ban-thu'), status: 'SUCCESS' });
  });

  test('comes with its share kit', async () => {
    const answer = await opened(editor, `${place('ban-thu')}bo-chia-se/`);
    const { kit } = kitPaths({ type: 'article', slug: 'ban-thu' });
    expect(answer.headers.get('location')).toMatch(new RegExp(`^/xem-truoc/[0-9a-f-]+${kit}$`));
    const none = await editor.get('/xem-truoc/muc/document/ke-hoach/bo-chia-se/');
    expect(none.status).toBe(404);
    expect(none.text).toContain('không có bộ chia sẻ');
  });

  test('of an entry without a draft is the published page', async () => {
    const answer = await editor.get(place('dich-vu-cong'));
    expect(answer.headers.get('location')).toBe('/xem-truoc/dang/bai-viet/dich-vu-cong/');
    expect((await editor.get('/xem-truoc/dang/bai-viet/dich-vu-cong/')).status).toBe(200);
  });
});

describe('a link for somebody without an account', () => {
  const page = '/admin/duyet/article/cho-chuyen-gia/';
  const makeLink = async () => {
    const { text } = await editor.post(`${page}gui/`, { days: '3' });
    const link = /value="(http[^"]+\/xem-truoc\/chia-se\/[^"]+)"/.exec(text)?.[1] ?? '';
    expect(link.startsWith(world.url)).toBe(true);
    return link.slice(world.url.length);
  };

  test('opens this draft alone, says what it is, and is listed', async () => {
    await write('cho-chuyen-gia', { title: 'Bài xin ý kiến chuyên gia' });
    const link = await makeLink();
    const stranger = new Browser(world);
    const address = (await opened(stranger, link)).headers.get('location') ?? '';
    const shown = await stranger.get(address);
    expect(shown.text).toContain('Bài xin ý kiến chuyên gia');
    expect(shown.text).toContain('Bản xem trước, chưa đăng');
    expect(shown.headers.get('x-robots-tag')).toContain('noindex');

    const token = link.split('/')[3] ?? '';
    const other = (await opened(editor, place('ban-thu'))).headers.get('location') ?? '';
    const stolen = other.replace(/^(\/xem-truoc\/[^/]+)/, `$1.${token}`);
    expect((await stranger.get(stolen)).status).toBe(404);
    expect((await stranger.get(page)).status).toBe(303);

    const { text } = await editor.get(page);
    expect(text).toContain('Đường dẫn đang mở (1)');
    expect(text).not.toContain(token);
  });

  test('ends when it is revoked', async () => {
    const link = await makeLink();
    const stranger = new Browser(world);
    const address = (await opened(stranger, link)).headers.get('location') ?? '';
    const { text } = await editor.get(page);
    // Each button says which link it takes back, also to who hears it alone.
    const buttons = [...text.matchAll(/<button[^>]*>\s*(Thu hồi.*?)<\/button>/gs)];
    expect(buttons.length).toBeGreaterThan(1);
    for (const [, words = ''] of buttons) {
      expect(words.replace(/<[^>]+>/g, '').trim()).toMatch(
        /^Thu hồi: đường dẫn Nguyễn Văn An tạo, hết hạn lúc \S+ [\d/]+$/,
      );
    }
    for (const [, id = ''] of text.matchAll(/name="id" value="([^"]+)"/g)) {
      expect((await editor.post(`${page}thu-hoi/`, { id })).status).toBe(303);
    }
    for (const path of [link, address]) {
      const answer = await stranger.get(path);
      expect(answer.status).toBe(404);
      expect(answer.text).toContain('đã hết hạn hoặc đã bị thu hồi');
    }
  });

  test('ends by itself; the file holds only its hash and is its owner’s alone', async () => {
    const file = join(world.dir, 'data/previews.json');
    let now = Date.now();
    const links = new PreviewLinks(file, () => now);
    const token = await links.make(people.editor, 'article', 'cho-chuyen-gia', 1);
    expect(await readFile(file, 'utf8')).not.toContain(token);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    now += 24 * 3600_000 - 1;
    expect(await links.open(token)).toMatchObject({ slug: 'cho-chuyen-gia' });
    now += 1;
    await expect(links.open(token)).rejects.toThrow('hết hạn');
    await expect(links.make(people.editor, 'article', 'x', 30)).rejects.toThrow('1, 3 hoặc 7');
  });

  test('guessing finds nothing', async () => {
    const stranger = new Browser(world);
    expect((await stranger.get(`/xem-truoc/chia-se/${'a'.repeat(43)}/`)).status).toBe(404);
  });
});

describe('a page moved below a prefix', () => {
  test('leads to itself', () => {
    const moved = moveBelow(
      '<!doctype html><html><head><link rel="stylesheet" href="/_astro/a.css"></head><body>' +
        '<a href="/bai-viet/x/">x</a><a href="https://a.example/">y</a><a href="//b.example/">z</a>' +
        '<img src="/media/a.png" srcset="/m/1.webp 1x, /m/2.webp 2x"><form action="/tim-kiem/"></form>' +
        '<p>href="/khong-doi/"</p></body></html>',
      '/xem-truoc/id',
    );
    expect(moved).toContain('href="/xem-truoc/id/_astro/a.css"');
    expect(moved).toContain('href="/xem-truoc/id/bai-viet/x/"');
    expect(moved).toContain('href="https://a.example/"');
    expect(moved).toContain('href="//b.example/"');
    expect(moved).toContain('src="/xem-truoc/id/media/a.png"');
    expect(moved).toContain('srcset="/xem-truoc/id/m/1.webp 1x, /xem-truoc/id/m/2.webp 2x"');
    expect(moved).toContain('action="/xem-truoc/id/tim-kiem/"');
    expect(moved).toContain('href="/khong-doi/"</p>');
  });

  test('says on top what it is, in a named part of the page, and keeps the first link first', () => {
    const moved = moveBelow('<body><a class="skip" href="#a">Đến</a></body>', '/x', 'Chưa đăng.');
    expect(moved).toMatch(
      /<body><aside aria-label="Bản xem trước"[^>]*><mark>Chưa đăng\.<\/mark><\/aside><a class="skip" href="#a">/,
    );
  });

  test('a redirect stays below it', () => {
    const moved = moveBelow('<meta http-equiv="refresh" content="0;url=/bai-viet/moi/">', '/x');
    expect(moved).toContain('content="0;url=/x/bai-viet/moi/"');
  });
});
