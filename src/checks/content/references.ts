import type { EntryFile } from '../../schema/entry-file.ts';
import { labelOf, locate } from '../../schema/entry-file.ts';
import type { Fields, ReferenceTarget } from '../../schema/field.ts';
import type { Finding } from '../../schema/finding.ts';
import { types } from '../../schema/index.ts';
import { finding, type ContentSet } from './rule.ts';

/** A field that points at another entry points at one that exists. */
export function references({ entries, paths }: ContentSet): Finding[] {
  // By path, not by entry: what points at a file that is wrong by itself is not at fault too.
  const places = [...paths].flatMap((path) => locate(path) ?? []);
  const known = new Set(places.map(({ type, slug }) => `${type.name}/${slug}`));
  return entries.flatMap((entry) =>
    [...pointers(entry.type.fields, entry.data)].flatMap(({ to, slug, path }) =>
      known.has(`${to}/${slug}`) ? [] : [missing(entry, to, slug, path, entries)],
    ),
  );
}

interface Pointer {
  to: ReferenceTarget;
  slug: string;
  path: (string | number)[];
}

function* pointers(
  fields: Fields,
  data: Record<string, unknown>,
  at: (string | number)[] = [],
): Generator<Pointer> {
  for (const [name, { form }] of Object.entries(fields)) {
    const value = data[name];
    const path = [...at, name];
    if (value === undefined) continue;
    if (form.widget === 'relation') {
      const slugs = form.multiple ? (value as string[]) : [value as string];
      for (const [index, slug] of slugs.entries()) {
        yield { to: form.to, slug, path: form.multiple ? [...path, index] : path };
      }
    } else if (form.widget === 'object') {
      yield* pointers(form.fields, value as Record<string, unknown>, path);
    } else if (form.widget === 'list') {
      for (const [index, row] of (value as Record<string, unknown>[]).entries()) {
        yield* pointers(form.fields, row, [...path, index]);
      }
    }
  }
}

function missing(
  entry: EntryFile,
  to: ReferenceTarget,
  slug: string,
  path: (string | number)[],
  entries: readonly EntryFile[],
): Finding {
  const choices = entries.filter(({ type }) => type.name === to).map((other) => other.slug);
  const list = choices.length > 0 && choices.length <= 15 ? `: ${choices.join(', ')}` : '';
  return finding(
    entry,
    'reference',
    path.join('.'),
    labelOf(entry.type.fields, path),
    `Không có ${types[to].words.one.toLowerCase()} nào mang mã “${slug}”. Hãy chọn một mục đã có${list}.`,
  );
}
