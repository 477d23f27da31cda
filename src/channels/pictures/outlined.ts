/** Text of drawings as outlines of the site's typeface: a picture file brings no font with it. */
import { create, type Font, type Path } from 'fontkit';
import { round, type Drawing, type PathShape, type TextShape } from '#src/drawing/drawing.ts';
import { readFont } from '../fonts/files.ts';

/** The drawing with every text as a path that any program draws alike. */
export function outlined({ shapes, ...size }: Drawing): Drawing & { shapes: PathShape[] } {
  return { ...size, shapes: shapes.map((shape) => ('text' in shape ? outline(shape) : shape)) };
}

function outline({ text, x, y, size, fill }: TextShape): PathShape {
  const { glyphs, positions, advanceWidth } = bold().layout(text);
  const scale = size / bold().unitsPerEm;
  let pen = x - (advanceWidth * scale) / 2;
  // Capitals and figures stand about in the middle of their height.
  const base = y + 0.36 * size;
  const d = glyphs.map((glyph, index) => {
    const path = glyph.path.scale(scale, -scale).translate(pen, base);
    pen += positions[index]!.xAdvance * scale;
    return shortPath(path.commands);
  });
  return { d: d.join(''), fill };
}

const letters = {
  moveTo: 'm',
  lineTo: 'l',
  quadraticCurveTo: 'q',
  bezierCurveTo: 'c',
  closePath: 'z',
} as const;

/** Path data by the way from point to point, which takes half of the characters. */
function shortPath(commands: Path['commands']): string {
  let [atX, atY] = [0, 0];
  let [startX, startY] = [0, 0];
  return commands
    .map(({ command, args }, index) => {
      if (command === 'closePath') [atX, atY] = [startX, startY];
      const ways = args.map((value, place) => round(round(value) - (place % 2 ? atY : atX)));
      if (args.length > 0) [atX, atY] = args.slice(-2).map(round) as [number, number];
      if (command === 'moveTo') [startX, startY] = [atX, atY];
      const numbers = ways.map((way) => String(way).replace(/^(-?)0\./, '$1.'));
      return `${index === 0 ? 'M' : letters[command]}${numbers.join(' ').replaceAll(' -', '-')}`;
    })
    .join('');
}

let read: Font | undefined;

function bold(): Font {
  if (read) return read;
  const font = create(readFont(700));
  if (!('layout' in font)) throw new TypeError('The file holds several fonts.');
  return (read = font);
}
