/**
 * The blocks that a body may hold beside plain Markdown. A body is data: a block has a known name
 * and literal attributes, never an expression. The page, the CMS editor and the checks read this.
 */
import { imagePattern } from './field.ts';
import { slugPattern } from './slug.ts';

export interface BlockAttribute {
  label: string;
  required: boolean;
  /** Closed set of values; any text when absent. */
  options?: readonly { value: string; label: string }[];
  /** What it holds that is more than words; each has a shape of its own (`heldPatterns`). */
  holds?: 'picture' | 'address' | 'entry';
  /** The attribute that has to be filled in when this one is: a picture's description. */
  needs?: string;
}

export interface Block {
  label: string;
  hint: string;
  attributes: Record<string, BlockAttribute>;
  /** Whether Markdown stands between the opening and the closing tag. */
  children: boolean;
  /** Where given, that Markdown is one list of two items or more. */
  list?: BlockList;
  /** Where given, that Markdown is one table. */
  table?: true;
  /** Whether it is left out where a text is heard: it is looked at, or leads elsewhere. */
  silent?: true;
}

export interface BlockList {
  ordered: boolean;
  /** What each item begins with, in bold. */
  lead?: string;
}

/** What an attribute that holds more than words must look like. */
export const heldPatterns: Record<NonNullable<BlockAttribute['holds']>, RegExp> = {
  picture: imagePattern,
  address: /^(?:https:\/\/\S+|\/(?!\/)\S*)$/,
  entry: slugPattern,
};

/** The types whose entries a body leads to with a card, as the choice names them. */
const entryOptions = [
  { value: 'document', label: 'Văn bản' },
  { value: 'infographic', label: 'Infographic' },
  { value: 'recording', label: 'Bản ghi để nghe, xem' },
  { value: 'unit', label: 'Liên hệ đơn vị' },
  { value: 'term', label: 'Thuật ngữ' },
] as const;

const mostPictures = 4;
const fewestPictures = 2;

function galleryPictures(): Record<string, BlockAttribute> {
  const numbers = Array.from({ length: mostPictures }, (_, at) => at + 1);
  return Object.fromEntries(
    numbers.flatMap((number): [string, BlockAttribute][] => {
      const required = number <= fewestPictures;
      return [
        [
          `src${number}`,
          { label: `Ảnh ${number}`, required, holds: 'picture', needs: `alt${number}` },
        ],
        [`alt${number}`, { label: `Mô tả ảnh ${number}`, required }],
      ];
    }),
  );
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
  Comparison: {
    label: 'So sánh',
    hint: 'Trước và nay, cách này và cách kia: một bảng, mỗi cột một bên.',
    attributes: { title: { label: 'So sánh điều gì', required: true } },
    children: true,
    table: true,
    silent: true,
  },
  SixClear: {
    label: '6 rõ',
    hint: 'Rõ người, rõ việc…: mỗi dòng bắt đầu bằng điều rõ in đậm.',
    attributes: { title: { label: 'Việc gì', required: true } },
    children: true,
    list: { ordered: false, lead: 'điều rõ (người, việc, thời gian…)' },
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
      src: { label: 'Tệp ảnh', required: true, holds: 'picture' },
      alt: { label: 'Mô tả ảnh (ảnh trang trí thì ghi: trang trí)', required: true },
      caption: { label: 'Chú thích', required: false },
    },
    children: false,
    silent: true,
  },
  Gallery: {
    label: 'Bộ ảnh',
    hint: 'Hai đến bốn ảnh của một việc, đứng cạnh nhau, mỗi ảnh một mô tả.',
    attributes: {
      title: { label: 'Ảnh về việc gì', required: true },
      ...galleryPictures(),
    },
    children: false,
    silent: true,
  },
  Entry: {
    label: 'Mục trên trang',
    hint: 'Thẻ dẫn tới văn bản, infographic, bản ghi, đơn vị, thuật ngữ có trên trang.',
    attributes: {
      type: { label: 'Loại', required: true, options: entryOptions },
      entry: { label: 'Mục nào', required: true, holds: 'entry' },
      title: { label: 'Tên hiện ra', required: true },
    },
    children: false,
    silent: true,
  },
  Download: {
    label: 'Tải về',
    hint: 'Một tệp để tải: tên tệp, địa chỉ, định dạng và dung lượng.',
    attributes: {
      title: { label: 'Tên tệp', required: true },
      href: { label: 'Địa chỉ của tệp', required: true, holds: 'address' },
      about: { label: 'Định dạng, dung lượng', required: false },
    },
    children: false,
    silent: true,
  },
} as const satisfies Record<string, Block>;

export type BlockName = keyof typeof blocks;

/** What an editor writes in place of a description when a picture says nothing. */
export const decorative = 'trang trí';

/** The `alt` attribute for a description as an editor wrote it: empty for a decorative picture. */
export function altText(description: string): string {
  return description.trim().normalize('NFC').toLowerCase() === decorative ? '' : description.trim();
}

/** A picture of a block, with its description as the editor wrote it. */
export interface BlockPicture {
  src: string;
  alt: string;
  caption?: string;
}

/** The pictures that a block's attributes name, in their order. */
export function picturesOfBlock(
  name: string | null | undefined,
  attributes: Readonly<Record<string, unknown>>,
): BlockPicture[] {
  const block = Object.entries<Block>(blocks).find(([known]) => known === name)?.[1];
  const text = (attribute: string) => {
    const value = attributes[attribute];
    return typeof value === 'string' && value !== '' ? value : undefined;
  };
  return Object.entries(block?.attributes ?? {}).flatMap(([attribute, { holds }]) => {
    const src = holds === 'picture' ? text(attribute) : undefined;
    if (src === undefined) return [];
    const [alt, caption] = [text(attribute.replace('src', 'alt')), text('caption')];
    return [{ src, alt: alt ?? '', ...(caption !== undefined && { caption }) }];
  });
}
