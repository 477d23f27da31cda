/** How entries of a list stand on a page: by weight, and so that no card is left alone in its row. */

export interface Arrangement {
  /** Whether the first stands large above the others. */
  lead: boolean;
  /** How many of the others are cards; those after them are lines. */
  cards: number;
  /** Cards in a row of a wide screen. */
  columns: 1 | 2 | 3;
}

/** Of so many entries; `withLead` where the first matters most, `most` cards, a multiple of six. */
export function arrange(count: number, { withLead = false, most = 6 } = {}): Arrangement {
  const lead = withLead && count > 0;
  const others = count - (lead ? 1 : 0);
  const cards = cardsAmong(others, most);
  const columns = cards % 3 === 0 ? 3 : cards % 2 === 0 ? 2 : 1;
  return { lead, cards, columns };
}

/** Full rows of three or two; one entry is a row of its own. */
function cardsAmong(count: number, most: number): number {
  if (count < 6) return count === 5 ? 3 : count;
  return Math.min(most, count - (count % 6));
}
