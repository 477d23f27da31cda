import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { packArchive, recipeOf } from '#src/channels/kit/archive.ts';
import { kitParts, textFile } from '#src/channels/kit/files.ts';
import { loudspeakerScripts } from '#src/channels/loudspeaker/script.ts';
import { qrPng } from '#src/channels/qr/qr.ts';
import { kitPaths, shortAddress } from '#src/model/share-kit.ts';
import { kitContext, kitEntries, units } from './kit-fixtures.ts';
import { readQr } from './read-qr.ts';

const context = { ...kitContext, units };
const entry = kitEntries.find(({ slug }) => slug === 'binh-dan-hoc-vu-so')!;
const scripts = loudspeakerScripts(entry, context.settings);
const { zip: place, qrPng: code } = kitPaths(entry);

describe('the archive', () => {
  let root: string;
  let zip: Buffer;
  let files: Record<string, Uint8Array>;
  beforeAll(async () => {
    root = await mkdtemp(join(tmpdir(), 'archive-'));
    const parts = kitParts(entry, scripts, context);
    const site = parts.map((part): [string, string | Buffer] => [
      'address' in part ? part.address : '/no/file',
      'address' in part ? part.address : '',
    ]);
    site.push([code, qrPng(shortAddress(entry, context.site).qr, 1000)]);
    site.push([recipeOf(place), JSON.stringify(parts)]);
    for (const [path, bytes] of site) {
      await mkdir(dirname(join(root, path)), { recursive: true });
      await writeFile(join(root, path), bytes);
    }
    zip = (await packArchive(root, place))!;
    files = unzipSync(zip);
  });
  afterAll(() => rm(root, { recursive: true }));

  test('holds pictures, posters, codes, captions and scripts', () => {
    expect(Object.keys(files)).toMatchInlineSnapshot(`
      [
        "anh-vuong.png",
        "anh-doc.png",
        "anh-story.png",
        "the-chia-se.png",
        "ap-phich-a4.pdf",
        "ap-phich-a5.pdf",
        "ma-qr.svg",
        "ma-qr.png",
        "loi-dang-zalo-ngan.txt",
        "loi-dang-zalo-vua.txt",
        "loi-dang-zalo-dai.txt",
        "loi-dang-fanpage-ngan.txt",
        "loi-dang-fanpage-vua.txt",
        "loi-dang-fanpage-dai.txt",
        "loa-1-phut.txt",
        "loa-2-phut.txt",
      ]
    `);
  });

  test('is the same for the same entry', async () => {
    expect((await packArchive(root, place))!.equals(zip)).toBe(true);
  });

  test('of an entry that has none is none; a missing part is told', async () => {
    expect(await packArchive(root, '/chia-se/khong/bo-chia-se.zip')).toBeUndefined();
    expect(await packArchive(root, `${place}/bo-chia-se.zip`)).toBeUndefined();
    await mkdir(join(root, 'chia-se/hong'));
    const parts = [{ name: 'a.png', address: '/khong-co.png' }];
    await writeFile(join(root, 'chia-se/hong/a.recipe.json'), JSON.stringify(parts));
    await expect(packArchive(root, '/chia-se/hong/a.zip')).rejects.toThrow('khong-co.png');
  });

  test('holds a code that reads', async () => {
    expect(await readQr(Buffer.from(files['ma-qr.png']!))).toBe(
      'https://khuong-dinh.example/d/ha3ut/?k=qr',
    );
  });

  test('marks the links of captions by their channel', () => {
    const text = (name: string) => Buffer.from(files[name]!).toString();
    expect(text('loi-dang-zalo-ngan.txt')).toContain('?k=zalo');
    expect(text('loi-dang-fanpage-ngan.txt')).toContain('?k=fanpage');
  });
});

test('text files open in any Notepad', () => {
  expect(textFile('Một\nHai')).toBe('\uFEFFMột\r\nHai\r\n');
});
