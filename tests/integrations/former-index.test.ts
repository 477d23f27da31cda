/** A search index that is made of a former site's: what is the same stays where it stands, and nothing else is left. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { filesOf } from '#src/files-of.ts';
import { compressFolder } from '#src/integrations/compress.ts';
import { FinishedFiles } from '#src/integrations/finished-files.ts';
import { buildIndex } from '#src/integrations/search.ts';
import { SiteFolder } from '#src/integrations/site-folder.ts';
import { indexFolder } from '#src/search/index-format.ts';

/** Long enough to be worth compressing. */
const page = (title: string, text: string) => `<!doctype html>
<html lang="vi"><body><main data-pagefind-body><h1>${title}</h1><p>${text.repeat(200)}</p></main></body></html>`;

type Pages = Readonly<Record<string, string>>;

/** Path → bytes of all that stands in the index of a site. */
function indexIn(site: string): Map<string, string> {
  const folder = join(site, indexFolder);
  return new Map(filesOf(folder).map((path) => [path, readFileSync(join(folder, path), 'base64')]));
}

test('a page is edited, one goes, one comes: the index is that of a clean build', async () => {
  const root = mkdtempSync(join(tmpdir(), 'former-index-'));
  onTestFinished(() => rmSync(root, { recursive: true }));
  const build = async (name: string, pages: Pages, over?: string, left = 'left') => {
    const folder = new SiteFolder({ outDir: join(root, name), over, keepsList: true });
    folder.begin();
    const finished = new FinishedFiles({ folder });
    finished.open(folder.fresh, join(root, left));
    await finished.ready();
    // Beside them a page that is as it was.
    if (!finished.place('d/index.html', 'một')) {
      finished.expect('d/index.html', 'một');
      mkdirSync(join(folder.fresh, 'd'));
      writeFileSync(join(folder.fresh, 'd/index.html'), '<p>Như cũ</p>');
    }
    finished.clear();
    for (const [path, html] of Object.entries(pages)) {
      const file = join(folder.fresh, path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, html);
    }
    await buildIndex(folder.fresh, finished);
    await compressFolder(folder.fresh, finished);
    finished.close();
    return folder.dir;
  };
  const inode = (site: string, title: string) => {
    const text = filesOf(join(site, indexFolder)).find(
      (path) =>
        /\/t\d+\.json$/.test(path) &&
        readFileSync(join(site, indexFolder, path), 'utf8').includes(title),
    )!;
    return ['', '.br', '.gz'].map((ending) => statSync(join(site, indexFolder, text + ending)).ino);
  };
  const pages = {
    'a/index.html': page('Bài giữ nguyên', 'Chuyển đổi số. '),
    'b/index.html': page('Bài sẽ sửa', 'Học tập suốt đời. '),
    'c/index.html': page('Bài sẽ bỏ', 'Hòa bình. '),
  };
  const former = await build('1', pages);
  const kept = inode(former, 'Bài giữ nguyên');
  const edited = { ...pages, 'b/index.html': page('Bài sẽ sửa', 'Học tập mỗi ngày. ') };
  const second = await build('2', edited, former);
  expect(inode(second, 'Bài giữ nguyên')).toEqual(kept);
  expect(indexIn(second)).toEqual(indexIn(await build('2-sach', edited)));

  const fewer = Object.fromEntries(
    Object.entries(edited).filter(([path]) => path !== 'c/index.html'),
  );
  const third = await build('3', fewer, second);
  expect(indexIn(third)).toEqual(indexIn(await build('3-sach', fewer)));
  const more = { ...fewer, '0/index.html': page('Bài mới', 'Đứng đầu danh sách. ') };
  const fourth = await build('4', more, third);
  const clean = indexIn(await build('4-sach', more));
  expect(indexIn(fourth)).toEqual(clean);

  // Another code, which may compress otherwise.
  const [copy] = [...clean.keys()].filter((path) => path.endsWith('.br'));
  const file = join(fourth, indexFolder, copy!);
  rmSync(file);
  writeFileSync(file, 'như mã cũ nén');
  expect(indexIn(await build('5', more, fourth, 'left-of-another-code'))).toEqual(clean);
});
