import { choice, line, optional, paragraph, rows } from './field.ts';
import { axis, campaign, picture, sources, summary, title, unit } from './common.ts';
import { life } from './lifecycle.ts';
import { definePages } from './type.ts';

/** What the plan asks to praise and to spread (II.2.4, II.2.5, III.5). */
export const exemplarKinds = [
  { value: 'mo-hinh', label: 'Mô hình' },
  { value: 'cach-lam', label: 'Cách làm hay' },
  { value: 'tap-the', label: 'Tập thể điển hình' },
  { value: 'ca-nhan', label: 'Cá nhân điển hình' },
] as const;

const kindOf = (kind: string) => exemplarKinds.find(({ value }) => value === kind)?.label;

/** Điển hình: a good model or way of doing things, with evidence for what came of it. */
export const exemplarType = definePages({
  name: 'exemplar',
  folder: 'exemplars',
  extension: 'mdx',
  words: {
    many: 'Điển hình',
    one: 'Điển hình',
    hint: 'Mô hình tiêu biểu, cách làm hiệu quả: ai làm, làm thế nào, kết quả ra sao, lấy gì làm bằng.',
  },
  set: 'open',
  template: '## Vì sao làm\n\n\n\n## Làm thế nào\n\n\n\n## Nơi khác học được gì\n\n\n',
  pages: {
    section: 'dien-hinh',
    sign: 'flower',
    lead: 'Mô hình tiêu biểu, cách làm hiệu quả ở phường: ai làm, làm thế nào, kết quả ra sao.',
    empty:
      'Chưa có điển hình nào được giới thiệu. Mô hình hay, cách làm hiệu quả ở khu dân cư, cơ quan, đơn vị sẽ có mặt ở đây, kèm kết quả và bằng chứng.',
    sortBy: 'published',
    label: ({ kind }) => kindOf(kind),
    facts: (data) => [
      { label: 'Loại', value: kindOf(data.kind) },
      { label: 'Ai làm', value: data.who },
      { label: 'Ở đâu', value: data.where },
      { label: 'Từ khi nào', value: data.since },
    ],
    structured: ({ title, who }, { work }) => ({
      '@type': 'Article',
      headline: title,
      about: who,
      ...work,
    }),
    kit: ({ results }) => [{ heading: 'Kết quả', items: results.map(({ what }) => what) }],
  },
  fields: {
    title,
    summary,
    kind: choice({ label: 'Loại', options: exemplarKinds }),
    who: line({ label: 'Ai làm', hint: 'Tập thể hoặc người làm việc này.', max: 120 }),
    where: optional(line({ label: 'Ở đâu', hint: 'Khu dân cư, tổ dân phố, cơ quan.', max: 120 })),
    since: optional(line({ label: 'Từ khi nào', hint: 'Ví dụ: tháng 5 năm 2026.', max: 60 })),
    results: rows({
      label: 'Kết quả',
      hint: 'Mỗi kết quả kèm bằng chứng: báo cáo, số liệu, biên bản.',
      one: 'kết quả',
      summary: '{{fields.what}}',
      min: 1,
      max: 6,
      fields: {
        what: paragraph({ label: 'Được gì', max: 200 }),
        evidence: line({ label: 'Lấy gì làm bằng', max: 200 }),
      },
    }),
    axis,
    unit,
    sources,
    picture,
    consent: optional(
      line({
        label: 'Sự đồng ý của người được nêu',
        hint: 'Ai đã đồng ý cho nêu tên, đăng ảnh, ngày nào. Bắt buộc với cá nhân và khi có ảnh. Câu này không hiện trên trang.',
        max: 200,
        internal: true,
      }),
    ),
    campaign,
    ...life,
  },
  check: ({ kind, picture: shown, consent }) =>
    (kind === 'ca-nhan' || shown !== undefined) && consent === undefined
      ? [
          {
            field: 'consent',
            message:
              'Nêu tên một người hoặc đăng ảnh thì phải ghi người ấy đã đồng ý. Hãy điền, hoặc bỏ ảnh.',
          },
        ]
      : [],
});
