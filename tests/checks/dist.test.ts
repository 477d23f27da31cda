import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { kits } from '#src/checks/dist/kits.ts';
import { readPage } from '#src/checks/dist/page.ts';
import { pictures } from '#src/checks/dist/pictures.ts';

let root: string;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'dist-'));
});
afterAll(() => rm(root, { recursive: true }));

async function blank(file: string, width: number, height: number): Promise<void> {
  const path = join(root, file);
  await mkdir(dirname(path), { recursive: true });
  const picture = sharp({ create: { width, height, channels: 3, background: 'white' } });
  await writeFile(path, await picture.png().toBuffer());
}

test('a picture of another size, of too many bytes or of an unknown format is found', async () => {
  await blank('anh/article/x-vuong.png', 1080, 1080);
  await blank('anh/article/x-doc.png', 1080, 1080);
  await blank('anh/article/x-ngang.png', 1080, 1080);
  await blank('anh-chia-se/article/x.png', 1200, 630);
  const files = new Map([
    ['anh/article/x-vuong.png', 9000],
    ['anh/article/x-doc.png', 9000],
    ['anh/article/x-ngang.png', 9000],
    ['anh-chia-se/article/x.png', 200_000],
    ['index.html', 900_000],
  ]);
  const found = await pictures({ root, pages: [], files });
  expect(found.map(({ file, message }) => [file, message])).toEqual([
    ['dist/anh/article/x-doc.png', 'Ảnh 1080×1080 điểm ảnh, phải là 1080×1350.'],
    ['dist/anh/article/x-ngang.png', 'Ảnh 1080×1080 điểm ảnh, không khổ nào như thế.'],
    ['dist/anh-chia-se/article/x.png', 'Ảnh chia sẻ nặng 195.3 KiB, tối đa 150.0 KiB.'],
  ]);
});

test('an entry without a part of its kit is found, a retired one needs none', () => {
  const page = readPage('bai-viet/x/index.html', '<h1>X</h1>');
  const retired = readPage('bai-viet/y/index.html', '<meta name="robots" content="noindex">');
  const list = readPage('bai-viet/index.html', '<h1>Bài viết</h1>');
  const pages = [page, retired, list];
  const missing = kits({ root, pages, files: new Map() }).map(({ message }) => message);
  expect(missing).toContain('Bộ chia sẻ thiếu tệp anh/article/x-story.png.');
  expect(missing).toHaveLength(17);
  const files = new Map(missing.map((message) => [message.slice(21, -1), 1]));
  expect(kits({ root, pages, files })).toEqual([]);
});
