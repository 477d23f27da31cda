/** The order in which entries are handed out. Texts compare as Vietnamese readers expect. */

const vietnamese = new Intl.Collator('vi', { numeric: true });

interface Sorted {
  slug: string;
  data: object;
}

/**
 * Days latest first and those without one last, numbers from the lowest, other texts by the
 * alphabet. What is equal stands by slug, so that two builds never differ.
 */
export function sortedBy<E extends Sorted>(entries: readonly E[], field: string): E[] {
  const valueOf = ({ data }: E) => (data as Record<string, Value>)[field];
  return [...entries].sort(
    (a, b) => compare(valueOf(a), valueOf(b)) || vietnamese.compare(a.slug, b.slug),
  );
}

type Value = string | number | undefined;

function compare(a: Value, b: Value): number {
  if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined);
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  const [left, right] = [String(a), String(b)];
  return isDay(left) ? right.localeCompare(left) : vietnamese.compare(left, right);
}

function isDay(text: string): boolean {
  return /^\d{4}-\d{2}(?:-\d{2})?$/.test(text);
}
