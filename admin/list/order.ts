/** The order of lists: Vietnamese for texts, by size for numbers, what has no value last. */

export type Order = 'asc' | 'desc';

/** Word by word, so “An ninh” stands before “Anh”, and numbers by size. */
const vietnamese = new Intl.Collator('vi', { numeric: true });
const quotes = /[“”‘’"']/g;

/** Compares two values of one field, as `sort` asks for it. */
export function compare(one: unknown, other: unknown, order: Order): number {
  const isMissing = [one, other].map((value) => value === undefined || value === null);
  if (isMissing[0] || isMissing[1]) return Number(isMissing[0]) - Number(isMissing[1]);
  const way = order === 'asc' ? 1 : -1;
  if (typeof one === 'string' && typeof other === 'string') {
    return way * vietnamese.compare(one.replace(quotes, ''), other.replace(quotes, ''));
  }
  return way * (Number(one) - Number(other));
}
