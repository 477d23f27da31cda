/** Articles from elsewhere become drafts on a real repository; what nobody wrote is not made up. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { importFolder, type ImportRow } from '#admin/exchange/import.ts';
import { fromHtml, fromMarkdown } from '#admin/foreign-text/body.ts';
import { checkBody, parseBody, plainText } from '#src/schema/body.ts';
import { people, startWorld, type World } from '#tests/server/harness.ts';
import { wordFile } from './word-file.ts';

let world: World;
let folder = '';
beforeAll(async () => {
  world = await startWorld();
  folder = join(world.dir, 'bai-cu');
  await mkdir(folder);
  const files: Record<string, string | Buffer> = {
    'Bài Word.docx': wordFile(),
    'bai.md': '# Tiêu đề từ Markdown\n\nMột đoạn. [Xem](https://vi-du.vn/a?utm_source=x&b=1)\n',
    'co-khai-bao.md': `---\ntitle: ${'Bài có khai báo'.normalize('NFD')}\nsummary: Tóm tắt có sẵn, đủ dài để dùng được.\n---\n\nNội dung.\n`,
    'trang.html':
      '<h1>Trang web cũ</h1><script>alert(1)</script><p onclick="x()">Chữ <b>đậm</b> <img src="https://theo-doi.vn/p.gif"><a href="javascript:alert(1)">bấm</a></p><h4>Đầu mục sâu</h4>',
    'rong.md': '',
    'hong.docx': 'không phải Word',
    'bang-tinh.xlsx': 'x',
  };
  for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content);
});
afterAll(() => world.close());

const choices = { axis: 'truc-1', unit: 'uy-ban-nhan-dan', source: 'ke-hoach' };

const run = (dryRun = false): Promise<ImportRow[]> =>
  importFolder(world.services.drafts, folder, {
    choices,
    user: people.editor,
    now: new Date('2026-11-26T02:00:00Z'),
    dryRun,
  });

const draftText = (slug: string) =>
  world.git('show', `cms/article/${slug}:content/articles/${slug}.mdx`);

describe('a folder', () => {
  test('a dry run reports and makes nothing', async () => {
    const rows = await run(true);
    expect(rows.filter(({ outcome }) => outcome === 'sẽ tạo')).toHaveLength(4);
    expect(await world.services.drafts.all()).toEqual([]);
  });

  test('an axis, a unit or a source that does not exist is refused before anything is made', async () => {
    const wrong = { axis: 'truc-9', unit: 'uy-ban-nhan-dan', source: 'ke-hoach-cu' };
    const options = { choices: wrong, user: people.editor, now: new Date(), dryRun: false };
    const error = await importFolder(world.services.drafts, folder, options).catch(String);
    expect(error).toContain('--axis: không có trục nội dung nào mang mã “truc-9”');
    expect(error).toContain('truc-1, truc-2');
    expect(error).toContain('--source: ');
    expect(error).not.toContain('--unit');
    expect(await world.services.drafts.all()).toEqual([]);
  });

  test('each readable file becomes a draft; one that cannot be read stops no other', async () => {
    const outcomes = Object.fromEntries((await run()).map(({ file, outcome }) => [file, outcome]));
    expect(outcomes).toEqual({
      'Bài Word.docx': 'đã tạo',
      'bai.md': 'đã tạo',
      'bang-tinh.xlsx': 'bỏ qua',
      'co-khai-bao.md': 'đã tạo',
      'hong.docx': 'lỗi',
      'rong.md': 'lỗi',
      'trang.html': 'đã tạo',
    });
    expect(await world.services.drafts.all()).toHaveLength(4);
  });

  test('brought in again, nothing is made twice', async () => {
    const again = await run();
    expect(again.filter(({ outcome }) => outcome === 'đã tạo')).toEqual([]);
    expect(again.filter(({ outcome }) => outcome === 'đã có')).toHaveLength(4);
  });

  test('a Word file keeps its headings, lists, table, picture and added words; looks and deleted words go', async () => {
    const text = await draftText('khu-dan-cu-lam-theo-nghi-quyet');
    for (const kept of [
      'Bà con **cùng làm**, cùng hưởng.',
      '## Việc đã làm',
      '- Dọn ngõ',
      '  - Cây bóng mát',
      '| Thứ bảy | Dọn ngõ |',
      '<Figure src="/media/bai-word-',
      'Câu mới thêm.',
    ]) {
      expect(text).toContain(kept);
    }
    expect(text).not.toMatch(/Câu đã bỏ|FF0000|\u00a0/);
    const body = text.slice(text.indexOf('---\n', 4) + 4);
    expect(checkBody(body)).toEqual([]);
    expect(parseBody(body).children.map(plainText).join(' ')).toContain('import là chữ thường');
    expect(
      await world.git('ls-tree', '-r', '--name-only', 'cms/article/khu-dan-cu-lam-theo-nghi-quyet'),
    ).toMatch(/content\/media\/bai-word-[0-9a-f]{8}\.png/);
  });

  test('a page loses its scripts and what follows readers about', async () => {
    const text = await draftText('trang-web-cu');
    expect(text).toContain('Chữ **đậm**');
    expect(text).toContain('## Đầu mục sâu');
    expect(text).not.toMatch(/alert|theo-doi|javascript/);
    expect(await draftText('tieu-de-tu-markdown')).toContain('(https://vi-du.vn/a?b=1)');
  });

  test('what no file tells is marked, and keeps the draft from the site', async () => {
    const slug = 'bai-co-khai-bao';
    const text = await draftText(slug);
    expect(text).toContain('summary: Tóm tắt có sẵn, đủ dài để dùng được.');
    expect(text).toContain('[CẦN ĐIỀN] Điều cần nhớ thứ nhất.');
    const { services } = world;
    await services.workflow.setStatus(people.editor, 'pending_review', {
      collection: 'article',
      slug,
    });
    const review = await world.request(`/admin/duyet/article/${slug}/`, { as: 'approver' });
    expect(String(review.body)).toContain('[CẦN ĐIỀN]');
  });
});

test('whatever text comes in, it is a body, and says the same', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), (text) => {
      const escaped = text
        .replaceAll('&', '&amp;')
        .replaceAll('<', '&lt;')
        .replace(/[\p{Cc}]/gu, ' ');
      const { body } = fromHtml(`<p>${escaped}</p>`, { pictures: new Map() });
      expect(checkBody(body)).toEqual([]);
    }),
    { numRuns: 300 },
  );
});

test.each([
  'import x',
  'export y',
  '{1+1}',
  '<b>',
  '<3 bà con',
  '- [ ] việc',
  '# không phải đầu mục?',
  'a_b*c',
])('“%s” stays text', (text) => {
  const { body } = fromHtml(`<p>${text.replaceAll('<', '&lt;')}</p>`, { pictures: new Map() });
  expect(parseBody(body).children.map(plainText).join(' ')).toBe(text);
  expect(checkBody(fromMarkdown(text, { pictures: new Map() }).body)).toEqual([]);
});
