/**
 * The site's own line pictograms: paths on a sheet of 24 × 24, drawn with a stroke of 2. Few, and only
 * where a sign is known to everyone; beside each stand words.
 */
import {
  disc,
  line,
  petal,
  placed,
  rectangle,
  type Ink,
  type Point,
  type Shape,
} from './drawing.ts';

const at = (x: number, y: number) => ({ x, y });

export const pictograms = {
  person: [disc(at(12, 7), 4), 'M4 21C4 11 20 11 20 21'],
  task: [rectangle(4, 4, 16, 16), line(at(8, 12), at(11, 15), at(16, 9))],
  clock: [disc(at(12, 12), 9), line(at(12, 7), at(12, 12), at(16, 14))],
  product: [
    'M12 3L20 7L20 17L12 21L4 17L4 7Z',
    line(at(4, 7), at(12, 11), at(20, 7)),
    line(at(12, 11), at(12, 21)),
  ],
  means: [disc(at(12, 12), 9), line(at(12, 7), at(12, 17)), line(at(8, 12), at(16, 12))],
  shield: ['M12 3L20 6C20 14 17 18 12 21C7 18 4 14 4 6Z', line(at(8, 12), at(11, 15), at(16, 9))],
  question: ['M8 9C8 3 17 3 16 9C16 12 12 12 12 15', disc(at(12, 19.5), 0.6)],
  calendar: [
    rectangle(4, 5, 16, 15),
    line(at(4, 10), at(20, 10)),
    line(at(8, 3), at(8, 7)),
    line(at(16, 3), at(16, 7)),
  ],
  paper: ['M6 3L14 3L19 8L19 21L6 21Z', line(at(9, 12), at(16, 12)), line(at(9, 16), at(16, 16))],
  sound: ['M4 9L8 9L13 5L13 19L8 15L4 15Z', 'M16 9C18 11 18 13 16 15'],
  megaphone: [
    'M4 10L16 5L16 19L4 14Z',
    line(at(7, 15), at(8, 20), at(11, 20), at(10, 16)),
    line(at(19, 12), at(21, 12)),
  ],
  letters: [
    line(at(3, 19), at(8, 5), at(13, 19)),
    line(at(5, 14), at(11, 14)),
    disc(at(17.5, 15.5), 3.5),
    line(at(21, 12), at(21, 19)),
  ],
  check: [disc(at(12, 12), 9), line(at(8, 12), at(11, 15), at(16, 9))],
  envelope: [rectangle(3, 6, 18, 13), line(at(3, 7), at(12, 13), at(21, 7))],
  people: [
    disc(at(8, 8), 3),
    disc(at(16, 8), 3),
    'M3 20C3 12 13 12 13 20',
    'M12 15C14 12 21 12 21 20',
  ],
  flower: [-50, 50, 0].map((angle) => petal({ at: at(12, 21), angle, length: 17, half: 4 })),
} as const satisfies Record<string, readonly string[]>;

export type PictogramName = keyof typeof pictograms;

/** A pictogram in lines, this wide around a point. */
export function pictogram(name: PictogramName, { x, y }: Point, side: number, ink: Ink): Shape[] {
  const shapes = pictograms[name].map((d): Shape => ({ d, stroke: ink, width: 2 }));
  return placed({ shapes }, { x: x - side / 2, y: y - side / 2 }, side / 24);
}
