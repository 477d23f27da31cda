import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { expect, onTestFinished, test } from 'vitest';
import { filesOf } from '#src/files-of.ts';
import { compressFolder } from '#src/integrations/compress.ts';

test('what readers ask for has copies that say the same; small files, pictures and recipes have none', async () => {
  const root = mkdtempSync(join(tmpdir(), 'compress-'));
  onTestFinished(() => rmSync(root, { recursive: true }));
  mkdirSync(join(root, 'in/article'), { recursive: true });
  const text = 'Người dân cần biết điều gì? '.repeat(100);
  const alone = ['in/article/a.recipe.json', 'anh.png'];
  for (const path of ['trang.html', ...alone]) writeFileSync(join(root, path), text);
  writeFileSync(join(root, 'ngan.html'), 'Ngắn');
  await compressFolder(root);
  expect(filesOf(root).sort()).toEqual(
    [...alone, 'ngan.html', 'trang.html', 'trang.html.br', 'trang.html.gz'].sort(),
  );
  const read = (path: string) => readFileSync(join(root, path));
  expect(brotliDecompressSync(read('trang.html.br')).toString()).toBe(text);
  expect(gunzipSync(read('trang.html.gz')).toString()).toBe(text);
});
