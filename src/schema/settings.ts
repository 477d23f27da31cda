import { group, line, optional, paragraph, rows, webAddress } from './field.ts';
import { defineData } from './type.ts';

/** Cài đặt: the site's own name, address, contacts and channels; one file. */
export const settingsType = defineData({
  name: 'settings',
  folder: 'settings',
  extension: 'yml',
  words: {
    many: 'Cài đặt',
    one: 'Cài đặt chung',
    hint: 'Tên trang, địa chỉ, liên hệ, kênh. Điều gì phường chưa có thì để trống: trang sẽ không hiện.',
  },
  set: 'single',
  fields: {
    siteName: line({ label: 'Tên trang', max: 60 }),
    siteUrl: webAddress({
      label: 'Địa chỉ trang',
      hint: 'Biến môi trường SITE_URL, nếu có, được dùng thay.',
    }),
    ward: line({ label: 'Tên phường', max: 60 }),
    city: line({ label: 'Thành phố', max: 60 }),
    organization: line({ label: 'Cơ quan chủ quản', max: 120 }),
    description: paragraph({ label: 'Giới thiệu một câu', max: 200 }),
    principle: line({ label: 'Phương châm', hint: 'Đúng từng chữ trong kế hoạch.', max: 120 }),
    participation: rows({
      label: 'Cách tham gia',
      hint: 'Hiện ở trang chủ.',
      summary: '{{fields.title}}',
      min: 0,
      max: 6,
      fields: {
        title: line({ label: 'Việc', max: 60 }),
        text: paragraph({ label: 'Nói rõ', max: 200 }),
      },
    }),
    everydayWords: rows({
      label: 'Lời thường ngày',
      hint: 'Từ hành chính và cách nói thường ngày: khi biên tập viên viết từ ấy, máy gợi ý cách nói này.',
      summary: '{{fields.official}}: {{fields.everyday}}',
      min: 0,
      max: 200,
      fields: {
        official: line({ label: 'Từ hành chính', hint: 'Chữ thường.', min: 2, max: 60 }),
        everyday: line({ label: 'Nói thường ngày', min: 1, max: 60 }),
      },
    }),
    contact: optional(
      group({
        label: 'Liên hệ',
        fields: {
          address: optional(line({ label: 'Địa chỉ', max: 160 })),
          phone: optional(line({ label: 'Điện thoại', max: 30 })),
          email: optional(line({ label: 'Thư điện tử', max: 80 })),
        },
      }),
    ),
    channels: optional(
      group({
        label: 'Kênh chính thức',
        fields: {
          zalo: optional(webAddress({ label: 'Zalo OA' })),
          fanpage: optional(webAddress({ label: 'Fanpage' })),
          portal: optional(webAddress({ label: 'Trang thông tin điện tử của phường' })),
        },
      }),
    ),
    loudspeaker: optional(
      group({
        label: 'Bài phát thanh',
        hint: 'Lời mở đầu và lời kết của mọi bài đọc trên loa phường.',
        fields: {
          opening: paragraph({ label: 'Lời mở đầu', max: 120 }),
          closing: paragraph({ label: 'Lời kết', max: 240 }),
        },
      }),
    ),
  },
});
