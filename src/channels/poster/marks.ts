/** What a poster shows beside words: the lotus, the QR code, lines. */
import { drawingOrder, lotusSize, petals } from '#src/model/lotus.ts';
import { qrDrawing } from '../qr/drawing.ts';

interface LotusPlace {
  x: number;
  y: number;
  width: number;
  lit: number | undefined;
}

/** The lotus in black lines; lit petals are black, so that any printer shows which one it is. */
export function drawLotus(document: PDFKit.PDFDocument, { x, y, width, lit }: LotusPlace): void {
  document
    .save()
    .translate(x, y)
    .scale(width / lotusSize.width)
    .lineWidth(6);
  for (const order of drawingOrder) {
    const black = lit === undefined || lit === order;
    document
      .path(petals[order - 1]!.path)
      .fillAndStroke(black ? 'black' : 'white', black ? 'white' : 'black');
  }
  document.restore();
}

/** A black line, 2 points thick. */
export function rule(document: PDFKit.PDFDocument, x: number, y: number, width: number): void {
  document.rect(x, y, width, 2).fill('black');
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
