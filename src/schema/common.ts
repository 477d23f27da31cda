/** Fields that several types share, so that one thing has one name, one limit and one hint. */
import {
  date,
  group,
  image,
  line,
  optional,
  paragraph,
  reference,
  rows,
  webAddress,
} from './field.ts';

/** Limits of the plan's “ngắn gọn”: what fits a phone's first screen and a shared link's card. */
export const limits = { title: 90, summary: 200 } as const;

export const title = line({
  label: 'Tiêu đề',
  hint: 'Nói thẳng ý chính bằng lời thường ngày, tối đa 90 ký tự.',
  max: limits.title,
  min: 5,
});

export const summary = paragraph({
  label: 'Tóm tắt',
  hint: 'Một hoặc hai câu, đọc riêng vẫn hiểu, tối đa 200 ký tự. Hiện ở danh sách và khi chia sẻ lên Zalo, Facebook.',
  max: limits.summary,
  min: 20,
});

export const axis = reference({
  label: 'Trục nội dung',
  hint: 'Một trong bảy trục của kế hoạch.',
  to: 'axis',
});

export const unit = reference({
  label: 'Đơn vị chịu trách nhiệm',
  hint: 'Đơn vị trả lời bà con về nội dung này (phần IV của kế hoạch).',
  to: 'unit',
});

/** The campaign that an entry belongs to, for those types whose entries may. */
export const campaign = optional(
  reference({
    label: 'Chiến dịch',
    hint: 'Chiến dịch mà mục này thuộc về, nếu có.',
    to: 'campaign',
  }),
);

const locator = line({
  label: 'Vị trí trong nguồn',
  hint: 'Phần, mục cụ thể, ví dụ: mục II.1.2. Nếu dẫn cả văn bản, ghi: toàn văn.',
  max: 80,
});

export const sources = rows({
  label: 'Nguồn',
  hint: 'Mỗi điều viết ra phải có trong nguồn.',
  summary: '{{fields.document}}: {{fields.locator}}',
  min: 1,
  max: 8,
  fields: {
    document: reference({ label: 'Văn bản', to: 'document' }),
    locator,
  },
});

/** The axis of an entry that may speak for all seven. */
export const someAxis = optional({
  ...axis,
  form: { ...axis.form, hint: 'Để trống khi nội dung nói chung cho cả bảy trục.' },
});

export const published = date({
  label: 'Ngày đăng',
  hint: 'Ngày viết hoặc ngày đăng lần đầu.',
});

export const updated = optional(
  date({ label: 'Ngày cập nhật', hint: 'Điền khi nội dung thay đổi sau lần đăng đầu.' }),
);

export const changeNote = optional(
  line({
    label: 'Nội dung cập nhật',
    hint: 'Một câu: đã thay đổi điều gì. Bắt buộc khi có ngày cập nhật.',
    max: 200,
  }),
);

export const reviewDate = optional(
  date({ label: 'Ngày rà soát', hint: 'Ngày cần đọc lại xem nội dung còn đúng không.' }),
);

export const picture = optional(
  group({
    label: 'Ảnh chính',
    hint: 'Không bắt buộc. Ảnh chụp thật, không có chữ trên ảnh.',
    fields: {
      src: image({ label: 'Tệp ảnh' }),
      alt: line({
        label: 'Mô tả ảnh',
        hint: 'Nói ảnh cho thấy gì, để người không nhìn thấy ảnh vẫn hiểu. Ảnh chỉ để trang trí thì ghi: trang trí.',
        max: 200,
      }),
      credit: optional(line({ label: 'Nguồn ảnh', hint: 'Ai chụp, lấy ở đâu.', max: 120 })),
    },
  }),
);

export const officialLink = optional(
  webAddress({
    label: 'Đường dẫn chính thức',
    hint: 'Địa chỉ văn bản trên trang của cơ quan ban hành. Chưa có thì để trống.',
  }),
);
