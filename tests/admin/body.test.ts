import { describe, expect, test } from 'vitest';
import { sameMeaning } from '#admin/app/body/meaning.ts';
import { problemsOf } from '#admin/app/body/problems.ts';
import { translate } from '#admin/app/body/words.ts';

describe('sameMeaning', () => {
  test.each([
    ['other marks', '* một\n* hai\n\n*nghiêng*', '- một\n- hai\n\n_nghiêng_'],
    ['broken lines', 'một dòng\ndài', 'một dòng dài'],
    ['escapes', '\\{100k\\} và 2 \\* 3', '\\{100k} và 2 \\* 3'],
    ['a block’s spacing', '<Note title="A">\n\nChữ\n\n</Note>', '<Note title="A">\n  Chữ\n</Note>'],
  ])('%s do not matter', (_, a, b) => expect(sameMeaning(a, b)).toBe(true));

  test.each([
    ['a lost box', '- [ ] việc', '- việc'],
    ['a lost alignment', '| a |\n| -: |\n| 1 |', '| a |\n| - |\n| 1 |'],
    ['lost emphasis', '**đậm**', 'đậm'],
    [
      'a changed attribute',
      '<Note title="A">\n\nChữ\n\n</Note>',
      '<Note title="B">\n\nChữ\n\n</Note>',
    ],
    ['a lost word', 'một hai', 'một'],
  ])('%s matters', (_, a, b) => expect(sameMeaning(a, b)).toBe(false));
});

test('a problem names its line and what to do', () => {
  expect(problemsOf('Đoạn một\n\n{x}')).toEqual([
    expect.stringMatching(/^Nội dung, dòng 3: Có đoạn trong ngoặc nhọn/),
  ]);
  expect(problemsOf('Đoạn một')).toEqual([]);
});

test('the editor’s words are Vietnamese, with values filled in', () => {
  expect(translate('toolbar.blockTypes.heading', 'Heading {{level}}', { level: 2 })).toBe(
    'Đầu mục cấp 2',
  );
});
