import { readFile } from 'node:fs/promises';
import fc from 'fast-check';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { colourSpaceOf, isHeic } from '#admin/app/heic/file.ts';
import { pictureName, unreadable, whyUnusable } from '#admin/app/pictures.ts';
import { lossOf } from '#admin/app/picture-loss.ts';
import { isSlug } from '#src/schema/slug.ts';

describe('a file that no page can show', () => {
  const nothing = new Uint8Array();

  test.each([
    ['Kế hoạch.pdf', 'tệp PDF'],
    ['bản vẽ.svg', 'PNG'],
    ['quét.TIFF', 'TIFF'],
    ['vẫy tay.gif', 'ảnh tĩnh'],
    ['lễ hội.MOV', 'Bản ghi'],
    ['công văn.docx', 'không phải là ảnh'],
  ])('%s is named with what to do', (name, remedy) => {
    const told = whyUnusable({ name: name.normalize('NFD'), size: 9 }, nothing);
    expect(told).toContain(`“${name}”`);
    expect(told).toContain(remedy);
  });

  test.each([
    ['%PDF-1.7', 'tệp PDF'],
    ['<?xml version="1.0"?>\n<svg xmlns="">', 'SVG'],
    ['II*\0', 'TIFF'],
    ['GIF89a', 'GIF'],
    ['\0\0\0\x1cftypM4A ', 'âm thanh'],
    ['\0\0\0\x20ftypisom', 'phim'],
    ['PK\x03\x04', 'không phải là ảnh'],
  ])('%j is known by its bytes, whatever it is called', (start, kind) => {
    const told = whyUnusable({ name: 'ảnh.jpg', size: 9 }, Buffer.from(start, 'latin1'));
    expect(told).toContain('“ảnh.jpg”');
    expect(told).toContain(kind);
  });

  test('an empty file is told, whatever its name; one too large with its size', () => {
    expect(whyUnusable({ name: 'anh.jpg', size: 0 }, nothing)).toContain('tệp trống');
    expect(whyUnusable({ name: 'ảnh.jpg', size: 14_260_000 }, nothing)).toMatch(
      /^Không dùng được “ảnh\.jpg”: ảnh 14,3 MB, mà mỗi ảnh tối đa 12 MB\. Hãy/,
    );
  });

  test('pictures are not refused unread', async () => {
    for (const name of ['a.jpg', 'a.JPEG', 'a.png', 'a.webp', 'a.avif', 'a.bmp', 'a']) {
      expect(whyUnusable({ name, size: 9 }, nothing)).toBeUndefined();
    }
    const picture = sharp({ create: { width: 8, height: 8, channels: 3, background: 'red' } });
    for (const format of ['jpeg', 'png', 'webp', 'avif'] as const) {
      const bytes = await picture.clone().toFormat(format).toBuffer();
      expect(whyUnusable({ name: 'a', size: 9 }, bytes)).toBeUndefined();
    }
    const photo = await readFile('tests/fixtures/iphone.heic');
    expect(whyUnusable({ name: 'a.HEIC', size: 9 }, photo)).toBeUndefined();
  });

  test('one that cannot be read is named', () => {
    expect(unreadable('ảnh hỏng.jpg'.normalize('NFD'))).toContain('“ảnh hỏng.jpg”');
  });
});

describe('the name of a picture', () => {
  test('keeps its words whole, in whatever form Unicode has them', () => {
    expect(pictureName('Ảnh Đại hội.JPG'.normalize('NFD'), new Set())).toBe('anh-dai-hoi.webp');
  });

  test('is a free one', () => {
    expect(pictureName('image.jpg', new Set(['image.webp', 'image-2.webp']))).toBe('image-3.webp');
  });

  test('is one that the schema takes, whatever the file is called', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.array(fc.nat(20)), (name, counts) => {
        const first = pictureName(name, new Set());
        const taken = new Set([first, ...counts.map((n) => first.replace('.webp', `-${n}.webp`))]);
        const free = pictureName(name, taken);
        expect(taken.has(free)).toBe(false);
        expect(isSlug(first.replace('.webp', ''))).toBe(true);
      }),
    );
  });
});

describe('what a picture loses is told', () => {
  const red = { r: 200, g: 30, b: 30 };
  const still = sharp({ create: { width: 8, height: 8, channels: 3, background: red } });
  test('a moving one keeps its first picture', async () => {
    const frame = await still.clone().png().toBuffer();
    const moving = sharp([frame, await sharp(frame).negate().png().toBuffer()], {
      join: { animated: true },
    });
    const moved = await moving.webp().toBuffer();
    expect(lossOf(moved)).toEqual(['Ảnh động chỉ giữ được hình đầu tiên.']);
    expect(lossOf(await still.clone().webp().toBuffer())).toEqual([]);
  });

  test('a moving PNG, too', () => {
    const chunk = (name: string, data = '') => {
      const length = Buffer.alloc(4);
      length.writeUInt32BE(data.length);
      return Buffer.concat([length, Buffer.from(name + data), Buffer.alloc(4)]);
    };
    const png = (...chunks: Buffer[]) =>
      Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), ...chunks]);
    expect(
      lossOf(png(chunk('IHDR', 'x'.repeat(13)), chunk('acTL', 'x'.repeat(8)), chunk('IDAT'))),
    ).toHaveLength(1);
    expect(lossOf(png(chunk('IHDR', 'x'.repeat(13)), chunk('IDAT'), chunk('acTL')))).toEqual([]);
  });

  test('one in the colours of print, unless it says what they mean', async () => {
    const print = still.clone().toColourspace('cmyk').jpeg();
    expect(lossOf(await print.clone().toBuffer())[0]).toContain('CMYK');
    expect(lossOf(await print.clone().withIccProfile('cmyk').toBuffer())).toEqual([]);
    expect(lossOf(await still.clone().jpeg().toBuffer())).toEqual([]);
  });

  test('whatever the bytes are, nothing breaks', () => {
    const starts = ['', 'RIFF0000WEBPVP8X', '\x89PNG\r\n\x1a\n', '\xff\xd8\xff\xe2'];
    fc.assert(
      fc.property(fc.constantFrom(...starts), fc.uint8Array({ maxLength: 80 }), (start, rest) => {
        expect(lossOf(Buffer.concat([Buffer.from(start, 'latin1'), rest])).length).toBeLessThan(2);
      }),
    );
  });
});

describe('a picture of an iPhone', () => {
  test('is known by its bytes, with the colours that it is in', async () => {
    const photo = await readFile('tests/fixtures/iphone.heic');
    expect(isHeic(photo)).toBe(true);
    expect(colourSpaceOf(photo)).toBe('display-p3');
    const avif = await sharp({ create: { width: 8, height: 8, channels: 3, background: 'red' } })
      .withIccProfile('srgb')
      .avif()
      .toBuffer();
    expect(isHeic(avif)).toBe(false);
    expect(colourSpaceOf(avif)).toBe('srgb');
  });

  test('whatever the bytes are, nothing breaks', async () => {
    const photo = await readFile('tests/fixtures/iphone.heic');
    fc.assert(
      fc.property(fc.nat(photo.length), fc.uint8Array({ maxLength: 40 }), (at, noise) => {
        const broken = Buffer.concat([photo.subarray(0, at), noise, photo.subarray(at + 40)]);
        expect(typeof isHeic(broken)).toBe('boolean');
        expect(['srgb', 'display-p3']).toContain(colourSpaceOf(broken));
      }),
    );
  });
});
