import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeDownload } from '#src/channels/downloads.ts';
import { kitParts, textFile } from '#src/channels/kit/files.ts';
import { loudspeakerScripts } from '#src/channels/loudspeaker/script.ts';
import { posterInput } from '#src/channels/poster/input.ts';
import { qrPng } from '#src/channels/qr/qr.ts';
import { makeAll } from '#src/integrations/downloads.ts';
import { kitPaths, shortAddress } from '#src/model/share-kit.ts';
import { kitContext, kitEntries, units } from './kit-fixtures.ts';
import { readQr } from './read-qr.ts';

const context = { ...kitContext, units };
const entry = kitEntries.find(({ slug }) => slug === 'binh-dan-hoc-vu-so')!;
const scripts = loudspeakerScripts(entry, context.settings);
const { zip, qrPng: code } = kitPaths(entry);
const place = zip.slice(1);

describe('the archive', () => {
  let root: string;
  let files: Record<string, Uint8Array>;
  beforeAll(async () => {
    root = await mkdtemp(join(tmpdir(), 'archive-'));
    const parts = kitParts(entry, scripts, context);
    const site: [string, string | Buffer][] = parts
      .flatMap((part) => ('address' in part ? [part.address] : []))
      .filter((address) => !address.endsWith('.pdf'))
      .map((address) => [address, address]);
    site.push([code, qrPng(shortAddress(entry, context.site).qr, 1000)]);
    site.push([zip.replace('.zip', '.recipe.json'), JSON.stringify(parts)]);
    site.push([
      `in/article/${entry.slug}.recipe.json`,
      JSON.stringify(posterInput(entry, context)),
    ]);
    for (const [path, bytes] of site) {
      await mkdir(dirname(join(root, path)), { recursive: true });
      await writeFile(join(root, path), bytes);
    }
    expect(await makeDownload(root, place)).toBe(true);
    files = unzipSync(await readFile(join(root, place)));
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
        "ap-phich-a4-den-trang.pdf",
        "ap-phich-a5.pdf",
        "ap-phich-a5-den-trang.pdf",
        "ap-phich-a3.pdf",
        "ap-phich-a3-den-trang.pdf",
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
    const before = await readFile(join(root, place));
    await rm(join(root, place));
    await makeDownload(root, place);
    expect(before.equals(await readFile(join(root, place)))).toBe(true);
  });

  test('of an entry that has none is none; a missing part is told', async () => {
    for (const none of [
      'chia-se/khong/bo-chia-se.zip',
      `${place}/bo-chia-se.zip`,
      'in/article/khong-a4.pdf',
      `in/article/${entry.slug}-a6.pdf`,
    ]) {
      expect(await makeDownload(root, none), none).toBe(false);
    }
    await mkdir(join(root, 'chia-se/hong'));
    const parts = [{ name: 'a.png', address: '/khong-co.png' }];
    await writeFile(join(root, 'chia-se/hong/bo-chia-se.recipe.json'), JSON.stringify(parts));
    await expect(makeDownload(root, 'chia-se/hong/bo-chia-se.zip')).rejects.toThrow('khong-co.png');
  });

  test('holds the posters on their papers, in colour and without', () => {
    const boxes = Object.entries(files)
      .filter(([name]) => name.endsWith('.pdf'))
      .map(([name, bytes]) => {
        const pdf = Buffer.from(bytes).toString('latin1');
        return [
          name,
          /MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/
            .exec(pdf)
            ?.slice(1)
            .map((side) => Math.round(Number(side))),
        ];
      });
    expect(Object.fromEntries(boxes)).toEqual({
      'ap-phich-a3.pdf': [842, 1191],
      'ap-phich-a3-den-trang.pdf': [842, 1191],
      'ap-phich-a4.pdf': [595, 842],
      'ap-phich-a4-den-trang.pdf': [595, 842],
      'ap-phich-a5.pdf': [420, 595],
      'ap-phich-a5-den-trang.pdf': [420, 595],
    });
  });

  test('a build for a plain web server makes all, and leaves no recipe', async () => {
    await rm(join(root, 'chia-se/hong'), { recursive: true, force: true });
    const made = (await readdir(root, { recursive: true })).filter((path) =>
      /\.(?:pdf|zip)$/.test(path),
    );
    for (const path of made) await rm(join(root, path));
    expect(await makeAll(root)).toBe(7);
    const left = await readdir(root, { recursive: true });
    expect(left.filter((path) => path.endsWith('.recipe.json'))).toEqual([]);
    expect(left.filter((path) => path.endsWith('.pdf'))).toHaveLength(6);
    expect(left).toContain(place);
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
