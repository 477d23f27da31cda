/** Splits a list by a key; the groups stand in the order of `keys`, empty ones are left out. */
export function grouped<T, K>(
  items: readonly T[],
  keys: readonly K[],
  keyOf: (item: T) => K,
): { key: K; items: T[] }[] {
  return keys
    .map((key) => ({ key, items: items.filter((item) => keyOf(item) === key) }))
    .filter((group) => group.items.length > 0);
}
