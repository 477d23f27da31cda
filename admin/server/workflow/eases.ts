/** The plan's five eases (I.2): what an approver looks at before a text goes to residents. */

export const eases = {
  'ngan-gon': { label: 'Ngắn gọn', hint: 'Tiêu đề, tóm tắt và điều cần nhớ đọc riêng vẫn hiểu.' },
  'de-hieu': { label: 'Dễ hiểu', hint: 'Câu ngắn, lời thường ngày, từ khó có giải thích.' },
  'de-tiep-can': {
    label: 'Dễ tiếp cận',
    hint: 'Ảnh có mô tả, bản ghi có lời, hình đọc được bằng chữ.',
  },
  'de-thuc-hien': { label: 'Dễ thực hiện', hint: 'Nói rõ bà con làm gì, ở đâu, hỏi ai.' },
  'de-giam-sat': {
    label: 'Dễ giám sát',
    hint: 'Nguồn ghi đến mục, có đơn vị chịu trách nhiệm, có ngày rà soát.',
  },
} as const satisfies Record<string, { label: string; hint: string }>;

export type Ease = keyof typeof eases;

/** Those of the names that are an ease's, in the order of the plan. */
export function readEases(names: readonly string[]): Ease[] {
  return (Object.keys(eases) as Ease[]).filter((ease) => names.includes(ease));
}
