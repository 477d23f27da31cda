/** Which published entries are to be read again, by the review date that each one names. */
import type { LiveEntry } from '../content/live-entries.ts';

export interface ReviewDue {
  entry: LiveEntry;
  /** Days until the review date; negative when it is past. */
  daysLeft: number;
}

const dayMilliseconds = 24 * 60 * 60 * 1000;

/**
 * The entries whose review date is past, or comes within `daysAhead` days of `today`
 * (`YYYY-MM-DD`), by axis ('' for none), the most overdue first. What is withdrawn needs no review.
 */
export function reviewsDue(
  entries: readonly LiveEntry[],
  today: string,
  daysAhead: number,
): Map<string, ReviewDue[]> {
  const due = entries
    .flatMap((entry): ReviewDue[] => {
      if (entry.reviewDate === undefined || entry.withdrawn) return [];
      const daysLeft = (Date.parse(entry.reviewDate) - Date.parse(today)) / dayMilliseconds;
      return daysLeft <= daysAhead ? [{ entry, daysLeft }] : [];
    })
    .sort((a, b) => a.daysLeft - b.daysLeft);
  return Map.groupBy(due, ({ entry }) => entry.axis);
}
