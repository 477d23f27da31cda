/** What a poster shows beside words: the lotus, the QR code, lines. */
import type { Drawing, Ink } from '#src/drawing/drawing.ts';
import { lotus } from '#src/drawing/figures/lotus.ts';
import { outlined } from '../pictures/outlined.ts';
import type { PosterInput } from './input.ts';
import { qrDrawing } from '../qr/drawing.ts';

/** The lotus of the head: its axis's petal lit, or all. */
export function markOf({ axis }: Pick<PosterInput, 'axis'>): Drawing {
  return lotus(axis === undefined ? [1, 2, 3, 4, 5, 6, 7] : [axis]);
}

interface Place {
  x: number;
  y: number;
  /** The height follows. */
  width: number;
}

/** A drawing in colours, which part from one another in black and white too. */
export function paintDrawing(
  document: PDFKit.PDFDocument,
  drawing: Drawing,
  { x, y, width }: Place,
  paint: (ink: Ink) => string,
): void {
  document
    .save()
    .translate(x, y)
    .scale(width / drawing.width);
  // What reaches over the sheet's edge is not seen on the page either.
  document.rect(0, 0, drawing.width, drawing.height).clip();
  for (const { d, fill, stroke, width: line = 2 } of outlined(drawing).shapes) {
    document.path(d).lineWidth(line).lineJoin('round');
    if (fill !== undefined && stroke !== undefined) {
      document.fillAndStroke(paint(fill), paint(stroke));
    } else if (stroke === undefined) document.fill(paint(fill ?? 'ground'));
    else document.stroke(paint(stroke));
  }
  document.restore();
}

/** A line in this colour, 2 points thick. */
export function rule(document: PDFKit.PDFDocument, { x, y, width }: Place, color: string): void {
  document.rect(x, y, width, 2).fill(color);
}

/** Draws what only adorns, which screen readers pass over. */
export function artifact(document: PDFKit.PDFDocument, draw: () => void): void {
  document.markContent('Artifact', { type: 'Layout' });
  draw();
  document.endMarkedContent();
  document.fillColor('black');
}

/** The code that holds `text`, quiet zone included, `side` points wide. */
export function drawQr(
  document: PDFKit.PDFDocument,
  text: string,
  { x, y, side }: { x: number; y: number; side: number },
): void {
  const { modules, path } = qrDrawing(text);
  document
    .save()
    .translate(x, y)
    .scale(side / modules);
  document.path(path).fill('black').restore();
}
