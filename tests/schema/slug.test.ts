import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isSlug, toSlug } from '#src/schema/slug.ts';

test.each([
  ['Chuyển đổi số', 'chuyen-doi-so'],
  ['Đường Khương Đình', 'duong-khuong-dinh'],
  ['  “6 rõ, 1 xuyên suốt”  ', '6-ro-1-xuyen-suot'],
  ['Nghị quyết số 57-NQ/TW', 'nghi-quyet-so-57-nq-tw'],
  ['Chuyển đổi số'.normalize('NFD'), 'chuyen-doi-so'],
  ['!!!', ''],
])('%s → %s', (text, slug) => {
  expect(toSlug(text)).toBe(slug);
});

test('every text gives a slug that can be used, or nothing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
      const slug = toSlug(text);
      expect(slug === '' || isSlug(slug)).toBe(true);
    }),
  );
});
