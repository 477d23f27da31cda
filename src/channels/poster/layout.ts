/** How a poster is set: the papers, the texts in order, and the largest type in which all fit. */
import PDFDocument from 'pdfkit';
import type { Drawing } from '#src/drawing/drawing.ts';
import type { PosterPaper } from '#src/model/share-kit.ts';
import { unbroken } from '#src/model/typography.ts';
import { readFont, type FontWeight } from '../fonts/files.ts';
import type { PosterInput, PosterList } from './input.ts';

/** Points in a millimetre. */
const mm = 72 / 25.4;

/** A paper and what has a fixed place on it, in points. */
export interface Paper {
  width: number;
  height: number;
  margin: number;
  /** Heights of the head with the site's name and of the foot with the QR code. */
  head: number;
  foot: number;
  qr: number;
  /** Text size of head and foot. */
  small: number;
  /** Body sizes that may be tried, largest first. */
  sizes: readonly number[];
  /** Below this body size a list is rather left to the page. */
  readable: number;
}

const a4: Paper = {
  width: 210 * mm,
  height: 297 * mm,
  margin: 14 * mm,
  head: 21 * mm,
  foot: 52 * mm,
  qr: 46 * mm,
  small: 12,
  sizes: halves(30, 9),
  readable: 13,
};

export const papers: Record<PosterPaper, Paper> = {
  a4,
  a5: {
    width: 148 * mm,
    height: 210 * mm,
    margin: 10 * mm,
    head: 15 * mm,
    foot: 38 * mm,
    qr: 34 * mm,
    small: 8.5,
    sizes: halves(21, 6),
    readable: 9,
  },
  // ISO 216: the sheet of A4, each side by the root of two.
  a3: larger(a4, Math.SQRT2),
};

/** A paper with everything on it so many times as large. */
function larger({ sizes, ...lengths }: Paper, times: number): Paper {
  const grown = Object.entries(lengths).map(([name, length]) => [name, length * times] as const);
  return {
    ...(Object.fromEntries(grown) as unknown as typeof lengths),
    sizes: sizes.map((size) => size * times),
  };
}

/** Multiple of the size from one line to the next. */
export const lineHeight = 1.35;

/** How a kind of text is set; sizes and spaces are multiples of the body's size. */
export interface Style {
  size: number;
  weight: FontWeight;
  /** Space above. */
  gap: number;
  /** Space at the left, where a list's mark stands. */
  indent: number;
}

export const styles = {
  label: { size: 0.95, weight: 600, gap: 0, indent: 0 },
  title: { size: 1.75, weight: 700, gap: 0.15, indent: 0 },
  lead: { size: 1.05, weight: 400, gap: 0.5, indent: 0 },
  heading: { size: 1.15, weight: 700, gap: 0.9, indent: 0 },
  item: { size: 1, weight: 400, gap: 0.35, indent: 1.6 },
  notice: { size: 1, weight: 600, gap: 0.9, indent: 0 },
} as const satisfies Record<string, Style>;

interface PosterText {
  style: keyof typeof styles;
  text: string;
}

/** A drawing and its size in points. */
export interface LaidFigure {
  drawing: Drawing;
  width: number;
  height: number;
}

/** A list as it stands on one paper; its drawing below its heading. */
type LaidList = PosterList & { figure?: LaidFigure };

/** A poster's words as they stand on one paper, and their size. */
export interface LaidPoster {
  /** The drawing above the lists, where there is room for it. */
  figure?: LaidFigure;
  lists: readonly LaidList[];
  /** Said below the lists: what the page has beside them. */
  notice?: string;
  /** Body size in points. */
  size: number;
}

/**
 * The poster in the largest body size in which everything fits; when that is too small to read, the
 * last list stays on the page and the poster says so. An error when even that fits in no size.
 */
export function layPoster(input: PosterInput, paper: PosterPaper): LaidPoster {
  const { lists, lastListOnPage: notice, figure } = input;
  const withBlock = layWithBlock(input, paper);
  if (withBlock) return withBlock;
  if (figure) {
    const size = largestSize(posterTexts(input, { lists }), paper, figureHeight);
    if (size !== undefined && size >= papers[paper].readable) {
      return { lists, size, figure: figurePlace(figure, size, papers[paper]) };
    }
  }
  const whole = largestSize(posterTexts(input, { lists }), paper);
  if (whole !== undefined && (notice === undefined || whole >= papers[paper].readable)) {
    return { lists, size: whole };
  }
  const short = notice === undefined ? { lists } : { lists: lists.slice(0, -1), notice };
  const size = largestSize(posterTexts(input, short), paper);
  if (size !== undefined) return { ...short, size };
  throw new Error(
    `${input.file}: nội dung dài quá nên không vừa áp phích ${paper.toUpperCase()}. Hãy rút gọn tiêu đề, tóm tắt hoặc danh sách.`,
  );
}

