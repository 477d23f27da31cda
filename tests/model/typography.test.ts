import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { documentNumber, together, unbroken } from '#src/model/typography.ts';

/** Spaces that no line may break at, made visible. */
const shown = (text: string) => text.replaceAll('\u00a0', '_');

test.each([
  ['Bảo hiểm y tế, bảo hiểm xã hội', 'Bảo_hiểm y_tế, bảo_hiểm xã_hội'],
  ['dân kiểm tra, dân giám sát việc này', 'dân_kiểm_tra, dân_giám_sát việc_này'],
  ['Cấp ủy - chính quyền cùng lo một việc', 'Cấp_ủy_- chính_quyền cùng lo một_việc'],
  // Part of another word is no compound.
  ['mây tế nhị bay qua đây', 'mây tế nhị bay qua_đây'],
  ['Rõ người', 'Rõ người'],
  // A name is not parted; a heading in capitals may be.
  [
    'Bà con phường Mẫu Sơn gặp ông Nguyễn Văn An, Trần Bình',
    'Bà_con phường Mẫu_Sơn gặp ông Nguyễn_Văn_An, Trần_Bình',
  ],
  ['Chào Mừng Ngày Hội Của Phường', 'Chào Mừng Ngày Hội Của_Phường'],
])('“%s” keeps together what belongs together', (text, expected) => {
  expect(shown(unbroken(text))).toBe(expected);
});

describe('running text', () => {
  test.each([
    ['Nghị quyết số 57-NQ/TW ngày 22/12/2024', 'Nghị quyết số_57-NQ/TW ngày_22/12/2024'],
    ['Nghị quyết 57 nói về việc gì', 'Nghị_quyết_57 nói về việc gì'],
    ['Kế hoạch 51-KH/TU', 'Kế hoạch 51-KH/TU'],
    ['ngày 2 tháng 9', 'ngày_2_tháng_9'],
    // Too long for a small phone, it breaks before the year.
    ['ngày 26 tháng 11 năm 2026', 'ngày_26_tháng_11 năm_2026'],
    ['Điều 5, khoản 2, điểm đ; mục II.1.1', 'Điều_5, khoản_2, điểm_đ; mục_II.1.1'],
    ['Đại hội XIV của Đảng, điểm mới', 'Đại_hội_XIV của Đảng, điểm mới'],
    ['tầm nhìn 100 năm, tăng 12,5 %, có 1.000 hộ', 'tầm nhìn 100_năm, tăng 12,5_%, có 1.000_hộ'],
    ['năm điểm nghẽn, ba việc', 'năm điểm nghẽn, ba việc'],
    ['Ông Nguyễn Văn An ở phường Mẫu Sơn', 'Ông Nguyễn_Văn_An ở phường Mẫu_Sơn'],
    ['HĐND - UBND', 'HĐND_- UBND'],
  ])('“%s” has its names, numbers and dashes whole', (text, expected) => {
    expect(shown(together(text))).toBe(expected);
  });

  test('any text stays the same but for its spaces, and nothing long is tied', () => {
    const pieces = fc.constantFrom(
      'ngày',
      '2',
      'Văn',
      'An',
      '-',
      '%',
      'năm',
      ' ',
      'số',
      '57-NQ/TW',
    );
    const text = fc.oneof(
      fc.string(),
      fc.array(pieces).map((all) => all.join(' ')),
    );
    fc.assert(
      fc.property(text, (written) => {
        const tied = together(written);
        const plain = (one: string) => one.replaceAll('\u00a0', ' ');
        expect(plain(tied)).toBe(plain(written));
        if (written.includes('\u00a0')) return;
        for (const tie of tied.split(' ').filter((piece) => piece.includes('\u00a0'))) {
          expect(tie.length).toBeLessThanOrEqual(16);
        }
      }),
    );
  });

  test.each([
    ['57-NQ/TW', ['57-NQ/TW']],
    ['các số 51-KH/TU, 123/QĐ-UBND và 03-ĐA/TU.', ['51-KH/TU', '123/QĐ-UBND', '03-ĐA/TU']],
    // On a small phone a long one may have to break.
    ['15/2025/NĐ-CP, 22/12/2024, 2026-2030, tổ 5-A', ['5-A']],
  ])('“%s”: its numbers of documents are found', (text, expected) => {
    expect(text.match(documentNumber)).toEqual(expected);
  });
});
