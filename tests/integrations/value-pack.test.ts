/** Values that one build leaves to the next: each name gives back what was set, and what nobody asked for is gone. */
import { mkdtempSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ValuePack } from '#src/value-pack.ts';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'value-pack-'));
  file = join(folder, 'trong/goi.v8');
});
afterEach(() => {
  vi.useRealTimers();
  rmSync(folder, { recursive: true });
});

function leave(values: Readonly<Record<string, unknown>>): void {
  const pack = new ValuePack(file);
  for (const [name, value] of Object.entries(values)) {
    if (pack.get(name) === undefined) pack.set(name, value);
  }
  pack.leave();
}

test('whatever values builds leave, the next one finds those of the last, and no others', () => {
  const values = fc.dictionary(
    fc.constantFrom('a', 'b', 'c', 'd'),
    fc.record({ text: fc.string({ unit: 'grapheme' }), list: fc.array(fc.integer()) }),
    { noNullPrototype: true },
  );
  // A name follows from what its value is made of.
  const named = values.map((all) =>
    Object.fromEntries(Object.entries(all).map(([n, value]) => [n + JSON.stringify(value), value])),
  );
  fc.assert(
    fc.property(fc.array(named, { minLength: 1, maxLength: 5 }), (builds) => {
      for (const build of builds) leave(build);
      const last = new ValuePack(file);
      for (const [name, value] of Object.entries(Object.assign({}, ...builds) as object)) {
        expect(last.get(name)).toEqual(name in builds.at(-1)! ? value : undefined);
      }
    }),
  );
});

test('a broken file is as good as none, and is written anew', () => {
  leave({ a: 1, b: 'hai' });
  truncateSync(file, statSync(file).size - 3);
  expect(new ValuePack(file).get('a')).toBeUndefined();
  writeFileSync(file, 'không phải gói');
  leave({ a: 1 });
  expect(new ValuePack(file).get('a')).toBe(1);
});

test('a file in which nothing changed is not written again', () => {
  leave({ a: 1, b: 2 });
  const before = statSync(file).ino;
  leave({ b: 2, a: 1 });
  expect(statSync(file).ino).toBe(before);
  leave({ b: 2 });
  expect(statSync(file).ino).not.toBe(before);
});

test('after a day all is taken from where it is kept for longer, however often the file was written', () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  leave({ a: 1 });
  vi.advanceTimersByTime(20 * 60 * 60 * 1000);
  leave({ a: 1, b: 2 });
  expect(new ValuePack(file).get('a')).toBe(1);
  vi.advanceTimersByTime(5 * 60 * 60 * 1000);
  expect(new ValuePack(file).get('a')).toBeUndefined();
  leave({ a: 1 });
  vi.advanceTimersByTime(5 * 60 * 60 * 1000);
  expect(new ValuePack(file).get('a')).toBe(1);
});
