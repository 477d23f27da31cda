/**
 * The seven-petal lotus as geometry. Petals fan out from one point at the bottom; the middle one is
 * the tallest. Pages and pictures draw it from these paths, so the mark is the same everywhere.
 */

export interface Petal {
  /** The axis's order, 1 to 7, from left to right. */
  order: number;
  /** SVG path data. */
  path: string;
  /** Where the axis's number stands. */
  label: { x: number; y: number };
}

/** The drawing's size in its own units: the `viewBox` is `0 0 width height`. */
export const lotusSize = { width: 400, height: 268 } as const;

/** The point from which the petals grow. */
const root = { x: 200, y: 252 };

/** Angle from upright in degrees, length and half width, from the outermost petal to the middle. */
const shapes = [
  { angle: 78, length: 186, half: 33 },
  { angle: 52, length: 206, half: 38 },
  { angle: 26, length: 224, half: 42 },
  { angle: 0, length: 238, half: 45 },
] as const;

/** Share of the length at which a petal is widest and bears its number. */
const belly = 0.62;

/** Orders from the back to the front: the outer petals lie behind the inner ones. */
export const drawingOrder = [1, 7, 2, 6, 3, 5, 4] as const;

/** The seven petals, by order. */
export const petals: readonly Petal[] = [1, 2, 3, 4, 5, 6, 7].map(petal);

function petal(order: number): Petal {
  const side = Math.sign(order - 4);
  const shape = shapes[order <= 4 ? order - 1 : 7 - order]!;
  const at = place((shape.angle * side * Math.PI) / 180);
  const { length, half } = shape;
  // From the root out along one flank to the pointed tip, and back along the other.
  const points = [
    at(0, 0),
    at(-half * 0.55, length * 0.16),
    at(-half * 1.42, length * 0.6),
    at(0, length),
    at(half * 1.42, length * 0.6),
    at(half * 0.55, length * 0.16),
    at(0, 0),
  ].map(({ x, y }) => `${x} ${y}`);
  const [start, a, b, tip, c, d, end] = points;
  return {
    order,
    path: `M${start}C${a} ${b} ${tip}C${c} ${d} ${end}Z`,
    label: at(0, length * (belly + 0.1)),
  };
}

/** Turns a petal's own coordinates (across, along) into the drawing's, to a tenth of a unit. */
function place(radians: number) {
  const [sin, cos] = [Math.sin(radians), Math.cos(radians)];
  const round = (value: number) => Math.round(value * 10) / 10;
  return (across: number, along: number) => ({
    x: round(root.x + across * cos + along * sin),
    y: round(root.y + across * sin - along * cos),
  });
}
