import type { EntryFile } from '../../schema/entry-file.ts';
import { labelOf, locate } from '../../schema/entry-file.ts';
import type { Finding } from '../../schema/finding.ts';
import { types, type TypeName } from '../../schema/index.ts';
import { pointers } from '../../schema/pointers.ts';
import { finding, type ContentSet } from './rule.ts';

/** A field that points at another entry points at one that exists. */
export function references({ entries, paths }: ContentSet): Finding[] {
  // By path, not by entry: what points at a file that is wrong by itself is not at fault too.
  const places = [...paths].flatMap((path) => locate(path) ?? []);
  const known = new Set(places.map(({ type, slug }) => `${type.name}/${slug}`));
  return entries.flatMap((entry) =>
    [...pointers(entry.type.fields, entry.data)].flatMap(({ to, slug, path }) =>
      known.has(`${to}/${slug}`) ? [] : [missing(entry, to as TypeName, slug, path, entries)],
    ),
  );
}

function missing(
  entry: EntryFile,
  to: TypeName,
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
