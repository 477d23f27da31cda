import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildIndex } from '#src/integrations/search.ts';
import { createFinder, type Find } from '#src/search/find.ts';
import { loadMembers } from '#src/search/facets.ts';
import { toShown } from '#src/search/text.ts';
import { openIndex } from './open-index.ts';

const page = (title: string, text: string, axis: string) => `<!doctype html>
<html lang="vi"><body><header>Trang chủ</header><main data-pagefind-body>
<h1>${title}</h1><div data-pagefind-filter="truc:${axis}"><p>${text}</p></div></main></body></html>`;

const pages: Record<string, string> = {
  'bai-viet/so/index.html': page(
    'Học công nghệ',
    'Chuyển đổi số trong kinh tế - xã hội theo Nghị quyết số 57-NQ/TW. Bạn bè cùng học.',
    'Khoa học công nghệ và chuyển đổi số',
  ),
  'bai-viet/dang/index.html': page(
    'Xây dựng Đảng',
    'Đề án 03-ĐA/TU. Đổi mới để số việc chuyển biến; bán hàng.',
    'Xây dựng Đảng',
  ),
  'bai-viet/y-te/index.html': page(
    'Y tế',
    'Hòa bình'.normalize('NFD') + ' và bảo hiểm y tế, kỹ năng sống, thủ tục hành chính.',
    'Giáo dục và an sinh xã hội',
  ),
  'index.html': '<html lang="vi"><body><main>Chuyển đổi số</main></body></html>',
};

let folder: string;
let opened: Awaited<ReturnType<typeof openIndex>>;
let find: Find;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'search-'));
  for (const [path, html] of Object.entries(pages)) {
    await mkdir(join(folder, dirname(path)), { recursive: true });
    await writeFile(join(folder, path), html);
  }
  expect(await buildIndex(folder)).toBe(3);
  opened = await openIndex(folder);
  find = createFinder(opened.engine);
});

afterAll(async () => {
  await opened.close();
  await rm(folder, { recursive: true });
});

/** Addresses of the pages found, without the folder and the slashes. */
async function found(query: string): Promise<string[]> {
  const { hits } = await find(query);
  const data = await Promise.all(hits.map((hit) => hit.data()));
  return data.map(({ raw_url }) => raw_url!.split('/')[2]!);
}

describe('the index', () => {
  it('keeps only the files that the site uses', async () => {
    const names = await readdir(join(folder, 'pagefind'));
    expect(names.filter((name) => /\.(js|css)$/.test(name))).toEqual(['pagefind.js']);
  });
  it('leaves the pages themselves as they are', async () => {
    expect(await readFile(join(folder, 'bai-viet/so/index.html'), 'utf8')).toContain('đổi');
  });
  it('knows the axis of a page, also with đ in its name', async () => {
    const label = 'Khoa học công nghệ và chuyển đổi số';
    const facets = { truc: [{ slug: 'so', label }], loai: [{ slug: 'x', label: 'Không có' }] };
    const members = await loadMembers(opened.engine, facets);
    expect(members.truc.get('so')?.size).toBe(1);
    expect(members.loai.get('x')?.size).toBe(0);
  });
  it('says where it failed, with the cause', async () => {
    await expect(buildIndex(join(folder, 'missing'))).rejects.toMatchObject({
      message: expect.stringContaining('pagefind') as string,
      cause: expect.any(Error) as Error,
    });
  });
});

describe('finding', () => {
  it.each([
    ['chuyển đổi số', 'so'],
    ['chuyen doi so', 'so'],
    ['chuyển doi số', 'so'],
    ['CĐS', 'so'],
    ['chuyeenr ddooir soos', 'so'],
    ['chuyendoiso', 'so'],
    ['kinh tế xã hội', 'so'],
    ['nghị quyết 57', 'so'],
    ['NQ57', 'so'],
    ['57-NQ/TW', 'so'],
    ['dang', 'dang'],
    ['03-DA/TU', 'dang'],
    ['hoà bình', 'y-te'],
    ['kĩ năng', 'y-te'],
    ['TTHC', 'y-te'],
    ['đóng bảo hiểm y tế ở đâu', 'y-te'],
    ['bảo hi', 'y-te'],
    ['thủ tụk hành chính', 'y-te'],
  ])('“%s” finds %s first', async (query, slug) => {
    expect((await found(query))[0]).toBe(slug);
  });

  it('tells a phrase from its words in another order', async () => {
    expect(await found('chuyển đổi số')).toEqual(['so']);
  });
  it('keeps to the marks of a single word where a page has it', async () => {
    expect(await found('bán')).toEqual(['dang']);
    expect((await found('ban')).sort()).toEqual(['dang', 'so']);
  });
  it('finds nothing for what is nowhere', async () => {
    expect(await found('xyzt')).toEqual([]);
    expect(await found('???')).toEqual([]);
  });
  it('says when pages only come near', async () => {
    expect((await find('bảo hiểm y tế')).near).toBe(false);
    expect((await find('bảo hiểm y tế trẻ em')).near).toBe(true);
  });
  it('lets searches take turns', async () => {
    const alone = await found('ban');
    const [, together] = await Promise.all([found('bán'), found('ban'), found('đảng')]);
    expect(together).toEqual(alone);
  });
  it('gives text that can be shown', async () => {
    const { hits } = await find('đổi số');
    expect(toShown((await hits[0]!.data()).content)).toContain(
      'Chuyển đổi số trong kinh tế - xã hội',
    );
  });
});
