/** A stretch of time in a form: days, and times where they are known. */
import { date, line, optional } from './field.ts';
import type { FieldProblem } from './type.ts';
import { endOf, startOf, type Stretch } from '../time/hanoi.ts';

/** A time of day in Hà Nội, `HH:MM`. */
export function time(options: { label: string; hint?: string }) {
  return line({
    ...options,
    max: 5,
    pattern: {
      source: '^(?:[01][0-9]|2[0-3]):[0-5][0-9]$',
      message: 'Giờ ghi theo dạng giờ:phút, đủ hai chữ số, ví dụ 08:30 hoặc 19:00.',
    },
  });
}

/** The four fields of a stretch, in words that fit what it is. */
export const stretchFields = {
  startDay: date({ label: 'Ngày bắt đầu' }),
  startTime: optional(time({ label: 'Giờ bắt đầu', hint: 'Ví dụ 08:30. Cả ngày thì để trống.' })),
  endDay: optional(
    date({ label: 'Ngày kết thúc', hint: 'Để trống khi kết thúc ngay trong ngày bắt đầu.' }),
  ),
  endTime: optional(time({ label: 'Giờ kết thúc', hint: 'Ví dụ 11:00. Hết ngày thì để trống.' })),
};

/** A stretch ends after it starts. */
export function checkStretch(stretch: Stretch): FieldProblem[] {
  if (endOf(stretch) > startOf(stretch)) return [];
  const field = stretch.endDay === undefined ? 'endTime' : 'endDay';
  return [{ field, message: 'Lúc kết thúc phải sau lúc bắt đầu. Hãy sửa lại ngày hoặc giờ.' }];
}