/** Type that is read across a corridor: a poster with less has no room for a block of the body. */
const roomy = 1.15;

/** With the first block of the body for which there is room below the first list. */
function layWithBlock(input: PosterInput, paper: PosterPaper): LaidPoster | undefined {
  const [first, ...others] = input.lists;
  if (!first) return undefined;
  for (const { figure, ...block } of input.blocks ?? []) {
    const lists = [first, block, ...others];
    const size = largestSize(posterTexts(input, { lists }), paper, blockHeight);
    if (size === undefined || size < roomy * papers[paper].readable) continue;
    const laid = figurePlace(figure, size, papers[paper], blockHeight);
    return { size, lists: [first, { ...block, figure: laid }, ...others] };
  }
  return undefined;
}

/** The texts between head and foot, in reading order. */
function posterTexts(
  { label, title, summary }: PosterInput,
  { lists, notice }: { lists: readonly PosterList[]; notice?: string },
): PosterText[] {
  return [
    { style: 'label', text: label },
    { style: 'title', text: unbroken(title) },
    ...(summary === undefined ? [] : [{ style: 'lead', text: summary } as const]),
    ...lists.flatMap(({ heading, items }): PosterText[] => [
      { style: 'heading', text: heading },
      ...items.map((text): PosterText => ({ style: 'item', text })),
    ]),
    ...(notice === undefined ? [] : [{ style: 'notice', text: notice } as const]),
  ];
}

/** Heights of a figure, of one of a block, and the space above it: multiples of the body's size. */
const figureHeight = 11;
const blockHeight = 6;
export const figureGap = 0.9;

function figurePlace(
  drawing: Drawing,
  size: number,
  { width, margin }: Paper,
  height = figureHeight,
): LaidFigure {
  const scale = Math.min((height * size) / drawing.height, (width - 2 * margin) / drawing.width);
  return { drawing, width: drawing.width * scale, height: drawing.height * scale };
}

/**
 * The largest body size in points in which the texts fit the paper, with so much room for a figure: a
 * multiple of that size.
 */
function largestSize(
  texts: readonly PosterText[],
  paper: PosterPaper,
  forFigure = 0,
): number | undefined {
  const { width, height, margin, head, foot, sizes } = papers[paper];
  // A browser breaks lines now and then one word earlier than the PDF does.
  const room = (height - 2 * margin - head - foot) * 0.96;
  const taken = forFigure === 0 ? 0 : forFigure + figureGap;
  return sizes.find((size) => totalHeight(texts, size, width - 2 * margin) + taken * size <= room);
}

function totalHeight(texts: readonly PosterText[], size: number, width: number): number {
  return texts.reduce((sum, { style, text }) => {
    const { size: scale, weight, gap, indent } = styles[style];
    ruler.font(String(weight), size * scale);
    return sum + gap * size + textHeight(ruler, text, size * scale, width - indent * size);
  }, 0);
}

/** The largest size in points in which an address stands on one line beside the QR code. */
export function addressSize(address: string, paper: PosterPaper): number {
  const { width, margin, qr, small } = papers[paper];
  const largest = small * 1.9;
  ruler.font('700', largest);
  return Math.min(
    largest,
    (largest * (width - 2 * margin - qr - small)) / ruler.widthOfString(address),
  );
}

/** Height in points of a text in the document's present font, set this wide. */
export function textHeight(
  document: PDFKit.PDFDocument,
  text: string,
  size: number,
  width: number,
): number {
  return document.heightOfString(text, { width, lineGap: lineGap(document, size) });
}

/** What pdfkit adds between lines, so that they stand `lineHeight` apart. */
export function lineGap(document: PDFKit.PDFDocument, size: number): number {
  return size * lineHeight - document.currentLineHeight(true);
}

/** Makes the site's typeface known to a document by its weights. */
export function registerFonts(document: PDFKit.PDFDocument): void {
  for (const weight of [400, 600, 700] as const) {
    document.registerFont(String(weight), readFont(weight));
  }
}

/** A document that is never written: it keeps the widths of words that were measured. */
const ruler = new PDFDocument({ font: '' });
registerFonts(ruler);

function halves(largest: number, smallest: number): number[] {
  return Array.from({ length: (largest - smallest) * 2 + 1 }, (_, index) => largest - index / 2);
}
