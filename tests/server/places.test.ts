import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findPlace, placesOf, rewritePlace } from '#admin/server/content/places.ts';
import { types } from '#src/schema/index.ts';
import { article, file } from '#tests/support/content.ts';

const type = types.article;
const body = `
Xem **năm bước** ở [cổng dịch vụ](https://dichvucong.gov.vn/), rồi làm theo.

## Việc cần làm

- Mang giấy tờ, gồm:
  - căn cước công dân.

<Note title="Nhớ">
  Giá \\{100k\\} mỗi lần.
</Note>

| Việc | Ở đâu |
| --- | --- |
| Nộp **hồ sơ** | bộ phận một cửa |
`;
const raw = file({ ...article, title: 'Làm thủ tục ở nhà' }, body);

/** The file with other words where `quote` stands. */
function reworded(quote: string, words: string, text = raw): string {
  const place = findPlace(placesOf(type, text), { field: '', quote });
  if (!place) throw new Error(`“${quote}” is no place of the text.`);
  return rewritePlace(text, place, words);
}

test('every text of an entry is a place, as it is read', () => {
  const texts = placesOf(type, raw).map(({ text }) => text);
  expect(texts).toEqual(
    expect.arrayContaining([
      'Làm thủ tục ở nhà',
      article.keyPoints[0],
      'Xem năm bước ở cổng dịch vụ, rồi làm theo.',
      'Việc cần làm',
      'căn cước công dân.',
      'Giá {100k} mỗi lần.',
      'bộ phận một cửa',
    ]),
  );
});

test('a file that cannot be read has none', () => {
  expect(placesOf(type, '---\ntitle: "chưa đóng\n---\nMột <b.\n')).toEqual([]);
  expect(placesOf(type, 'Chỉ có chữ.')).toEqual([]);
});

test('other words leave bold words and links as they are, and every other line', () => {
  const text = reworded(
    'Xem năm bước ở cổng dịch vụ, rồi làm theo.',
    'Xem kỹ năm bước ở cổng dịch vụ công, rồi làm lần lượt.',
  );
  expect(text).toContain(
    'Xem kỹ **năm bước** ở [cổng dịch vụ công](https://dichvucong.gov.vn/), rồi làm lần lượt.',
  );
  expect(text.split('\n').length).toBe(raw.split('\n').length);
  const changed = text.split('\n').filter((line, at) => line !== raw.split('\n')[at]);
  expect(changed).toHaveLength(1);
});

test('a link of which no word is left is gone with its words', () => {
  const text = reworded('Xem năm bước ở cổng dịch vụ, rồi làm theo.', 'Làm theo năm bước.');
  expect(text).toContain('Làm theo **năm bước**.');
  expect(text).not.toContain('dichvucong');
});

test.each([
  ['Việc cần làm', 'Bà con làm gì', '## Bà con làm gì'],
  ['căn cước công dân.', 'thẻ căn cước.', '  - thẻ căn cước.'],
  ['Giá {100k} mỗi lần.', 'Giá {90k} mỗi lần, <b>rẻ</b>.', '  Giá \\{90k} mỗi lần, \\<b>rẻ\\</b>.'],
  ['Nộp hồ sơ', 'Nộp đủ hồ sơ', '| Nộp đủ **hồ sơ** | bộ phận một cửa |'],
  ['bộ phận một cửa', 'một cửa | tầng 1', '| một cửa \\| tầng 1 |'],
  ['Làm thủ tục ở nhà', 'Làm thủ tục: ngay ở nhà', 'title: "Làm thủ tục: ngay ở nhà"'],
])('“%s” becomes “%s”', (quote, words, line) => {
  expect(reworded(quote, words)).toContain(line);
});

test('whatever is suggested is then read in that place', () => {
  const words = fc
    .string({
      unit: fc.constantFrom(...Array.from('aăâbcdđ eêghi{}<>*_`[]()#-.1&|\\')),
      minLength: 1,
      maxLength: 40,
    })
    .map((text) => text.replace(/\s+/g, ' ').trim())
    .filter((text) => text !== '');
  fc.assert(
    fc.property(words, (wanted) => {
      for (const quote of [
        'Xem năm bước ở cổng dịch vụ, rồi làm theo.',
        'Việc cần làm',
        'Nộp hồ sơ',
      ]) {
        const texts = placesOf(type, reworded(quote, wanted)).map(({ text }) => text);
        expect(texts).toContain(wanted);
      }
    }),
    { numRuns: 100 },
  );
});
