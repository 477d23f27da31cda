import { expect, test } from 'vitest';
import { longDay, shortDay } from '#src/text/dates.ts';
import { issueLine } from '#src/schema/document.ts';
import { readingMinutes } from '#src/model/reading-time.ts';
import { unbrokenDashes } from '#src/model/typography.ts';
import { document } from '../model/entries.ts';

test('days as officials write them', () => {
  expect(shortDay('2026-11-22')).toBe('22/11/2026');
  expect(longDay('2026-11-22')).toBe('ngày 22 tháng 11 năm 2026');
  expect(longDay('2026-01-07')).toBe('ngày 07 tháng 01 năm 2026');
  expect(longDay('2025-09-09')).toBe('ngày 09 tháng 9 năm 2025');
});

test('reading time is at least a minute', () => {
  expect(readingMinutes(0)).toBe(1);
  expect(readingMinutes(390)).toBe(3);
});

test('a document is introduced by what its sources give', () => {
  expect(issueLine(document('x', { number: '57-NQ/TW', issued: '2024-12-22' }).data)).toBe(
    '57-NQ/TW · 22/12/2024 · Bộ Chính trị',
  );
  expect(issueLine(document('x', { issuedNote: 'tháng 3 năm 2026' }).data)).toBe(
    'tháng 3 năm 2026 · Bộ Chính trị',
  );
});

test('a dash never begins a line', () => {
  expect(unbrokenDashes('Một việc - một thông điệp')).toBe('Một việc\u00a0- một thông điệp');
});
