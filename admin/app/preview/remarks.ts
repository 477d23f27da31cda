/** What an editor should know of the pictures: what they leave to the page, what cannot be drawn. */
import type { PictureContent } from '#src/channels/social/input.ts';
import { readable } from '#src/channels/social/layout.ts';
import type { Fitted } from './fitted.ts';

/** By kind: the fields that a picture without room leaves out, and what it still says. */
const leftOut: Partial<Record<PictureContent['kind'], { fields: string; stays: string }>> = {
  outline: { fields: 'phía sau', stays: 'điều chính và số mục còn lại' },
  figures: { fields: '“Ghi chú”', stays: 'con số và tên' },
  steps: { fields: '“Nói rõ hơn”', stays: 'tên các bước' },
  timeline: { fields: '“Nói rõ hơn”', stays: 'ngày và tên việc' },
  comparison: { fields: '“Bên trái”, “Bên phải” của từng điều', stays: 'tên các điều so sánh' },
  parts: { fields: '“Nói rõ hơn”', stays: 'tên các phần' },
  duties: { fields: '“Việc”', stays: 'tên các đơn vị' },
  axes: { fields: 'thông điệp của các trục', stays: 'tên các trục' },
};

/** One sentence for each thing to mend or to know, naming the formats that it holds for. */
export function remarks(kind: PictureContent['kind'], fitted: readonly Fitted[]): string[] {
  const formats = new Map<string, string[]>();
  for (const each of fitted) {
    const remark = remarkOf(kind, each);
    if (remark) formats.set(remark, [...(formats.get(remark) ?? []), each.format.label]);
  }
  return [...formats].map(([remark, labels]) => `${inOneBreath(labels)} ${remark}`);
}

function remarkOf(kind: PictureContent['kind'], fitted: Fitted): string | undefined {
  if ('problem' in fitted) return `chưa vẽ được: ${fitted.problem}`;
  const { variant, size, layout } = fitted.picture;
  const left = leftOut[kind];
  // A picture that says one thing leaves out the rest of itself, whatever one shortens.
  if (left && variant.notice !== undefined && !layout.stacked) {
    // The messages of the axes are the plan's own words.
    const advice = kind === 'axes' ? '' : ' Rút gọn nếu muốn ảnh nói hết.';
    return `không đủ chỗ cho phần ${left.fields}: ảnh chỉ nêu ${left.stays}, trang nói đủ.${advice}`;
  }
  if (size < readable) {
    return 'có chữ nhỏ, bà con phải phóng to mới đọc được. Rút gọn hoặc bớt mục nếu được.';
  }
  return undefined;
}

function inOneBreath(labels: readonly string[]): string {
  const joined = labels.join(', ').toLowerCase();
  return joined.charAt(0).toUpperCase() + joined.slice(1);
}
