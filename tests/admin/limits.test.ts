import { fromJS, type Map } from 'immutable';
import { describe, expect, test } from 'vitest';
import { normalize } from '#admin/app/events.ts';
import { remaining, textProblem } from '#admin/app/widgets/limits.ts';

describe('limits of a text', () => {
  test('are counted in NFC, as the schema counts', () => {
    expect(remaining('Đường'.normalize('NFD'), 10)).toBe(5);
    expect(remaining('  Đường  ', 10)).toBe(5);
    expect(remaining('Đường sá', 5)).toBe(-3);
  });

  test('say what is wrong and what to do', () => {
    expect(textProblem('abc', { min: 5, max: 9 })).toBe(
      'mới có 3 ký tự, cần ít nhất 5. Hãy viết thêm.',
    );
    expect(textProblem('abcdefghij', { max: 9 })).toBe('dài 10 ký tự, tối đa 9. Hãy rút gọn.');
    expect(textProblem('abcdef', { min: 5, max: 9 })).toBeUndefined();
  });

  test('leave an empty text to the rule on required fields', () => {
    expect(textProblem('', { min: 5, max: 9 })).toBeUndefined();
  });
});

test('before a save every text is put in NFC, however deep', () => {
  const nfd = 'Đường sá'.normalize('NFD');
  const data = fromJS({ title: nfd, keyPoints: [nfd], actions: [{ what: nfd }], order: 3 });
  expect((normalize(data) as Map<string, unknown>).toJS()).toEqual({
    title: 'Đường sá',
    keyPoints: ['Đường sá'],
    actions: [{ what: 'Đường sá' }],
    order: 3,
  });
});
