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
import { campaign, someAxis, sources, summary, title, unit } from './common.ts';
import { life } from './lifecycle.ts';
import { sixClearFields } from './six-clear.ts';
import { definePages, type FieldProblem } from './type.ts';

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

const labelOf = (kind: string) => infographicKinds.find(({ value }) => value === kind)?.label;

/** What fits a name and a text in a picture that is read on a phone. */
const name = (label: string, hint?: string) => line({ label, ...(hint && { hint }), max: 50 });
const explanation = optional(
  paragraph({ label: 'Nói rõ hơn', hint: 'Một câu ngắn, không bắt buộc.', max: 120 }),
);

/** Kinds that say all without a group of fields. */
const withoutGroup: readonly InfographicKind[] = ['message', 'axes'];

/** Name and place of a kind's group: the form shows it when that kind is chosen. */
function ofKind(kind: InfographicKind) {
  const { label } = infographicKinds.find(({ value }) => value === kind)!;
  const shownFor = {
    field: 'kind',
    value: kind,
    needed: !withoutGroup.includes(kind),
    otherwise: `Nhóm này không thuộc loại đã chọn. Hãy bỏ nhóm này, hoặc đổi loại thành “${label}”.`,
  };
  return { label, shownFor };
}

const figures = group({
  ...ofKind('figures'),
  fields: {
    items: rows({
      label: 'Các con số',
      one: 'con số',
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
  ...ofKind('steps'),
  fields: {
    items: rows({
      label: 'Các bước, theo thứ tự',
      one: 'bước',
      summary: '{{fields.name}}',
      min: 2,
      max: 7,
      fields: { name: name('Bước'), text: explanation },
    }),
  },
});

const timeline = group({
  ...ofKind('timeline'),
  fields: {
    items: rows({
      label: 'Các mốc, theo thứ tự',
      one: 'mốc',
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
  ...ofKind('comparison'),
  fields: {
    from: line({ label: 'Bên trái', hint: 'Ví dụ: Quản lý hành chính.', max: 40 }),
    to: line({ label: 'Bên phải', hint: 'Ví dụ: Phục vụ Nhân dân.', max: 40 }),
    items: rows({
      label: 'Các điều so sánh',
      one: 'điều so sánh',
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
  ...ofKind('parts'),
  fields: {
    whole: line({ label: 'Cả việc', hint: 'Ví dụ: Năm nhóm giải pháp.', max: 60 }),
    items: rows({
      label: 'Các phần',
      one: 'phần',
      summary: '{{fields.name}}',
      min: 2,
      max: 8,
      fields: { name: name('Phần'), text: explanation },
    }),
  },
});

const duties = group({
  ...ofKind('duties'),
  fields: {
    items: rows({
      label: 'Các việc',
      one: 'việc',
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
  ...ofKind('sixClear'),
  hint: 'Điều nào nguồn không nêu thì để trống.',
  fields: sixClearFields(110),
});

const quote = group({
  ...ofKind('quote'),
  fields: {
    text: paragraph({
      label: 'Lời trích',
      hint: 'Đúng từng chữ, không ghi ngoặc kép. Xuống dòng ở đâu thì trang và ảnh xuống dòng ở đó.',
      max: 220,
    }),
    from: line({ label: 'Trích từ đâu', max: 90 }),
  },
});

const message = group({
  ...ofKind('message'),
  hint: 'Thông điệp lấy nguyên văn từ trục đã chọn ở trên. Không bắt buộc điền thêm.',
  fields: {
    meanings: lines({
      label: 'Nghĩa là gì với bà con',
      one: 'câu',
      hint: 'Mỗi câu đọc riêng vẫn hiểu.',
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
  axis: someAxis,
  kind: choice({
    label: 'Loại',
    hint: 'Chọn một loại: các ô của loại đó hiện ra ngay bên dưới.',
    options: infographicKinds,
  }),
  ...groups,
  unit,
  sources,
  campaign,
  ...life,
};

/** The chosen kind has what it shows, and no other kind's fields are filled in. */
function checkKind(data: ValueOf<typeof fields>): FieldProblem[] {
  const names = Object.keys(groups) as (keyof typeof groups)[];
  const problems: FieldProblem[] = names
    .filter((one) => one !== data.kind && data[one] !== undefined)
    .map((one) => ({ field: one, message: ofKind(one).shownFor.otherwise }));
  const { label, shownFor } = ofKind(data.kind);
  if (shownFor.needed && data[data.kind as keyof typeof groups] === undefined) {
    problems.push({
      field: data.kind,
      message: `Loại đã chọn là “${label}” nhưng nhóm này còn trống. Hãy điền nhóm này, hoặc đổi loại.`,
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
export const infographicType = definePages({
  name: 'infographic',
  folder: 'infographics',
  extension: 'mdx',
  words: {
    many: 'Infographic',
    one: 'Infographic',
    hint: 'Điền số liệu, các bước, các phần; trang và ảnh tự vẽ từ đó.',
  },
  set: 'open',
  pages: {
    section: 'infographic',
    menu: 4,
    cards: 18,
    lead: 'Mỗi khung một ý: con số, các bước, ai làm việc gì. Chữ thật, phóng to được, in được.',
    empty: 'Infographic về từng trục nội dung sẽ đăng ở đây.',
    sortBy: 'published',
    label: ({ kind }) => labelOf(kind),
    facts: ({ kind }) => [{ label: 'Loại', value: labelOf(kind) }],
    structured: ({ title }, { work }) => ({ '@type': 'Article', headline: title, ...work }),
    // What it shows needs other entries: see `outlineOf` in `src/model/outline.ts`.
    kit: () => [],
  },
  fields,
  check: checkKind,
});
