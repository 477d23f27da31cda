/** The drawing of an infographic: its form follows from its kind, what is on it from its datum. */
import type { InfographicContent } from '#src/load/infographic-content.ts';
import type { Drawing } from './drawing.ts';
import { sixClear } from './figures/clear.ts';
import { lotus } from './figures/lotus.ts';
import { timeline } from './figures/moments.ts';
import { figures } from './figures/numbers.ts';
import { steps } from './figures/path.ts';
import { quote } from './figures/saying.ts';
import { comparison } from './figures/sides.ts';
import { duties } from './figures/units.ts';
import { parts } from './figures/whole.ts';

/** Numbers in it are those of the list beside it, which says the same in words. */
export function figureOf(content: InfographicContent): Drawing {
  switch (content.kind) {
    case 'figures':
      return figures(content.items.map(({ value }) => value));
    case 'steps':
      return steps(content.items.length);
    case 'timeline':
      return timeline(content.items.map(({ when }) => when));
    case 'comparison':
      return comparison();
    case 'parts':
      return parts(content.whole, content.items.length);
    case 'duties':
      return duties(content.items.length);
    case 'sixClear':
      return sixClear(content.items.map(({ name }) => name));
    case 'quote':
      return quote();
    case 'message':
      return lotus([content.axis.order]);
    case 'axes':
      return lotus(content.items.map(({ order }) => order));
  }
}
