import {
  choice,
  group,
  line,
  lines,
  optional,
  paragraph,
  reference,
  rows,
  type ValueOf,
} from './field.ts';
import {
  axis,
  changeNote,
  published,
  reviewDate,
  sources,
  summary,
  title,
  unit,
  updated,
} from './common.ts';
import { expires, formerSlugs, withdrawn } from './lifecycle.ts';
import { sixClearFields } from './six-clear.ts';
import { defineType, type FieldProblem } from './type.ts';

/**
 * What an infographic shows. Every kind but two has a group of fields of the same name: a message
 * is its axis's own, word for word, and the map of the axes is made from the seven axes.
 */
export const infographicKinds = [
  { value: 'figures', label: 'Con số' },
  { value: 'steps', label: 'Các bước' },
  { value: 'timeline', label: 'Dòng thời gian' },
  { value: 'comparison', label: 'So sánh' },
  { value: 'parts', label: 'Các phần của một việc' },
  { value: 'duties', label: 'Ai làm việc gì' },
  { value: 'sixClear', label: 'Thẻ 6 rõ' },
  { value: 'quote', label: 'Trích dẫn' },
  { value: 'message', label: 'Thông điệp' },
  { value: 'axes', label: 'Sơ đồ bảy trục' },
] as const;

export type InfographicKind = (typeof infographicKinds)[number]['value'];

/** What fits a name and a text in a picture that is read on a phone. */
const name = (label: string, hint?: string) => line({ label, ...(hint && { hint }), max: 50 });
const explanation = optional(
  paragraph({ label: 'Nói rõ hơn', hint: 'Một câu ngắn, không bắt buộc.', max: 120 }),
);

const groupHint = (kind: string) => `Chỉ điền khi loại là “${kind}”; loại khác thì để trống.`;

const figures = group({
  label: 'Con số',
  hint: groupHint('Con số'),
  fields: {
    items: rows({
      label: 'Các con số',
      summary: '{{fields.value}}: {{fields.label}}',
      min: 1,
      max: 6,
      fields: {
        value: line({ label: 'Con số', hint: 'Kèm đơn vị, ví dụ: 7 trục.', max: 12 }),
        label: line({ label: 'Là gì', hint: 'Ví dụ: nội dung tuyên truyền.', max: 60 }),
        note: optional(line({ label: 'Ghi chú', max: 110 })),
      },
    }),
  },
});

const steps = group({
  label: 'Các bước',
  hint: groupHint('Các bước'),
  fields: {
    items: rows({
      label: 'Các bước, theo thứ tự',
      summary: '{{fields.name}}',
      min: 2,
      max: 7,
      fields: { name: name('Bước'), text: explanation },
    }),
  },
});

const timeline = group({
  label: 'Dòng thời gian',
  hint: groupHint('Dòng thời gian'),
  fields: {
    items: rows({
      label: 'Các mốc, theo thứ tự',
      summary: '{{fields.when}}: {{fields.name}}',
      min: 2,
      max: 8,
      fields: {
        when: line({ label: 'Khi nào', hint: 'Đúng như nguồn nêu, ví dụ: 20/3/2026.', max: 24 }),
        name: name('Việc gì'),
        text: explanation,
      },
    }),
  },
});

const comparison = group({
  label: 'So sánh',
  hint: groupHint('So sánh'),
  fields: {
    from: line({ label: 'Bên trái', hint: 'Ví dụ: Quản lý hành chính.', max: 40 }),
    to: line({ label: 'Bên phải', hint: 'Ví dụ: Phục vụ Nhân dân.', max: 40 }),
    items: rows({
      label: 'Các điều so sánh',
      summary: '{{fields.name}}',
      min: 1,
      max: 5,
      fields: {
        name: name('Điều so sánh', 'Ví dụ: Thước đo.'),
        from: line({ label: 'Bên trái', max: 110 }),
        to: line({ label: 'Bên phải', max: 110 }),
      },
    }),
  },
});

const parts = group({
  label: 'Các phần của một việc',
  hint: groupHint('Các phần của một việc'),
  fields: {
    whole: line({ label: 'Cả việc', hint: 'Ví dụ: Năm nhóm giải pháp.', max: 60 }),
    items: rows({
      label: 'Các phần',
      summary: '{{fields.name}}',
      min: 2,
      max: 8,
      fields: { name: name('Phần'), text: explanation },
    }),
  },
});

