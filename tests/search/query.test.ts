import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitJoined } from '#src/search/joined.ts';
import { understand } from '#src/search/query.ts';
import { placeTone } from '#src/search/syllable.ts';
import { fold, words } from '#src/search/text.ts';
import { decodeKeys } from '#src/search/typing.ts';

/** The readings of a query as people would write them. */
const readings = (query: string) => understand(query).map((reading) => reading.join(' '));

const vietnamese = fc
  .array(
    fc.constantFrom(...'aăâbcdđeêghiklmnoôơpqrstuưvxyàáảãạếềộợựĐÂ0123456789 -,./“”'.match(/./gu)!),
  )
  .map((letters) => letters.join(''));
const anyText = fc.oneof(vietnamese, fc.string({ unit: 'grapheme' }), fc.string());

describe('fold', () => {
  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(vietnamese, (text) => {
        expect(fold(fold(text))).toBe(fold(text));
      }),
    );
  });
  it('takes what was typed in parts for the whole', () => {
    expect(words('hòa'.normalize('NFD'))).toEqual(['hòa']);
  });
});

describe('placeTone', () => {
  it.each([
    ['hoà', 'hòa'],
    ['khoẻ', 'khỏe'],
    ['thuỷ', 'thủy'],
    ['uỷ', 'ủy'],
    ['quý', 'quý'],
    ['già', 'già'],
    ['chuyển', 'chuyển'],
    ['người', 'người'],
    ['hoàn', 'hoàn'],
    ['khuỷu', 'khuỷu'],
    ['infographic', 'infographic'],
  ])('%s is %s', (typed, placed) => expect(placeTone(typed)).toBe(placed));

  it('changes nothing the second time', () => {
    fc.assert(fc.property(anyText, (text) => placeTone(placeTone(text)) === placeTone(text)));
  });
});

describe('decodeKeys', () => {
  it.each([
    ['chuyeenr', 'chuyển'],
    ['chuyener', 'chuyển'],
    ['ddooir', 'đổi'],
    ['soos', 'số'],
    ['dduwowngf', 'đường'],
    ['duwongf', 'dường'],
    ['nguwowif', 'người'],
    ['muaw', 'mưa'],
    ['hoawcj', 'hoặc'],
    ['quyeets', 'quyết'],
    ['gif', 'gì'],
    ['nhw', 'như'],
    ['chuye6n3', 'chuyển'],
    ['d9o6i3', 'đổi'],
    ['so61', 'số'],
    ['d9u7o7ng2', 'đường'],
    ['ngu7o7i2', 'người'],
    ['qua6n5', 'quận'],
    ['a8n', 'ăn'],
  ])('%s is %s', (keys, syllable) => expect(decodeKeys(keys)).toBe(syllable));

  it.each(['so', 'chuyen', 'doi', 'đổi', 'nq57', 'steam', '57', 'ubnd', 'covid19'])(
    '%s is left alone',
    (word) => expect(decodeKeys(word)).toBeUndefined(),
  );
  it.each([
    ['coong', 'công'],
    ['noong', 'nông'],
  ])('%s spells a syllable and is also %s', (keys, syllable) => {
    expect(decodeKeys(keys)).toBeUndefined();
    expect(decodeKeys(keys, { always: true })).toBe(syllable);
  });
});

describe('splitJoined', () => {
  it('cuts into the fewest syllables', () => {
    expect(splitJoined('chuyendoiso')).toEqual([['chuyen', 'doi', 'so']]);
    expect(splitJoined('thutuchanhchinh')).toContainEqual(['thu', 'tuc', 'hanh', 'chinh']);
    expect(splitJoined('chuyểnđổisố')).toEqual([['chuyển', 'đổi', 'số']]);
  });
  it('cuts off words that are no syllables where they are known', () => {
    const isWord = (plain: string) => ['facebook', 'trang'].includes(plain);
    expect(splitJoined('trangfacebook', 4, isWord)).toEqual([['trang', 'facebook']]);
  });
  it.each(['chuyen', 'facebook', '', '57'])('leaves “%s”', (word) =>
    expect(splitJoined(word)).toEqual([]),
  );
});

describe('understand', () => {
  it.each([
    ['chuyeenr ddooir soos', 'chuyển đổi số'],
    ['chuye6n3 d9o6i3 so61', 'chuyển đổi số'],
    ['chuyendoiso', 'chuyen doi so'],
    ['TTHC', 'thủ tục hành chính'],
    ['cds phường', 'chuyển đổi số phường'],
    ['KT-XH', 'kinh tế xã hội'],
    ['ủy ban nhân dân phường', 'ubnd phường'],
    ['hoà bình', 'hòa bình'],
    ['kĩ năng số', 'kỹ năng số'],
    ['xử lý', 'xử lí'],
    ['đại hội 14', 'đại hội xiv'],
    ['làm thủ tục hành chính ở đâu', 'thủ tục hành chính'],
    ['dang ky bao hiem y te the nao', 'bao hiem y te'],
    ['lamf TTHC owr ddaau', 'thủ tục hành chính'],
    ['57-NQ/TW', '57nqtw'],
    ['NQ57', '57nqtw'],
    ['nq 57/tw', '57nqtw'],
    ['nghị quyết số 57', '57nqtw'],
    ['nghij quyeets 57', '57nqtw'],
    ['Nghị quyết số 57-NQ/TW', 'nghị quyết 57'],
    ['03-DA/TU', '03đatu'],
    ['đề án 3', '03đatu'],
    ['kế hoạch 51 về tuyên truyền', '51khtu về tuyên truyền'],
  ])('reads “%s” as “%s”', (query, reading) => expect(readings(query)).toContain(reading));

  it('has nothing to search for without a letter or digit', () => {
    expect(understand(' ?!“” ')).toEqual([]);
  });

  it('never throws, keeps the words as typed, and gives single words in NFC', () => {
    fc.assert(
      fc.property(anyText, (query) => {
        const found = understand(query);
        const typed = words(query).slice(0, 24).join(' ');
        if (typed !== '') expect(found.map((reading) => reading.join(' '))).toContain(typed);
        for (const word of found.flat()) {
          expect(word).toBe(word.normalize('NFC'));
          expect(word).toMatch(/^[\p{L}\p{M}\p{N}]+$/u);
        }
      }),
    );
  });
});
