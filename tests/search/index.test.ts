import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPostings, shardOf, writePostings, type Weight } from '#src/search/index-format.ts';
import { marksApart } from '#src/search/marks.ts';
import { markWords, passageOf, rowOf } from '#src/search/passage.ts';
import { slip } from '#src/search/slips.ts';

const postings = fc
  .uniqueArray(fc.nat(20_000))
  .map((pages) => pages.sort((a, b) => a - b))
  .chain((pages) =>
    fc.tuple(...pages.map((page) => fc.record({ page: fc.constant(page), weight: weight() }))),
  );

function weight() {
  return fc.constantFrom<Weight>(1, 2, 3);
}

describe('postings', () => {
  it('come back from their text', () => {
    fc.assert(
      fc.property(postings, (all) => {
        expect(readPostings(writePostings(all))).toEqual(all);
      }),
    );
  });
});

describe('shardOf', () => {
  const starts = ['a', 'chuyen', 'so'];
  it.each([
    ['a', 0],
    ['chu', 0],
    ['chuyen', 1],
    ['doi', 1],
    ['zalo', 2],
    ['57', -1],
  ])('%s lies in shard %i', (word, shard) => expect(shardOf(starts, word)).toBe(shard));
});

describe('slip', () => {
  it.each([
    ['tru', 'truc'],
    ['khog', 'khong'],
    ['cogn', 'cong'],
    ['hieuj', 'hieu'],
    ['quaa', 'qua'],
    ['quaa', 'quan'],
    ['vna', 'van'],
    ['iga', 'gia'],
    ['xang', 'sang'],
    ['tranh', 'chanh'],
    ['rao', 'giao'],
  ])('“%s” may be “%s”', (typed, word) => expect(slip(typed, word)).toBeLessThan(1.3));

  it.each([
    ['so', 'chuyen'],
    ['hanh', 'chinh'],
    ['a', 'an'],
    ['xang', 'bang'],
    ['rac', 'dat'],
  ])('“%s” is not “%s”', (typed, word) => expect(slip(typed, word)).toBeUndefined());

  it('costs less where two letters are swapped than where one is too many', () => {
    expect(slip('vna', 'van')!).toBeLessThan(slip('vany', 'van')!);
  });
});

describe('marksApart', () => {
  it('is nothing for the same marks and for none typed', () => {
    expect(marksApart('đổi', 'đổi')).toBe(0);
    expect(marksApart('doi', 'đổi')).toBe(0);
  });
  it('is little between hỏi and ngã, more between other tones', () => {
    expect(marksApart('đỗi', 'đổi')).toBeLessThan(marksApart('đối', 'đổi'));
  });
});

const page = {
  address: '/bai-viet/so/',
  title: 'Học công nghệ',
  summary: 'Một câu tóm tắt.',
  sections: [
    ['', '', 'Học công nghệ. Một câu tóm tắt.'],
    ['lam-gi', 'Làm gì', 'Làm gì? Bà con học chuyển đổi số & <b>dùng</b> dịch vụ công.'],
  ] as [string, string, string][],
};

describe('a passage', () => {
  it('leads to the section that has it, with the words marked', () => {
    const { address, heading, parts, found } = passageOf(page, ['chuyen', 'doi', 'so']);
    expect(address).toBe('/bai-viet/so/#lam-gi');
    expect(heading).toBe('Làm gì');
    expect(found).toBe('chuyển đổi số');
    expect(parts).toEqual([
      { text: 'Làm gì? Bà con học ', marked: false },
      { text: 'chuyển đổi số', marked: true },
      { text: ' & <b>dùng</b> dịch vụ công.', marked: false },
    ]);
  });
  it('is the summary where the page has none of the words', () => {
    expect(passageOf(page, ['xyz']).parts).toEqual([{ text: page.summary, marked: false }]);
  });
  it('holds to the marks that were typed', () => {
    expect(rowOf(page, ['công', 'nghệ'])).toBe(2);
    expect(rowOf(page, ['cong', 'nghe'])).toBe(2);
    expect(rowOf(page, ['cổng', 'nghệ'])).toBe(0);
  });
  it('may run from one section into the next', () => {
    expect(rowOf(page, ['tóm', 'tắt', 'làm', 'gì'])).toBe(1);
    expect(passageOf(page, ['tóm', 'tắt', 'làm', 'gì']).parts.some((part) => part.marked)).toBe(
      true,
    );
  });
  it('gives the text back, whatever is marked', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.array(fc.string()), (text, reading) => {
        const parts = markWords(text, reading);
        expect(parts.map((part) => part.text).join('')).toBe(text);
      }),
    );
  });
});
