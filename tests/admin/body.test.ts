import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sameMeaning } from '#admin/app/body/meaning.ts';
import { fixed, problemsOf } from '#admin/app/body/problems.ts';
import { unshownIn } from '#admin/app/body/unshown.ts';
import { keepUntouched } from '#admin/app/body/untouched.ts';
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

describe('what nobody touched', () => {
  const file =
    '\n* một\n* hai\n\n<Note title="A">\n\nChữ trong khung\n\n</Note>\n\nMở đầu\n\n### Cuối ###\n';
  const opened =
    '\n- một\n- hai\n\n<Note title="A">\n  Chữ trong khung\n</Note>\n\nMở đầu\n\n### Cuối\n';

  test.each([
    ['nothing', opened, file],
    ['a word', opened.replace('Mở đầu', 'Mở đầu thêm'), file.replace('Mở đầu', 'Mở đầu thêm')],
    ['a part taken away', opened.replace('Mở đầu\n\n', ''), file.replace('Mở đầu\n\n', '')],
    [
      'a new part',
      opened.replace('### Cuối', 'Mới\n\n### Cuối'),
      file.replace('### Cuối', 'Mới\n\n### Cuối'),
    ],
    ['the first part', opened.replace('hai', 'ba'), file.replace('* một\n* hai', '- một\n- ba')],
    ['the last part', opened.replace('Cuối', 'Hết'), file.replace('### Cuối ###', '### Hết')],
    [
      'a line more in a part',
      opened.replace('đầu\n', 'đầu\nvà\n'),
      file.replace('đầu\n', 'đầu\nvà\n'),
    ],
  ])('stays as it was spelled: %s changed', (_, written, kept) => {
    expect(keepUntouched(file, opened, written)).toBe(kept);
  });

  test('no edit changes what is said', () => {
    const edit = fc.tuple(
      fc.nat(opened.length),
      fc.nat(30),
      fc.constantFrom('', '\n\n', '- ', 'x', '\n'),
    );
    fc.assert(
      fc.property(edit, ([at, length, text]) => {
        const written = opened.slice(0, at) + text + opened.slice(at + length);
        const kept = keepUntouched(file, opened, written);
        expect(kept === written || sameMeaning(kept, written)).toBe(true);
      }),
    );
  });
});

describe('a problem of a body', () => {
  test('names the place by its words, and what to do', () => {
    expect(problemsOf('Đoạn một\n\nBà con xem [trang này](vi-du.vn/a) nhé')).toEqual([
      expect.objectContaining({
        near: 'Bà con xem trang này nhé',
        part: 1,
        message: expect.stringMatching(/^Đường dẫn “vi-du.vn\/a” không dùng được\. Hãy/) as string,
      }),
    ]);
    expect(problemsOf('Đoạn một')).toEqual([]);
  });

  test.each([
    ['Xem [đây](vi-du.vn/a).', 'Xem [đây](https://vi-du.vn/a).'],
    ['Xem [đây](C:\\anh).', 'Xem đây.'],
    ['## Một\n\nChữ\n\n#### Hai', '## Một\n\nChữ\n\n### Hai'],
    ['Chữ\n\n### Một'.normalize('NFD'), 'Chữ\n\n## Một'],
    ['Chữ ![a](https://vi-du.vn/a.png)', 'Chữ '],
    ['Giá {100k} một vé', 'Giá \\{100k} một vé'],
    ['Giá {100 nghìn} và {50 nghìn', 'Giá \\{100 nghìn} và \\{50 nghìn'],
    ['Trẻ <3 tuổi và <b>chữ', 'Trẻ \\<3 tuổi và \\<b>chữ'],
    ['Lời </Note> lẻ', 'Lời \\</Note> lẻ'],
    ['<Note title="Hè">\n\nchưa đóng', '\\<Note title="Hè">\n\nchưa đóng'],
    ['import là chữ', '&#x69;mport là chữ'],
    ['export const gia = 1', '&#x65;xport const gia = 1'],
    ['Chữ <b>đậm **và** nghiêng</b> nhé', 'Chữ đậm **và** nghiêng nhé'],
    [
      'Theo kế hoạch[^1], bà con **nộp[^a]** ở phường.\n\n[^1]: Số 12-KH/ĐU,\n    mục II.\n[^a]: Trước ngày *30/4*.\n\nHết.',
      'Theo kế hoạch (Số 12-KH/ĐU, mục II), bà con **nộp (Trước ngày *30/4*)** ở phường.\n\nHết.',
    ],
    ['Chữ.\n\n[^1]: Lời không đâu dẫn tới.', 'Chữ.\n\nLời không đâu dẫn tới.'],
    ['<Note title="Hè" mau="đỏ">\n\nChữ\n\n</Note>', '<Note title="Hè" >\n\nChữ\n\n</Note>'],
  ])('“%s” is put right by its button', (text, right) => {
    const [problem] = problemsOf(text);
    expect(fixed(text, problem!.fix!)).toBe(right);
    expect(problemsOf(right)).toEqual([]);
  });
});

test('footnotes are told by what they are called in the text, also those that no button puts right', () => {
  const two = 'Chữ[^1] và nữa[^1].\n\n[^1]: Một.\n\n    Hai.';
  expect(problemsOf(two)).toEqual([
    {
      rule: 'body-footnote',
      near: 'Chữ và nữa.',
      part: 0,
      line: 1,
      message:
        'Chú thích chân trang “[^1]” không lên trang được. Hãy viết lời chú thích ngay trong câu, trong ngoặc.',
    },
  ]);
  expect(problemsOf('Chữ [^1] không dẫn tới đâu.')).toEqual([]);
});

test.each([
  ['Chữ\n\n```\nmã\n```', /^đoạn giữa hai dòng ```.*hãy/],
  ['Xem [đây][1].\n\n[1]: https://vi-du.vn/', /^đường dẫn có địa chỉ ghi ở dòng khác.*hãy/],
  ['- Một\n\n  Hai\n- Ba', /^dòng của danh sách gồm nhiều đoạn.*hãy/],
])('what the editor cannot show is named, with how to write it otherwise: %j', (body, words) => {
  expect(unshownIn(body)).toEqual([expect.stringMatching(words)]);
});

test('what the editor shows is in nobody’s way', () => {
  const body =
    'Gõ `mã` và ~~bỏ~~.\n\n- [ ] việc\n  - nhánh\n\n> lời\n\n#### Nhỏ\n\n| a |\n| -: |\n| `b` |';
  expect(unshownIn(body)).toEqual([]);
});

test('the editor’s words are Vietnamese, with values filled in', () => {
  expect(translate('toolbar.blockTypes.heading', 'Heading {{level}}', { level: 2 })).toBe(
    'Đầu mục cấp 2',
  );
});
