import { count, line, paragraph, rows } from './field.ts';
import { sources, summary, title } from './common.ts';
import { days } from './lifecycle.ts';
import { definePages } from './type.ts';

/** Đơn vị: the eight of the plan's part IV, with what each answers for; a closed set. */
export const unitType = definePages({
  name: 'unit',
  folder: 'units',
  extension: 'mdx',
  words: {
    many: 'Đơn vị',
    one: 'Đơn vị',
    hint: 'Tám đơn vị ở phần IV của kế hoạch và việc mỗi đơn vị chịu trách nhiệm.',
  },
  set: 'closed',
  pages: {
    section: 'don-vi',
    menu: 5,
    sign: 'people',
    lead: 'Mỗi việc có một đơn vị chịu trách nhiệm chính. Bà con xem để biết hỏi ai.',
    empty: 'Các đơn vị ở phần IV của kế hoạch.',
    sortBy: 'order',
    keyWord: ({ title }) => initials(title),
    label: () => 'Đơn vị chịu trách nhiệm',
    structured: ({ title }, { organization }) => ({
      '@type': 'GovernmentOrganization',
      name: title,
      parentOrganization: organization,
    }),
  },
  fields: {
    title,
    order: count({ label: 'Thứ tự', hint: 'Số trong phần IV.', min: 1, max: 99 }),
    summary,
    duties: rows({
      label: 'Việc chịu trách nhiệm',
      hint: 'Viết gọn từng việc, bằng lời dễ hiểu.',
      summary: '{{fields.what}}',
      min: 1,
      max: 12,
      fields: {
        what: line({ label: 'Việc', hint: 'Vài chữ, bắt đầu bằng động từ.', max: 90 }),
        detail: paragraph({ label: 'Nói rõ hơn', max: 400 }),
      },
    }),
    sources,
    ...days,
  },
});

/** `BTVĐU` of “Ban Thường vụ Đảng ủy phường”; several units under one name have none. */
function initials(title: string): string | undefined {
  const [name = ''] = title.split(/,| và | phường| - /u);
  // As in “UBND”, letters keep what makes them letters and lose their tones.
  const toneless = name.normalize('NFD').replaceAll(/[\u0300\u0301\u0303\u0309\u0323]/g, '');
  const syllables = toneless.normalize('NFC').split(/\s+/);
  const letters = syllables.map((syllable) => syllable.charAt(0).toUpperCase());
  return /^Các /u.test(title) || letters.length < 2 ? undefined : letters.join('');
}
