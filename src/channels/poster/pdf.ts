/** The poster as a tagged PDF (PDF/UA): the same texts, sizes and places as the page to print. */
import PDFDocument from 'pdfkit';
import type { PosterPaper, PosterSheet } from '#src/model/share-kit.ts';
import { unbroken } from '#src/model/typography.ts';
import { startOfDay } from '#src/time/hanoi.ts';
import { kitWords } from '#src/text/kit.ts';
import { paintOf, plainPaint } from '../pictures/paint.ts';
import type { Ink } from '#src/drawing/drawing.ts';
import type { PosterInput, PosterList } from './input.ts';

import {
  addressSize,
  figureGap,
  layPoster,
  lineGap,
  papers,
  registerFonts,
  styles,
  textHeight,
  type LaidFigure,
  type Paper,
  type LaidPoster,
  type Style,
} from './layout.ts';
import { artifact, drawQr, markOf, paintDrawing, rule } from './marks.ts';

/** One poster being drawn: where the next text goes, and how large. */
interface Sheet extends LaidPoster {
  document: PDFKit.PDFDocument;
  input: PosterInput;
  name: PosterPaper;
  paper: Paper;
  paint: (ink: Ink) => string;
  y: number;
}

/** PDF/UA, the standard of PDFs for all readers, which pdfkit's types do not know yet. */
const accessible: object = { subset: 'PDF/UA' };

/** The poster's bytes; the same input gives the same bytes. */
export function posterPdf(
  input: PosterInput,
  { paper: name, plain }: PosterSheet,
): Promise<Buffer> {
  const paper = papers[name];
  const { width, height, margin, head } = paper;
  const day = new Date(startOfDay(input.day));
  const document = new PDFDocument({
    size: [width, height],
    margin: 0,
    font: '',
    lang: 'vi',
    tagged: true,
    ...accessible,
    pdfVersion: '1.7',
    displayTitle: true,
    info: {
      Title: input.title,
      Author: input.organization,
      Creator: input.siteName,
      CreationDate: day,
      ModDate: day,
    },
  });
  registerFonts(document);
  const laid = layPoster(input, name);
  const sheet: Sheet = {
    ...laid,
    document,
    input,
    name,
    paper,
    paint: plain ? plainPaint(input.axis) : paintOf(input.axis),
    y: margin + head,
  };
  const root = document.struct('Document');
  document.addStructure(root);
  drawHead(sheet, root);
  drawWords(sheet, root);
  drawFoot(sheet, root);
  root.end();
  document.end();
  return bytesOf(document);
}

function drawHead(
  { document, input, paper, paint }: Sheet,
  root: PDFKit.PDFStructureElement,
): void {
  const { width, margin, head, small } = paper;
  const lotus = small * 4.4;
  artifact(document, () => {
    paintDrawing(document, markOf(input), { x: margin, y: margin, width: lotus }, paint);
    if (input.picture) {
      const wide = ((head - small * 1.5) * input.picture.width) / input.picture.height;
      const place = { x: width - margin - wide, y: margin, width: wide };
      paintDrawing(document, input.picture, place, paint);
    }
    const line = { x: margin, y: margin + head - small, width: width - 2 * margin };
    rule(document, line, paint('strong'));
  });
  const left = margin + lotus + small;
  const line = { lineBreak: false } as const;
  root.add(
    document.struct('P', {}, () => {
      document.font('700').fontSize(small * 1.35);
      document.text(input.siteName, left, margin + small * 0.1, line);
    }),
  );
  root.add(
    document.struct('P', {}, () => {
      document.font('400').fontSize(small);
      document.text(input.sitePlace, left, margin + small * 1.8, line);
    }),
  );
}

function drawWords(sheet: Sheet, root: PDFKit.PDFStructureElement): void {
  const { document, input, paint } = sheet;
  const strong = paint('strong');
  const element = (tag: string, style: Style, text: string, color = 'black') =>
    document.struct(tag, {}, () => setText(sheet, style, text, color));
  root.add(element('P', styles.label, input.label, strong));
  root.add(element('H1', styles.title, unbroken(input.title)));
  if (input.summary !== undefined) root.add(element('P', styles.lead, input.summary));
  if (sheet.figure) drawFigure(sheet, sheet.figure);
  for (const list of sheet.lists) {
    root.add(element('H2', styles.heading, list.heading, strong));
    if (list.figure) drawFigure(sheet, list.figure);
    root.add(listElement(sheet, list));
  }
  if (sheet.notice !== undefined) root.add(element('P', styles.notice, sheet.notice));
}

