/** Fields about an entry's life on the site: its days, its end, the addresses that it had before. */
import { changeNote, published, reviewDate, updated } from './common.ts';
import { date, group, line, lines, optional, paragraph, slugPattern } from './field.ts';

const successor = optional(
  line({
    label: 'Trang thay thế',
    hint: 'Đường dẫn trong trang, ví dụ /bai-viet/ten-bai/. Có thì người đọc được đưa thẳng tới đó.',
    max: 120,
    pattern: {
      source: '^/(?:[a-z0-9-]+/)+$',
      message: 'Trang thay thế phải là đường dẫn trong trang, có dấu / ở đầu và cuối.',
    },
  }),
);

/** Đã gỡ: the page keeps its address with this notice, or leads to its successor. */
export const withdrawn = optional(
  group({
    label: 'Đã gỡ',
    hint: 'Chỉ điền khi gỡ nội dung khỏi trang. Địa chỉ vẫn còn, kèm lời báo.',
    fields: {
      on: date({ label: 'Ngày gỡ' }),
      reason: paragraph({ label: 'Lý do', hint: 'Bà con sẽ đọc câu này.', max: 300, min: 5 }),
      successor,
    },
  }),
);

/** Hết hạn: from the day after, the page shows that its time has passed. */
export const expires = optional(
  date({
    label: 'Ngày hết hạn',
    hint: 'Hết ngày này, nội dung tự rút khỏi các danh sách; địa chỉ vẫn còn, kèm lời báo.',
  }),
);

/** Slugs that the entry had before: their addresses lead to the present one. */
export const formerSlugs = lines({
  label: 'Mã cũ',
  hint: 'Máy tự ghi khi đổi mã, để đường dẫn cũ vẫn dùng được.',
  item: line({ label: 'Một mã', max: 80, pattern: slugPattern }),
  min: 0,
  max: 10,
});

/** The days that every entry tells (“dễ giám sát”, the plan's I.2). */
export const days = { published, updated, changeNote, reviewDate };

/** The life of an entry that may end and may change its name. */
export const life = { ...days, expires, withdrawn, formerSlugs };

/** Fields that only the server writes, when an entry is withdrawn or renamed; nobody types them. */
export const serverFields: readonly string[] = ['withdrawn', 'formerSlugs'];
