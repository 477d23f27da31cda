import { unzipSync } from 'fflate';
import { beforeAll, describe, expect, test } from 'vitest';
import { kitZip, textFile } from '#src/channels/kit/files.ts';
import { loudspeakerScripts } from '#src/channels/loudspeaker/script.ts';
import { kitContext, kitEntries, units } from './kit-fixtures.ts';
import { readQr } from './read-qr.ts';

const context = { ...kitContext, units };
const entry = kitEntries.find(({ slug }) => slug === 'binh-dan-hoc-vu-so')!;
const scripts = loudspeakerScripts(entry, context.settings);

describe('the archive', () => {
  let zip: Buffer;
  let files: Record<string, Uint8Array>;
  beforeAll(async () => {
    zip = await kitZip(entry, scripts, context);
    files = unzipSync(zip);
  });

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
    expect((await kitZip(entry, scripts, context)).equals(zip)).toBe(true);
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
  expect(textFile('Một\nHai').toString()).toBe('\uFEFFMột\r\nHai\r\n');
});
