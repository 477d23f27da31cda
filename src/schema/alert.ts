import { line, optional, paragraph } from './field.ts';
import { unit } from './common.ts';
import { checkStretch, stretchFields } from './stretch.ts';
import { defineData } from './type.ts';

/** Thông báo khẩn: a banner on every page, from its start to its end. */
export const alertType = defineData({
  name: 'alert',
  folder: 'alerts',
  extension: 'yml',
  words: {
    many: 'Thông báo khẩn',
    one: 'Thông báo khẩn',
    hint: 'Hiện trên đầu mọi trang từ lúc bắt đầu đến lúc kết thúc, rồi tự tắt.',
  },
  set: 'open',
  fields: {
    title: line({ label: 'Thông báo', hint: 'Một câu, nói ngay việc chính.', min: 5, max: 120 }),
    text: optional(paragraph({ label: 'Nói rõ', hint: 'Bà con cần làm gì, hỏi ai.', max: 300 })),
    link: optional(
      line({
        label: 'Trang nói rõ hơn',
        hint: 'Đường dẫn trong trang, ví dụ /bai-viet/ten-bai/.',
        max: 120,
        pattern: {
          source: '^/(?:[a-z0-9-]+/)+$',
          message: 'Đường dẫn trong trang có dấu / ở đầu và cuối.',
        },
      }),
    ),
    ...stretchFields,
    unit,
  },
  check: checkStretch,
});
