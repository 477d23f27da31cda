import { expect, test } from 'vitest';
import { inFormOf } from '#admin/server/content/entry-text.ts';

const before = `---
title: 'Khu dân cư xanh'
# Ghi chú của người viết
summary: 'Một câu tóm tắt dài hơn tám mươi ký tự để xem dòng này có bị ngắt ra làm hai hay không nhé.'
keyPoints:
  - 'Điều một.'
  - 'Điều hai.'
related: []
---

Đoạn một.
`;
/** The same file as the CMS writes it. */
const written = (title: string, body: string) => `---
summary: Một câu tóm tắt dài hơn tám mươi ký tự để xem dòng này có bị ngắt ra làm
  hai hay không nhé.
title: ${title}
keyPoints:
  - Điều một.
  - Điều hai.
---
${body}`;

test('what nobody changed stays byte for byte, however the CMS writes it', () => {
  expect(inFormOf(before, written('Khu dân cư xanh', '\nĐoạn một.\n'))).toBe(before);
});

test('one word more is one line changed', () => {
  const inBody = inFormOf(before, written('Khu dân cư xanh', '\nĐoạn một, sửa.\n'));
  expect(inBody).toBe(before.replace('Đoạn một.', 'Đoạn một, sửa.'));
  const inField = inFormOf(before, written('Khu phố xanh', '\nĐoạn một.\n'));
  expect(inField).toBe(before.replace("'Khu dân cư xanh'", 'Khu phố xanh'));
});

test('a field that is new, or gone, is that field alone', () => {
  const after = written('Khu dân cư xanh', '\nĐoạn một.\n').replace(
    'keyPoints:',
    'axis: dang\nkeyPoints:',
  );
  expect(inFormOf(before, after)).toBe(
    before.replace('related: []\n', 'related: []\naxis: dang\n'),
  );
  const without = after.replace(/summary:[\s\S]*?\ntitle/, 'title').replace('axis: dang\n', '');
  expect(inFormOf(before, without)).not.toContain('summary');
});

test('a new file has one line a field, and a broken one is written anew', () => {
  const after = written('Khu dân cư xanh', '\nĐoạn.\n');
  expect(inFormOf(undefined, after)).toContain('có bị ngắt ra làm hai hay không nhé.\n');
  expect(inFormOf('---\ntitle: "chưa đóng\n---\n', after)).toBe(inFormOf(undefined, after));
});
