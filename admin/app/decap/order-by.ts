/**
 * Stands in for Lodash's `orderBy`, by which Decap sorts its lists: by code points “Cán bộ” came after
 * “Chính quyền”, and Đ and quotation marks last.
 */

import { compare, type Order } from '../../list/order.ts';

/** A path in a value, such as `data.title`, or what finds what to sort by. */
type Key<T> = string | readonly string[] | ((value: T) => unknown);

/** The values in the order of the first key, those alike in that of the next; without a value, last. */
export default function orderBy<T extends object>(
  values: readonly T[],
  keys: Key<T> | readonly Key<T>[],
  orders: Order | readonly Order[] = 'asc',
): T[] {
  const all = (Array.isArray(keys) ? keys : [keys]) as readonly Key<T>[];
  return values.toSorted((one, other) => {
    for (const [index, key] of all.entries()) {
      const order = typeof orders === 'string' ? orders : (orders[index] ?? 'asc');
      const found = compare(valueOf(one, key), valueOf(other, key), order);
      if (found !== 0) return found;
    }
    return 0;
  });
}

function valueOf<T extends object>(value: T, key: Key<T>): unknown {
  if (typeof key === 'function') return key(value);
  const path = typeof key === 'string' ? key.split('.') : key;
  return path.reduce<unknown>(
    (inner, name) => (inner as Record<string, unknown> | null | undefined)?.[name],
    value,
  );
}
