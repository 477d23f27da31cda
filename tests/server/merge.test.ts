import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mergeEntry } from '#admin/server/content/merge.ts';

const base = `---
title: Làm thủ tục ở nhà
summary: Một câu tóm tắt.
keyPoints:
  - Điều một
  - Điều hai
---

Đoạn một.

Đoạn hai.

Đoạn ba.
`;

const edit = (from: string, to: string, text = base) => {
  expect(text).toContain(from);
  return text.replace(from, to);
};

describe('both sides are kept', () => {
  test.each<[string, string, string, string[]]>([
    [
      'neighbouring fields',
      edit('Làm thủ tục ở nhà', 'Làm thủ tục tại nhà'),
      edit('Một câu tóm tắt', 'Hai câu tóm tắt'),
      ['Làm thủ tục tại nhà', 'Hai câu tóm tắt'],
    ],
    [
      'neighbouring paragraphs',
      edit('Đoạn một.', 'Đoạn một, sửa.'),
      edit('Đoạn hai.', 'Đoạn hai, sửa.'),
      ['Đoạn một, sửa.', 'Đoạn hai, sửa.', 'Đoạn ba.'],
    ],
    [
      'a paragraph added and another taken out',
      edit('Đoạn một.', 'Đoạn một.\n\nĐoạn mới.'),
      edit('\nĐoạn ba.\n', ''),
      ['Đoạn mới.', 'Đoạn hai.'],
    ],
    [
      'the same change on both sides',
      edit('Điều hai', 'Điều hai rưỡi'),
      edit('Điều hai', 'Điều hai rưỡi'),
      ['Điều hai rưỡi'],
    ],
    [
      'a field added by each side',
      edit('summary:', 'updated: 2026-12-01\nsummary:'),
      edit('summary:', 'changeNote: Sửa một câu.\nsummary:'),
      ['updated: 2026-12-01', 'changeNote: Sửa một câu.'],
    ],
  ])('%s', (_, ours, theirs, wanted) => {
    const result = mergeEntry(base, ours, theirs);
    if (!('text' in result)) throw new Error(`collision in ${JSON.stringify(result)}`);
    for (const part of wanted) expect(result.text).toContain(part);
  });
});

test('a true collision names the fields and keeps both versions', () => {
  const ours = edit('Đoạn hai.', 'Đoạn hai của main.', edit('ở nhà', 'tại nhà'));
  const theirs = edit('Đoạn hai.', 'Đoạn hai của bản nháp.', edit('ở nhà', 'từ nhà'));
  const result = mergeEntry(base, ours, theirs);
  expect(result).toMatchObject({
    collisions: [
      { field: 'title', ours: 'Làm thủ tục tại nhà', theirs: 'Làm thủ tục từ nhà' },
      { field: 'body.0', ours: 'Đoạn hai của main.', theirs: 'Đoạn hai của bản nháp.' },
    ],
  });
});

test('a person decides place by place', () => {
  const ours = edit('Đoạn hai.', 'Đoạn hai của main.', edit('ở nhà', 'tại nhà'));
  const theirs = edit('Đoạn hai.', 'Đoạn hai của bản nháp.', edit('ở nhà', 'từ nhà'));
  const result = mergeEntry(base, ours, theirs, ({ field, theirs: draft }) => ({
    value: field === 'title' ? draft : 'Hai đoạn ghép lại.',
  }));
  expect(result).toEqual({
    text: edit('Đoạn hai.', 'Hai đoạn ghép lại.', edit('ở nhà', 'từ nhà')),
  });
});

test('what only one side changed is taken, whatever it is', () => {
  const words = fc.array(fc.constantFrom('một', 'hai', 'ba', 'bốn'), {
    minLength: 1,
    maxLength: 4,
  });
  const body = fc.array(words, { maxLength: 5 }).map((all) => all.map((one) => one.join(' ')));
  fc.assert(
    fc.property(body, body, (was, now) => {
      const text = (list: string[]) =>
        `---\ntitle: Thử\n---\n${list.length > 0 ? `\n${list.join('\n\n')}\n` : ''}`;
      expect(mergeEntry(text(was), text(was), text(now))).toEqual({ text: text(now) });
      expect(mergeEntry(text(was), text(now), text(was))).toEqual({ text: text(now) });
      expect(mergeEntry(text(was), text(now), text(now))).toEqual({ text: text(now) });
    }),
  );
});

test('what nobody touched stands as its writer put it', () => {
  const long = `một câu dài hơn tám mươi ký tự để xem các dòng có bị ngắt lại hay không ${'chữ '.repeat(12)}hết`;
  const text = (title: string, summary: string) =>
    `---\n# Ghi chú của người viết\ntitle: ${title}\nsummary: ${summary}\nlong: ${long}\n---\nĐoạn.\n`;
  expect(mergeEntry(text('A', 'B'), text('A1', 'B'), text('A', 'B1'))).toEqual({
    text: text('A1', 'B1'),
  });
});
