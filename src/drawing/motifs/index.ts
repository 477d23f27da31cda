/** The motif of each axis: seven that belong together, for all are made of the lotus's petals. */
import type { Chance } from '../chance.ts';
import type { Shape } from '../drawing.ts';
import { book } from './book.ts';
import { columns } from './columns.ts';
import { drum } from './drum.ts';
import { lotus } from './lotus.ts';
import { network } from './network.ts';
import { shield } from './shield.ts';
import { star } from './star.ts';
import { streets } from './streets.ts';

/** By the axis's order, 1 to 7. */
const motifs = [columns, network, drum, book, streets, shield, star];

/** The motif of the axis with this order, or of all seven; chance makes each drawing its own. */
export function motif(order: number | undefined, chance: Chance): Shape[] {
  const draw = order === undefined ? lotus : motifs[order - 1];
  if (!draw) throw new RangeError(`An axis's order is 1 to ${motifs.length}, not ${order}.`);
  return draw(chance);
}
