/** The drawing of a body's block: the forms of an infographic. */
import type { ClearLine } from '#src/load/infographic-content.ts';
import type { DrawnBlock } from '#src/schema/drawn-blocks.ts';
import { sixClearFields } from '#src/schema/six-clear.ts';
import type { Drawing } from './drawing.ts';
import { sixClear } from './figures/clear.ts';
import { timeline } from './figures/moments.ts';
import { figures } from './figures/numbers.ts';
import { steps } from './figures/path.ts';
import { comparison } from './figures/sides.ts';

/** More of them would be too small to tell apart; an infographic takes no more, either. */
const most = { KeyFigures: 6, Steps: 8, Timeline: 8, Comparison: Infinity, SixClear: 6 };

/** Letters of a figure that are still large beside others. */
const longestFigure = 14;

/** `undefined` for a block that is better left to its words. */
export function blockFigure({ name, leads, lines }: DrawnBlock): Drawing | undefined {
  if (lines.length > most[name]) return undefined;
  switch (name) {
    case 'KeyFigures':
      return leads.some((lead) => lead.length > longestFigure) ? undefined : figures(leads);
    case 'Steps':
      return steps(lines.length);
    case 'Timeline':
      return timeline(leads);
    case 'Comparison':
      return comparison();
    case 'SixClear':
      return clear(leads);
  }
}

const clearNames = Object.entries(sixClearFields(1)).map(
  ([name, { form }]) => [bare(form.label), name as ClearLine['name']] as const,
);

function clear(leads: readonly string[]): Drawing | undefined {
  const known = leads.flatMap(
    (lead) => clearNames.find(([label]) => label === bare(lead))?.[1] ?? [],
  );
  return known.length < leads.length ? undefined : sixClear(known);
}

/** “Rõ người” and “Người” alike. */
function bare(label: string): string {
  return label.toLowerCase().replace(/^rõ\s+/, '');
}
