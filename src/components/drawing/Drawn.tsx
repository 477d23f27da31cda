import type { Drawing, Ink, Shape } from '#src/drawing/drawing.ts';

interface Props {
  drawing: Drawing;
  className?: string;
  /** Colours, where there is no stylesheet: in picture files. Classes of `drawing.css` when absent. */
  paint?: (ink: Ink) => string;
  /** With `paint`: the width in pixels; the drawing's own when absent. */
  wide?: number;
}

/** A drawing as SVG; an ornament, for what it shows stands beside it in words. */
export function Drawn({ drawing, className, paint, wide = drawing.width }: Props) {
  const { width, height, shapes } = drawing;
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      viewBox={`0 0 ${width} ${height}`}
      {...(paint
        ? { width: wide, height: (wide * height) / width }
        : { className: className ? `drawn ${className}` : 'drawn', 'aria-hidden': true })}
    >
      {shapes.map((shape, index) => (
        <DrawnShape key={index} shape={shape} paint={paint} />
      ))}
    </svg>
  );
}

function DrawnShape({ shape, paint }: { shape: Shape; paint: Props['paint'] }) {
  if ('text' in shape) {
    const { text, x, y, size, fill } = shape;
    const look = paint
      ? { fill: paint(fill), fontWeight: 700, textAnchor: 'middle' as const }
      : { className: `ink-${fill}` };
    return (
      <text x={x} y={y} dy=".36em" fontSize={size} {...look}>
        {text}
      </text>
    );
  }
  const { d, fill, stroke, width } = shape;
  const strokeWidth = stroke === undefined ? undefined : (width ?? 2);
  if (paint) {
    const look = { fill: fill === undefined ? 'none' : paint(fill) };
    const edge = stroke === undefined ? {} : { stroke: paint(stroke), strokeWidth };
    return <path d={d} {...look} {...edge} />;
  }
  const names = [fill && `ink-${fill}`, stroke && `edge-${stroke}`].filter(Boolean).join(' ');
  return <path d={d} className={names} strokeWidth={strokeWidth} />;
}