const duties = group({
  label: 'Ai làm việc gì',
  hint: groupHint('Ai làm việc gì'),
  fields: {
    items: rows({
      label: 'Các việc',
      summary: '{{fields.unit}}: {{fields.what}}',
      min: 2,
      max: 8,
      fields: {
        unit: reference({ label: 'Đơn vị', to: 'unit' }),
        what: paragraph({ label: 'Việc', hint: 'Bắt đầu bằng động từ.', max: 130 }),
      },
    }),
  },
});

const sixClear = group({
  label: 'Thẻ 6 rõ',
  hint: 'Chỉ điền khi loại là “Thẻ 6 rõ”. Điều nào nguồn không nêu thì để trống.',
  fields: sixClearFields(110),
});

const quote = group({
  label: 'Trích dẫn',
  hint: groupHint('Trích dẫn'),
  fields: {
    text: paragraph({ label: 'Lời trích', hint: 'Đúng từng chữ, không ghi ngoặc kép.', max: 220 }),
    from: line({ label: 'Trích từ đâu', max: 90 }),
  },
});

const message = group({
  label: 'Thông điệp',
  hint: 'Thông điệp lấy nguyên văn từ trục đã chọn. Không bắt buộc điền thêm; loại khác thì để trống.',
  fields: {
    meanings: lines({
      label: 'Nghĩa là gì với bà con',
      hint: 'Một đến ba câu, mỗi câu đọc riêng vẫn hiểu.',
      item: line({ label: 'Một câu', max: 120 }),
      min: 1,
      max: 3,
    }),
  },
});

/** The groups by kind, in the order of the kinds. */
const groups = {
  figures: optional(figures),
  steps: optional(steps),
  timeline: optional(timeline),
  comparison: optional(comparison),
  parts: optional(parts),
  duties: optional(duties),
  sixClear: optional(sixClear),
  quote: optional(quote),
  message: optional(message),
};

const fields = {
  title,
  summary,
  axis: optional({
    ...axis,
    form: { ...axis.form, hint: 'Để trống khi nội dung nói chung cho cả bảy trục.' },
  }),
  kind: choice({
    label: 'Loại',
    hint: 'Chọn một loại, rồi chỉ điền nhóm cùng tên bên dưới.',
    options: infographicKinds,
  }),
  ...groups,
  unit,
  sources,
  published,
  updated,
  changeNote,
  reviewDate,
  expires,
  withdrawn,
  formerSlugs,
};

/** Kinds that say all without a group of fields. */
const withoutGroup: readonly InfographicKind[] = ['message', 'axes'];

/** The chosen kind has what it shows, and no other kind's fields are filled in. */
function checkKind(data: ValueOf<typeof fields>): FieldProblem[] {
  const labelOf = (kind: string) => infographicKinds.find(({ value }) => value === kind)!.label;
  const names = Object.keys(groups) as (keyof typeof groups)[];
  const filled = names.filter((one) => data[one] !== undefined);
  const problems: FieldProblem[] = filled
    .filter((one) => one !== data.kind)
    .map((one) => ({
      field: one,
      message: `Loại đã chọn là “${labelOf(data.kind)}”. Hãy xóa nhóm này, hoặc đổi loại thành “${labelOf(one)}”.`,
    }));
  if (!withoutGroup.includes(data.kind) && !filled.includes(data.kind as keyof typeof groups)) {
    problems.push({
      field: data.kind,
      message: `Loại đã chọn là “${labelOf(data.kind)}” nhưng nhóm này còn trống. Hãy điền nhóm này, hoặc đổi loại.`,
    });
  }
  if (data.kind === 'message' && data.axis === undefined) {
    problems.push({
      field: 'axis',
      message: 'Thông điệp lấy nguyên văn từ một trục. Hãy chọn trục nội dung.',
    });
  }
  return problems;
}

/** Infographic: data, not a picture; the page and the channels' pictures are made from it. */
export const infographicType = defineType({
  name: 'infographic',
  folder: 'infographics',
  extension: 'mdx',
  words: {
    many: 'Infographic',
    one: 'Infographic',
    hint: 'Điền số liệu, các bước, các phần; trang và ảnh tự vẽ từ đó.',
  },
  creatable: true,
  address: (slug) => `/infographic/${slug}/`,
  fields,
  check: checkKind,
});
