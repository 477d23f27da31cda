import { expect, test } from 'vitest';
import { kitAddress, kitPaths } from '#src/model/share-kit.ts';
import { allTypes } from '#src/schema/index.ts';

const today = '2026-11-22';

test('what a channel would pass on has a kit, a closed set has none', () => {
  const having = allTypes.filter(({ name }) => kitAddress({ type: name, slug: 'x' }, {}, today));
  const names = having.map(({ name }) => name);
  expect(names).toEqual(expect.arrayContaining(['article', 'infographic', 'question', 'event']));
  expect(having.every(({ set }) => set === 'open')).toBe(true);
});

test('a kit is there as long as its entry is in force', () => {
  const entry = { type: 'infographic', slug: 'ai-lam-viec-gi' } as const;
  const { kit } = kitPaths(entry);
  expect(kitAddress(entry, { expires: today }, today)).toBe(kit);
  expect(kitAddress(entry, { expires: '2026-11-21' }, today)).toBeUndefined();
  const withdrawn = { on: today, reason: 'Đã có bản mới.' };
  expect(kitAddress(entry, { withdrawn }, today)).toBeUndefined();
});
