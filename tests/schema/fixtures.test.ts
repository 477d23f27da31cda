import { expect, test } from 'vitest';
import { readEntryFile } from '#src/schema/entry-file.ts';
import { formatFinding } from '#src/schema/finding.ts';
import { allTypes, types } from '#src/schema/index.ts';
import { pointers } from '#src/schema/pointers.ts';
import type { Fields, Form } from '#src/schema/field.ts';
import { fixtureEntry, growingTypes } from '#tests/fixtures/entries.ts';

test.each(growingTypes)('a complete %s passes its own rule, with every optional field', (name) => {
  for (const n of [1, 2, 3, 5, 7]) {
    const { path, text } = fixtureEntry(name, n);
    const { entry, findings } = readEntryFile(path, text);
    expect(findings.map(formatFinding)).toEqual([]);
    expect([...pointers(types[name].fields, entry!.data)].length).toBeGreaterThan(0);
  }
});

test('what a field points at is a type', () => {
  const targets = allTypes.flatMap(({ fields }) => [...targetsIn(fields)]);
  expect(targets.length).toBeGreaterThan(20);
  for (const target of targets) expect(Object.keys(types)).toContain(target);
});

test('no two types share a folder or a section', () => {
  for (const of of [
    allTypes.map(({ folder }) => folder),
    allTypes.flatMap(({ pages }) => pages?.section ?? []),
  ]) {
    expect(new Set(of).size).toBe(of.length);
  }
});

function* targetsIn(fields: Fields): Generator<string> {
  for (const { form } of Object.values(fields)) yield* targetsOf(form);
}

function* targetsOf(form: Form): Generator<string> {
  if (form.widget === 'relation') yield form.to;
  if (form.widget === 'list' || form.widget === 'object') yield* targetsIn(form.fields);
}
