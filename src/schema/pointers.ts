import type { Fields, ReferenceTarget } from './field.ts';

/** One field of an entry that names another entry. */
export interface Pointer {
  to: ReferenceTarget;
  slug: string;
  /** Keys and indices from the entry's data to the slug. */
  path: (string | number)[];
}

/** Every place in an entry's data that names another entry. The data may be unchecked. */
export function* pointers(
  fields: Fields,
  data: unknown,
  at: (string | number)[] = [],
): Generator<Pointer> {
  if (typeof data !== 'object' || data === null) return;
  for (const [name, { form }] of Object.entries(fields)) {
    const value = (data as Record<string, unknown>)[name];
    // Most fields name nothing: their paths are not made.
    if (form.widget === 'relation') {
      if (typeof value === 'string') yield { to: form.to, slug: value, path: [...at, name] };
      for (const [index, slug] of Array.isArray(value) ? value.entries() : []) {
        if (typeof slug === 'string') yield { to: form.to, slug, path: [...at, name, index] };
      }
    } else if (form.widget === 'object') {
      yield* pointers(form.fields, value, [...at, name]);
    } else if (form.widget === 'list' && Array.isArray(value)) {
      for (const [index, row] of value.entries()) {
        yield* pointers(form.fields, row, [...at, name, index]);
      }
    }
  }
}
