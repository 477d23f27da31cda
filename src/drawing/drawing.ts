/**
 * Drawings as data: shapes in inks, of which pages, picture files, posters and the CMS make the same
 * picture, each in its own colours. What a drawing is about stands in the text beside it.
 */

/**
 * What a shape is painted with: the colours of the drawing's axis, or those that all drawings share.
 * A number is an axis of its own, 1 to 7.
 */
export type Ink = 'strong' | 'soft' | 'ground' | 'gold' | 'onStrong' | 1 | 2 | 3 | 4 | 5 | 6 | 7;

export interface PathShape {
  /** SVG path data, in the drawing's units. */
  d: string;
  fill?: Ink;
  stroke?: Ink;
  /** Of the stroke, in the drawing's units; 2 when absent. */
  width?: number;
}

/** A few characters in the site's bold type, centred on a point. */
export interface TextShape {
  text: string;
  x: number;
  y: number;
  /** Size of type in the drawing's units. */
  size: number;
  fill: Ink;
}

export type Shape = PathShape | TextShape;

export interface Drawing {
  /** The `viewBox` is `0 0 width height`. */
  width: number;
  height: number;
  /** From the back to the front. */
  shapes: readonly Shape[];
}

/** A place in a drawing. */
export interface Point {
  x: number;
  y: number;
}

/** To a tenth of a unit, so that files stay small. */
export const round = (value: number): number => Math.round(value * 10) / 10;

/** A point at this angle (degrees clockwise from upright) and distance from another. */
export function around({ x, y }: Point, degrees: number, distance: number): Point {
  const radians = (degrees * Math.PI) / 180;
  return { x: x + distance * Math.sin(radians), y: y - distance * Math.cos(radians) };
}

/** One petal of the lotus: where it grows, its angle in degrees from upright, length and half width. */
export interface PetalPlace {
  at: Point;
  angle?: number;
  length: number;
  half: number;
}

/** Path data of a petal, shaped as those of the mark. */
export function petal({ at, angle = 0, length, half }: PetalPlace): string {
  const along = (across: number, up: number): string => {
    const foot = around(at, angle, up);
    const { x, y } = around(foot, angle + 90, across);
    return `${round(x)} ${round(y)}`;
  };
  const [start, tip] = [along(0, 0), along(0, length)];
  const left = `${along(-half * 0.55, length * 0.16)} ${along(-half * 1.42, length * 0.6)}`;
  const right = `${along(half * 1.42, length * 0.6)} ${along(half * 0.55, length * 0.16)}`;
  return `M${start}C${left} ${tip}C${right} ${start}Z`;
}

/** Path data of a disc or, stroked, of a circle. */
export function disc({ x, y }: Point, radius: number): string {
  const [left, r] = [round(x - radius), round(radius)];
  return `M${left} ${round(y)}a${r} ${r} 0 1 0 ${round(2 * radius)} 0a${r} ${r} 0 1 0 ${round(-2 * radius)} 0Z`;
}

/** Path data of a rectangle. */
export function rectangle(x: number, y: number, width: number, height: number): string {
  return `M${round(x)} ${round(y)}h${round(width)}v${round(height)}h${round(-width)}Z`;
}

/** Path data of a line through points. */
export function line(...points: readonly Point[]): string {
  return points.map(({ x, y }, index) => `${index ? 'L' : 'M'}${round(x)} ${round(y)}`).join('');
}

/** A disc with a number or a letter on it. */
export function numbered(at: Point, radius: number, text: string, fill: Ink = 'strong'): Shape[] {
  return [
    { d: disc(at, radius), fill, stroke: 'ground', width: 2 },
    { text, ...at, size: round(radius * 1.15), fill: 'onStrong' },
  ];
}

/** The shapes of a drawing, moved and made larger or smaller. */
export function placed({ shapes }: Pick<Drawing, 'shapes'>, at: Point, scale: number): Shape[] {
  return shapes.map((shape) => {
    if ('text' in shape) {
      const { x, y, size } = shape;
      return { ...shape, x: at.x + x * scale, y: at.y + y * scale, size: size * scale };
    }
    const width = shape.stroke === undefined ? {} : { width: round((shape.width ?? 2) * scale) };
    return { ...shape, ...width, d: movedPath(shape.d, at, scale) };
  });
}

/** How many of a command's numbers belong together, and which of them are places. */
const commandPlaces: Record<string, readonly ('x' | 'y' | 'size' | 'as is')[]> = {
  M: ['x', 'y'],
  L: ['x', 'y'],
  C: ['x', 'y'],
  h: ['size'],
  v: ['size'],
  a: ['size', 'size', 'as is', 'as is', 'as is', 'size', 'size'],
  Z: [],
};

/** Path data moved and scaled; it knows the commands that this folder writes. */
function movedPath(d: string, { x, y }: Point, scale: number): string {
  return d.replaceAll(/([A-Za-z])([^A-Za-z]*)/g, (_, command: string, rest: string) => {
    const places = commandPlaces[command];
    if (!places) throw new Error(`A drawing's path has no command ${command}.`);
    const numbers = (rest.match(/-?[\d.]+/g) ?? []).map((number, index) => {
      const value = Number(number);
      switch (places[index % places.length]) {
        case 'x':
          return round(x + value * scale);
        case 'y':
          return round(y + value * scale);
        case 'size':
          return round(value * scale);
        default:
          return value;
      }
    });
    return `${command}${numbers.join(' ')}`;
  });
}
