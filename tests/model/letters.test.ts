import { expect, test } from 'vitest';
import type { AnyEntry } from '#src/load/entry.ts';
import { letters } from '#src/model/letters.ts';

const entry = (title: string) => ({ data: { title } }) as unknown as AnyEntry;

test('titles stand under their first letter, in Vietnamese order', () => {
  const titles = ['Đảng', 'Dân', '“Ấm”', 'An', '57-NQ/TW', 'Đất', 'Ăn', 'Chuyển', 'Cán'];
  const found = letters(titles.map(entry)).map(({ letter, path, entries }) => [
    letter,
    path,
    entries.map(({ data }) => data.title),
  ]);
  expect(found).toEqual([
    ['A', '/muc-luc/a/', ['An', 'Ăn', '“Ấm”']],
    ['C', '/muc-luc/c/', ['Cán', 'Chuyển']],
    ['D', '/muc-luc/d/', ['Dân']],
    ['Đ', '/muc-luc/dd/', ['Đảng', 'Đất']],
    ['0–9', '/muc-luc/so/', ['57-NQ/TW']],
  ]);
});
