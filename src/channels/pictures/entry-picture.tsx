/** The picture of an entry as a file of its own. */
import { renderToStaticMarkup } from 'react-dom/server';
import { Drawn } from '#src/components/drawing/Drawn.tsx';
import { axisOf, entryPicture } from '#src/drawing/entry-picture.ts';
import type { AnyEntry, Entry } from '#src/load/entry.ts';
import { outlined } from './outlined.ts';
import { paintOf } from './paint.ts';

/** As SVG; a few KB. */
export function entryPictureSvg(entry: AnyEntry, axes: readonly Entry<'axis'>[]): string {
  const drawing = outlined(entryPicture(entry, axes));
  return renderToStaticMarkup(<Drawn drawing={drawing} paint={paintOf(axisOf(entry, axes))} />);
}
