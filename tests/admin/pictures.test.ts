import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pictureName, unreadable, whyUnusable } from '#admin/app/pictures.ts';
import { isSlug } from '#src/schema/slug.ts';

describe('a file that no page can show', () => {
  test.each([
    ['IMG_1203.HEIC', 'HEIC của iPhone'],
    ['Kế hoạch.pdf', 'tệp PDF'],
    ['bản vẽ.svg', 'PNG'],
    ['quét.TIFF', 'TIFF'],
    ['vẫy tay.gif', 'ảnh tĩnh'],
  ])('%s is named with what to do', (name, remedy) => {
    const told = whyUnusable({ name: name.normalize('NFD'), size: 9 });
    expect(told).toContain(`“${name}”`);
    expect(told).toContain(remedy);
  });

  test('an empty file is told, whatever its name', () => {
    expect(whyUnusable({ name: 'anh.jpg', size: 0 })).toContain('tệp trống');
  });

  test('pictures are not refused unread', () => {
    for (const name of ['a.jpg', 'a.JPEG', 'a.png', 'a.webp', 'a.avif', 'a.bmp', 'a']) {
      expect(whyUnusable({ name, size: 9 })).toBeUndefined();
    }
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
