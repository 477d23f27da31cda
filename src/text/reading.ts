/** Words of the page on which readers choose how they read, and the names of what they choose. */
export const readingWords = {
  title: 'Chỉnh cách đọc',
  lead: 'Chọn cỡ chữ, khoảng cách dòng và độ tương phản vừa mắt. Mọi trang sẽ hiện theo lựa chọn này.',
  short: 'Cỡ chữ',
  kept: 'Lựa chọn được trình duyệt ghi ngay trên máy này, không gửi đi đâu. Xóa dữ liệu duyệt web thì lựa chọn cũng mất.',
  saved: 'Đã ghi lựa chọn trên máy này.',
  refused: 'Trình duyệt không cho ghi trên máy này, nên lựa chọn chỉ có tác dụng ở trang đang mở.',
  withoutScript:
    'Trình duyệt của bà con đang tắt JavaScript nên không ghi được lựa chọn. Bà con phóng to bằng hai ngón tay hoặc bằng lệnh thu phóng của trình duyệt; chữ vẫn xếp vừa màn hình.',
  sample: 'Đoạn đọc thử',
} as const;

/**
 * What can be chosen. Each value is a class of the page's root (`base.css`), kept in the browser's own
 * storage and never sent; the first of each is what the site looks like by itself.
 */
export const readingChoices = [
  {
    name: 'size',
    label: 'Cỡ chữ',
    options: [
      { value: '', label: 'Vừa' },
      { value: 'text-large', label: 'Lớn' },
      { value: 'text-larger', label: 'Rất lớn' },
    ],
  },
  {
    name: 'lines',
    label: 'Khoảng cách dòng',
    options: [
      { value: '', label: 'Vừa' },
      { value: 'text-spaced', label: 'Rộng' },
    ],
  },
  {
    name: 'contrast',
    label: 'Độ tương phản',
    options: [
      { value: '', label: 'Vừa' },
      { value: 'text-contrast', label: 'Cao' },
    ],
  },
] as const;
