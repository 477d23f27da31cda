/** References read from their other end. */
import { pointers } from '#src/schema/pointers.ts';
import { types } from '#src/schema/index.ts';
import type { AnyEntry } from './entry.ts';

/** An entry by name, as references give it. */
export type Named = Pick<AnyEntry, 'type' | 'slug'>;

const keyOf = ({ type, slug }: Named) => `${type}/${slug}`;

/** The names of the entries that an entry's fields point at, each once. */
export function namedBy(entry: AnyEntry): Named[] {
  const all = [...pointers(types[entry.type].fields, entry.data)];
  const unique = new Map(all.map(({ to, slug }) => [`${to}/${slug}`, { type: to, slug }]));
  return [...unique.values()] as Named[];
}

/**
 * The other side of every reference: which entries point at an entry, whatever their type and the
 * field. It follows from the declarations, so a new type needs no line here.
 */
export function backlinks(entries: readonly AnyEntry[]): (target: Named) => readonly AnyEntry[] {
  const from = new Map<string, AnyEntry[]>();
  for (const entry of entries) {
    for (const target of namedBy(entry)) {
      const key = keyOf(target);
      const known = from.get(key);
      if (known) known.push(entry);
      else from.set(key, [entry]);
    }
  }
  return (target) => from.get(keyOf(target)) ?? [];
}
