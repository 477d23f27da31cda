import { disc, line, numbered, type Drawing, type Point, type Shape } from '../drawing.ts';

/** Where the line of time runs, in the drawing's units. */
const size = { width: 320, height: 150 } as const;
const edge = 26;
const base = 116;
const radius = 14;

/**
 * Dòng thời gian: numbered moments above a line, to scale when every one of them names a day, a month
 * or a year, else one as far from the next as the other.
 */
export function timeline(moments: readonly string[]): Drawing {
  const times = moments.map(yearOf);
  const isToScale = times.every((time) => time !== undefined) && new Set(times).size > 1;
  const scale = isToScale ? scaleOf(times) : undefined;
  const xs = moments.map((_, index) =>
    scale
      ? scale.x(times[index]!)
      : edge + (index * (size.width - 2 * edge)) / Math.max(1, moments.length - 1),
  );
  const pins = stacked(xs);
  return {
    ...size,
    shapes: [
      { d: line({ x: 8, y: base }, { x: size.width - 8, y: base }), stroke: 'gold', width: 4 },
      ...(scale ? ticks(scale) : []),
      ...pins.map(({ x, y }): Shape => ({
        d: line({ x, y: base }, { x, y }),
        stroke: 'strong',
        width: 2,
      })),
      { d: pins.map(({ x }) => disc({ x, y: base }, 4)).join(''), fill: 'strong' },
      ...pins.flatMap((at, index) => numbered(at, radius, String(index + 1))),
    ],
  };
}

/** A moment in years, such as 2026.25; `undefined` when the text names none. */
export function yearOf(when: string): number | undefined {
  const found = /(?:(?:(\d{1,2})[/.-])?(\d{1,2})[/.-])?(\d{4})(?!\d)/.exec(when);
  if (!found) return undefined;
  const [, day = '1', month = '1', year] = found;
  return Number(year) + (Number(month) - 1) / 12 + (Number(day) - 1) / 365;
}

interface Scale {
  first: number;
  last: number;
  x: (time: number) => number;
}

/** From a little before the first moment to a little after the last. */
function scaleOf(times: readonly (number | undefined)[]): Scale {
  const known = times.filter((time) => time !== undefined);
  const [earliest, latest] = [Math.min(...known), Math.max(...known)];
  const room = (latest - earliest) * 0.08;
  const [first, last] = [earliest - room, latest + room];
  const x = (time: number) => edge + ((time - first) * (size.width - 2 * edge)) / (last - first);
  return { first, last, x };
}

/** A stroke for each year, or for so many that their names stand free. */
function ticks({ first, last, x }: Scale): Shape[] {
  const step = Math.ceil((last - first) / 5);
  const start = Math.ceil(first / step) * step;
  const count = Math.floor((last - start) / step) + 1;
  const years = Array.from({ length: count }, (_, index) => start + index * step);
  return years.flatMap((year): Shape[] => [
    { d: line({ x: x(year), y: base - 6 }, { x: x(year), y: base + 8 }), stroke: 'gold' },
    { text: String(year), x: x(year), y: base + 21, size: 16, fill: 'strong' },
  ]);
}

/** Pins that stand free of one another: one that would touch its neighbour stands higher. */
function stacked(xs: readonly number[]): Point[] {
  const levels = [78, 46, 16];
  const pins: Point[] = [];
  for (const x of xs) {
    const y = levels.find((level) =>
      pins.every((pin) => Math.hypot(pin.x - x, pin.y - level) >= 2 * radius + 1),
    );
    // No level is free: beside the last one, as near to the true place as can be.
    pins.push(
      y === undefined ? { x: pins.at(-1)!.x + 2 * radius + 2, y: pins.at(-1)!.y } : { x, y },
    );
  }
  return pins;
}
