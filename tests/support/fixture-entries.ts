/** Made-up entries as the load room hands them out, read by the product's own reader. */
import type { AnyEntry, Entry } from '#src/load/entry.ts';
import { readEntryFile } from '#src/schema/entry-file.ts';
import { formatFinding } from '#src/schema/finding.ts';
import type { PageTypeName } from '#src/schema/index.ts';
import { fixtureEntry, type growingTypes } from '#tests/fixtures/entries.ts';

type Made = Exclude<(typeof growingTypes)[number], 'alert'> & PageTypeName;

/** The `n`th entry of a type, with `changes` in its data. */
export function made<N extends Made>(name: N, n: number, changes: object = {}): Entry<N> {
  const { path, text } = fixtureEntry(name, n);
  const { entry, findings } = readEntryFile(path, text);
  if (!entry) throw new Error(findings.map(formatFinding).join('\n'));
  const { type, slug, data } = entry;
  return {
    type: name,
    slug,
    address: type.address!(slug),
    data: { ...data, ...changes },
    syllables: 0,
  } as unknown as Entry<N>;
}

/** `count` entries of a type. */
export function many(name: Made, count: number): AnyEntry[] {
  return Array.from({ length: count }, (_, at) => made(name, at + 1));
}
