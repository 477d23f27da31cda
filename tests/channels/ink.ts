/** Where the ink of a picture's texts lies, read from the outlines that satori draws. */

export interface InkBox {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/**
 * One box for each text, in drawing order. Outlines are in absolute coordinates; a curve's control
 * points count as ink, so a box is never too small.
 */
export function inkBoxes(svg: string): InkBox[] {
  const outlines = [...svg.matchAll(/<g[^>]*><path fill="#\w+" d="([MLQCZ\d. -]+)"/g)];
  return outlines.map(([, path]) => {
    const numbers = path!.match(/-?[\d.]+/g)!.map(Number);
    const xs = numbers.filter((_, index) => index % 2 === 0);
    const ys = numbers.filter((_, index) => index % 2 === 1);
    return {
      left: Math.min(...xs),
      top: Math.min(...ys),
      right: Math.max(...xs),
      bottom: Math.max(...ys),
    };
  });
}

/** The box of each drawing: lotus, petal, QR code. */
export function drawingBoxes(svg: string): InkBox[] {
  const drawings = svg.matchAll(
    /<image x="(-?[\d.]+)" y="(-?[\d.]+)" width="([\d.]+)" height="([\d.]+)"/g,
  );
  return [...drawings].map((match) => {
    const [left, top, width, height] = match.slice(1).map(Number) as [
      number,
      number,
      number,
      number,
    ];
    return { left, top, right: left + width, bottom: top + height };
  });
}
