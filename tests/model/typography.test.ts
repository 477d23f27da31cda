import { expect, test } from 'vitest';
import { unbroken } from '#src/model/typography.ts';

/** Spaces that no line may break at, made visible. */
const shown = (text: string) => unbroken(text).replaceAll('\u00a0', '_');

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
  expect(shown(text)).toBe(expected);
});
