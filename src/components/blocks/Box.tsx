import type { ReactNode } from 'react';

interface Props {
  title: string;
  children?: ReactNode;
}

/** A block with words over what stands in it; the look is that of its class (`blocks.css`). */
function box(className: string) {
  return function Box({ title, children }: Props) {
    return (
      <div className={`box ${className}`}>
        <p className="box-title">{title}</p>
        {children}
      </div>
    );
  };
}

/** Lưu ý: one thing that is easily overlooked. */
export const Note = box('note-box');
/** Hỏi và đáp: what residents often ask. */
export const Question = box('question-box');
/** Các bước: what is done one after the other. */
export const Steps = box('steps-box');
/** Dòng thời gian: days and what happens then. */
export const Timeline = box('timeline-box');
/** So sánh: two sides or more in a table. */
export const Comparison = box('comparison-box');
/** 6 rõ: the plan's six, each with what is clear. */
export const SixClear = box('six-clear-box');
/** Con số: a few figures, large. */
export const KeyFigures = box('figures-box');
