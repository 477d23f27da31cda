import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildIndex } from '#src/integrations/search.ts';
import { createFinder, type Find, type FindOptions } from '#src/search/find.ts';
import { indexFolder } from '#src/search/index-format.ts';
import { openLexicon, type Lexicon } from '#src/search/lexicon.ts';
import { passageOf } from '#src/search/passage.ts';

const page = (title: string, text: string, axis: string) => `<!doctype html>
<html lang="vi"><body><header>Trang chủ</header><main data-pagefind-body>
<h1>${title}</h1><div data-pagefind-filter="truc:${axis}" data-pagefind-meta="date:2026-11-20"><p>${text}</p></div></main></body></html>`;

const pages: Record<string, string> = {
  'bai-viet/so/index.html': page(
    'Học công nghệ',
    'Chuyển đổi số trong kinh tế - xã hội theo Nghị quyết số 57-NQ/TW. Bạn bè cùng học.',
    'so|Khoa học công nghệ và chuyển đổi số',
  ),
  'bai-viet/dang/index.html': page(
    'Xây dựng Đảng',
    'Đề án 03-ĐA/TU. Đổi mới để số việc chuyển biến; bán hàng.',
    'dang|Xây dựng Đảng',
  ),
  'bai-viet/y-te/index.html': page(
    'Y tế',
    'Hòa bình'.normalize('NFD') + ' và bảo hiểm y tế, kỹ năng sống, thủ tục hành chính.',
    'y-te|Giáo dục và an sinh xã hội',
  ),
  'index.html': '<html lang="vi"><body><main>Chuyển đổi số</main></body></html>',
};

let folder: string;
let lexicon: Lexicon;
let find: Find;

const read = async (path: string): Promise<unknown> =>
  JSON.parse(await readFile(join(folder, indexFolder, path), 'utf8'));

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'search-'));
  for (const [path, html] of Object.entries(pages)) {
    await mkdir(join(folder, dirname(path)), { recursive: true });
    await writeFile(join(folder, path), html);
  }
  expect(await buildIndex(folder)).toBe(3);
  lexicon = await openLexicon(read);
  find = createFinder(lexicon);
});

afterAll(() => rm(folder, { recursive: true }));

/** Last part of the addresses of the pages found. */
async function found(query: string, options?: FindOptions): Promise<string[]> {
  const { pages: all } = await find(query, options);
  const texts = await lexicon.texts(all.map(({ page: id }) => id));
  return texts.map(({ address }) => address.split('/')[2]!);
}

describe('the index', () => {
  it('is the same for the same pages', async () => {
    const files = async () =>
      (await readdir(join(folder, indexFolder), { recursive: true })).sort();
    const before = await files();
    await buildIndex(folder);
    expect(await files()).toEqual(before);
  });
  it('knows the axis and the day of a page', () => {
    expect([...lexicon.members.truc].map(([slug, ids]) => [slug, ids.size])).toEqual([
      ['dang', 1],
      ['so', 1],
      ['y-te', 1],
    ]);
    expect(lexicon.labels(0)).toEqual(['Xây dựng Đảng']);
    expect(lexicon.day(0)).toBe(Date.UTC(2026, 10, 20) / 86_400_000);
  });
  it('says where it failed, with the cause', async () => {
    await expect(buildIndex(join(folder, 'missing'))).rejects.toMatchObject({
      message: expect.stringContaining(indexFolder) as string,
      cause: expect.any(Error) as Error,
    });
  });
  it('asks again for a file that could not be had', async () => {
    let fails = true;
    const again = await openLexicon((path) =>
      fails && path !== 'core.json' ? Promise.reject(new Error(path)) : read(path),
    );
    await expect(createFinder(again)('chuyển đổi số')).rejects.toThrow();
    fails = false;
    expect((await createFinder(again)('chuyển đổi số')).pages).toHaveLength(1);
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
    ['Học công nghệ', 'so'],
  ])('“%s” finds %s first', async (query, slug) => {
    expect((await found(query))[0]).toBe(slug);
    expect((await find(query)).respelt).toBe(false);
  });

  it.each([
    ['thủ tụk hành chính', 'y-te'],
    ['thủ tụ hành chính', 'y-te'],
    ['bảo hểm y tế', 'y-te'],
    ['bảoo hiểm y tế', 'y-te'],
    ['bao hiem y tees', 'y-te'],
    ['chuyển đổi sôs', 'so'],
    ['chuyne doi so', 'so'],
    ['chuyển dỗi sô', 'so'],
    ['kinh tế sã hội', 'so'],
    ['hocj coong ngheej', 'so'],
    ['xaay dungw ddangr', 'dang'],
    ['đổi mới để xố việc', 'dang'],
  ])('“%s”, with a slip, finds %s first', async (query, slug) => {
    expect((await found(query))[0]).toBe(slug);
  });

  it('says how a query with a slip was read, as the page writes it', async () => {
    const { pages: all, respelt } = await find('chuyne doi so');
    expect(respelt).toBe(true);
    const [text] = await lexicon.texts([all[0]!.page]);
    expect(passageOf(text!, all[0]!.reading).found).toBe('Chuyển đổi số');
  });
  it('takes every letter as meant when asked to', async () => {
    expect((await find('thủ tụk')).respelt).toBe(true);
    expect(await find('thủ tụk', { asTyped: true })).toMatchObject({ respelt: false, near: true });
  });
  it('tells a phrase from its words in another order', async () => {
    expect(await found('chuyển đổi số')).toEqual(['so']);
  });
  it('puts first the marks of a single word that were typed', async () => {
    expect((await found('bán'))[0]).toBe('dang');
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
  it('never throws, whatever is typed', async () => {
    const letters = fc.constantFrom(
      ...'aăâbcdđeêghiklmnoôơpqrstuưvxyàáảãạếềộợựĐ0157 -/“”'.match(/./gu)!,
    );
    const typed = fc.array(letters, { maxLength: 40 }).map((all) => all.join(''));
    await fc.assert(
      fc.asyncProperty(fc.oneof(typed, fc.string()), async (query) => {
        const { pages: all } = await find(query);
        expect(new Set(all.map(({ page: id }) => id)).size).toBe(all.length);
      }),
    );
  });
});