/** The list below says what it shows. */
function drawFigure(sheet: Sheet, figure: LaidFigure): void {
  const { document, paper, paint, size } = sheet;
  sheet.y += figureGap * size;
  const x = (paper.width - figure.width) / 2;
  artifact(document, () => {
    paintDrawing(document, figure.drawing, { x, y: sheet.y, width: figure.width }, paint);
  });
  sheet.y += figure.height;
}

function listElement(sheet: Sheet, { items, numbered }: PosterList): PDFKit.PDFStructureElement {
  const { document } = sheet;
  const list = document.struct('L');
  for (const [index, text] of items.entries()) {
    const item = document.struct('LI');
    item.add(
      document.struct('Lbl', {}, () => {
        const { paper, size, y } = sheet;
        document.font('700').fontSize(size).fillColor(sheet.paint('strong'));
        document.text(numbered ? `${index + 1}.` : '•', paper.margin, y + styles.item.gap * size, {
          lineBreak: false,
        });
      }),
    );
    item.add(document.struct('LBody', {}, () => setText(sheet, styles.item, text)));
    list.add(item);
  }
  return list;
}

/** Sets one text below the last and moves on. */
function setText(
  sheet: Sheet,
  { size: scale, weight, gap, indent }: Style,
  text: string,
  color = 'black',
): void {
  const { document, paper, size } = sheet;
  const left = paper.margin + indent * size;
  const width = paper.width - paper.margin - left;
  document
    .font(String(weight))
    .fontSize(size * scale)
    .fillColor(color);
  sheet.y += gap * size;
  const height = textHeight(document, text, size * scale, width);
  // Headings break into lines of about one length, as on the page.
  const narrow = weight === 400 ? width : balancedWidth(document, text, size * scale, width);
  document.text(text, left, sheet.y, { width: narrow, lineGap: lineGap(document, size * scale) });
  sheet.y += height;
}

/**
 * The least width in steps of 4 points in which a text takes no more lines than in `width`; not less
 * than its widest piece with the space behind it, which pdfkit would break in two.
 */
function balancedWidth(
  document: PDFKit.PDFDocument,
  text: string,
  size: number,
  width: number,
): number {
  const height = textHeight(document, text, size, width);
  const pieces = text.split(' ').map((piece) => document.widthOfString(`${piece} `));
  const least = Math.max(width / 2, ...pieces);
  let narrow = width;
  while (narrow - 4 >= least && textHeight(document, text, size, narrow - 4) <= height) narrow -= 4;
  return narrow;
}

function drawFoot(
  { document, input, name, paper, paint }: Sheet,
  root: PDFKit.PDFStructureElement,
): void {
  const { width, height, margin, foot, qr, small } = paper;
  const top = height - margin - foot;
  artifact(document, () => {
    rule(document, { x: margin, y: top, width: width - 2 * margin }, paint('strong'));
  });
  const y = height - margin - qr;
  const figure = {
    alt: kitWords.qrAlt(input.address.shown),
    bbox: [margin, y, margin + qr, y + qr],
  };
  root.add(
    document.struct('Figure', figure, () => {
      drawQr(document, input.address.qr, { x: margin, y, side: qr });
    }),
  );
  const left = margin + qr + small;
  const room = { width: width - left - margin };
  root.add(
    document.struct('P', {}, () => {
      document.font('400').fontSize(small * 1.15);
      document.text(kitWords.scanOrType, left, y + small * 0.4, room);
    }),
  );
  root.add(
    document.struct('P', {}, () => {
      document.font('700').fontSize(addressSize(input.address.shown, name));
      document.text(input.address.shown, left, y + small * 2.2, { lineBreak: false });
    }),
  );
  root.add(
    document.struct('P', {}, () => {
      document.font('600').fontSize(small * 1.1);
      document.text(input.answer, left, y + small * 5.2, room);
      document.font('400').fontSize(small * 0.9);
      document.text(`${input.organization}. ${input.asOf}`, left, document.y + small * 0.3, room);
    }),
  );
}

function bytesOf(document: PDFKit.PDFDocument): Promise<Buffer> {
  const chunks: Buffer[] = [];
  return new Promise((resolve, reject) => {
    document.on('data', (chunk: Buffer) => chunks.push(chunk));
    document.on('end', () => resolve(Buffer.concat(chunks)));
    document.on('error', reject);
  });
}
