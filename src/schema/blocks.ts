/**
 * The blocks that a body may hold beside plain Markdown. A body is data: a block has a known name
 * and literal attributes, never an expression. The page, the CMS editor and the checks read this.
 */
import { imagePattern } from './field.ts';

export interface BlockAttribute {
  label: string;
  required: boolean;
  /** Closed set of values; any text when absent. */
  options?: readonly { value: string; label: string }[];
  pattern?: RegExp;
}

export interface Block {
  label: string;
  hint: string;
  attributes: Record<string, BlockAttribute>;
  /** Whether Markdown stands between the opening and the closing tag. */
  children: boolean;
  /** Where given, that Markdown is one list of two items or more. */
  list?: BlockList;
}

export interface BlockList {
  ordered: boolean;
  /** What each item begins with, in bold. */
  lead?: string;
}

export const blocks = {
  Note: {
    label: 'Lưu ý',
    hint: 'Khung nêu một điều bà con dễ bỏ qua.',
    attributes: { title: { label: 'Tiêu đề khung', required: true } },
    children: true,
  },
  Question: {
    label: 'Hỏi và đáp',
    hint: 'Một câu bà con hay hỏi, và câu trả lời ngắn.',
    attributes: { title: { label: 'Câu hỏi', required: true } },
    children: true,
  },
  Steps: {
    label: 'Các bước',
    hint: 'Việc làm lần lượt: danh sách số, mỗi bước một dòng.',
    attributes: { title: { label: 'Việc gì', required: true } },
    children: true,
    list: { ordered: true },
  },
  Timeline: {
    label: 'Dòng thời gian',
    hint: 'Các mốc theo thứ tự: mỗi dòng bắt đầu bằng mốc thời gian in đậm.',
    attributes: { title: { label: 'Các mốc của việc gì', required: true } },
    children: true,
    list: { ordered: false, lead: 'mốc thời gian' },
  },
  KeyFigures: {
    label: 'Con số',
    hint: 'Vài con số đáng nhớ: mỗi dòng bắt đầu bằng con số in đậm.',
    attributes: { title: { label: 'Con số nói về điều gì', required: true } },
    children: true,
    list: { ordered: false, lead: 'con số' },
  },
  Quote: {
    label: 'Trích nguyên văn',
    hint: 'Lời trong văn bản, đúng từng chữ, kèm nguồn.',
    attributes: { source: { label: 'Trích từ đâu', required: true } },
    children: true,
  },
  Figure: {
    label: 'Ảnh có chú thích',
    hint: 'Ảnh trong thư viện, mô tả cho người không nhìn thấy, chú thích bên dưới.',
    attributes: {
      src: { label: 'Tệp ảnh', required: true, pattern: imagePattern },
      alt: { label: 'Mô tả ảnh (ảnh trang trí thì ghi: trang trí)', required: true },
      caption: { label: 'Chú thích', required: false },
    },
    children: false,
  },
} as const satisfies Record<string, Block>;

export type BlockName = keyof typeof blocks;

/** What an editor writes in place of a description when a picture says nothing. */
export const decorative = 'trang trí';

/** The `alt` attribute for a description as an editor wrote it: empty for a decorative picture. */
export function altText(description: string): string {
  return description.trim().normalize('NFC').toLowerCase() === decorative ? '' : description.trim();
}
