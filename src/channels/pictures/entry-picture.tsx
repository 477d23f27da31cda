/** The picture of an entry as a file of its own. */
import { renderToStaticMarkup } from 'react-dom/server';
import { Drawn } from '#src/components/drawing/Drawn.tsx';
import { axisOf, entryPicture } from '#src/drawing/entry-picture.ts';
import type { Drawing, Ink } from '#src/drawing/drawing.ts';
import type { AnyEntry, Entry } from '#src/load/entry.ts';
import { outlined } from './outlined.ts';
import { darkPaintOf, paintOf } from './paint.ts';

/** As SVG; a few KB. On a dark page the same file is a dark picture. */
export function entryPictureSvg(entry: AnyEntry, axes: readonly Entry<'axis'>[]): string {
  const drawing = outlined(entryPicture(entry, axes));
  const axis = axisOf(entry, axes);
  const svg = renderToStaticMarkup(<Drawn drawing={drawing} paint={paintOf(axis)} />);
  return svg.replace(/^<svg[^>]*>/, (tag) => tag + darkStyle(drawing, axis));
}

/** Colours in place of those that the shapes have; where the sheet has the full colour, it is dark already. */
function darkStyle({ shapes }: Drawing, axis: number | undefined): string {
  if (shapes[0]?.fill === 'strong') return '';
  const inks = new Set<Ink | undefined>();
  for (const shape of shapes) {
    inks.add(shape.fill);
    if ('stroke' in shape) inks.add(shape.stroke);
  }
  const [light, dark] = [paintOf(axis), darkPaintOf(axis)];
  const rules = [...inks].flatMap((ink) =>
    ink === undefined || light(ink) === dark(ink)
      ? []
      : ['fill', 'stroke'].map((name) => `[${name}="${light(ink)}"]{${name}:${dark(ink)}}`),
  );
  return `<style>@media (prefers-color-scheme:dark){${rules.join('')}}</style>`;
}
