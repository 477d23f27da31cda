import { describe, expect, test } from 'vitest';
import { adviceOn, type AdviceContext } from '#src/checks/advice.ts';
import { types } from '#src/schema/index.ts';
import { article } from '#tests/support/content.ts';

const context: AdviceContext = {
  everydayWords: [
    { official: 'trong trường hợp', everyday: 'nếu' },
    { official: 'căn cứ vào', everyday: 'theo' },
  ],
  addresses: new Set(['/', '/bai-viet/co-that/']),
};
const on = (body: string, data: Record<string, unknown> = article) =>
  adviceOn(types.article, data, body, context);

test('a plain text gets none', () => {
  expect(
    on('Bà con đến phường. Cán bộ nhận hồ sơ.\n\n## Xem thêm\n\n- [Bài kia](/bai-viet/co-that/)\n'),
  ).toEqual([]);
});

test('a long sentence is told by its length, where it stands', () => {
  const sentence = `Bà con ${'đi '.repeat(40)}về.`;
  expect(on(`Câu ngắn.\n\n${sentence}\n`)).toMatchObject([{ field: 'body', part: 1 }]);
  expect(on(`Câu ngắn.\n\n${sentence}\n`)[0]!.message).toContain('dài 43 chữ');
  expect(on('x', { ...article, summary: sentence })).toMatchObject([
    { field: 'summary', label: 'Tóm tắt' },
  ]);
  // Two sentences of the same length together are none that is long.
  expect(on(`Bà con ${'đi '.repeat(20)}về. Rồi ${'đi '.repeat(20)}về.\n`)).toEqual([]);
});

describe('an official word', () => {
  test('comes with how people say it, and can be replaced where it stands', () => {
    const body = '**Chú ý:** Trong trường hợp mất giấy, hãy báo.\n';
    const [advice] = on(body);
    expect(advice).toMatchObject({ quote: 'Trong trường hợp', message: 'Nói thường ngày: “nếu”.' });
    const { start, end, text } = advice!.fix!;
    expect(body.slice(0, start) + text + body.slice(end)).toBe(
      '**Chú ý:** Nếu mất giấy, hãy báo.\n',
    );
  });

  test('written in another form of Unicode is the same word', () => {
    expect(on('Căn cứ vào sổ.\n'.normalize('NFD'))).toHaveLength(1);
  });

  test('inside another word, or quoted, is none', () => {
    expect(on('Trong trường hợpx nào.\n')).toEqual([]);
    expect(on('<Quote source="mục I">\n\nCăn cứ vào sổ.\n\n</Quote>\n')).toEqual([]);
  });
});

test('a link that leads nowhere in the site is told; one that leads off it is not', () => {
  const found = on('Xem [đây](/bai-viet/khong-co/) và [kia](https://example.vn/x).\n');
  expect(found).toMatchObject([{ quote: 'đây' }]);
  expect(found[0]!.message).toContain('/bai-viet/khong-co/');
});

test('a number without a source is told while the entry names none', () => {
  const body = 'Đã có 120 hộ tham gia. Mỗi tuần họp một lần.\n';
  expect(on(body)).toEqual([]);
  expect(on(body, { ...article, sources: [] })).toMatchObject([
    { quote: 'Đã có 120 hộ tham gia.' },
  ]);
});

test('a text that cannot be read yet gets none', () => {
  expect(on('Một <b chưa đóng {\n')).toEqual([]);
});
