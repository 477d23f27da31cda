import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareEntry, type FieldChange, type Run } from '#admin/server/content/compare.ts';
import { types } from '#src/schema/index.ts';
import { article, file } from '#tests/support/content.ts';

const titles = (type: string, slug: string) => `${type}:${slug}`;
const compare = (before?: string, after?: string) =>
  compareEntry(types.article, before, after, titles);

/** `[-went-]{+came+}`, as a person would write a correction. */
function shown({ label, rows }: FieldChange): string {
  const marks = { same: ['', ''], added: ['{+', '+}'], removed: ['[-', '-]'] } as const;
  const row = (runs: Run[]) => runs.map(({ text, mark }) => marks[mark].join(text)).join('');
  return `${label}: ${rows.map(row).join(' / ')}`;
}

test('names each field by its label and shows the words that changed', () => {
  const after = {
    ...article,
    title: 'Làm thủ tục ở phường bằng điện thoại',
    axis: 'truc-2',
    audience: ['moi-nguoi', 'ho-kinh-doanh'],
    published: '2026-11-23',
    picture: { src: '/media/cong.webp', alt: 'Cổng phường' },
  };
  const body = 'Bà con đọc tiếp ở đây nhé.\n\nThêm một đoạn.\n';
  const changes = compare(file(article), file(after, body));
  expect(changes.map(shown)).toMatchInlineSnapshot(`
    [
      "Tiêu đề: Làm thủ tục ở [-nhà-]{+phường+} bằng điện thoại",
      "Trục nội dung: [-axis:truc-1-]{+axis:truc-2+}",
      "Dành cho: {+Hộ kinh doanh+}",
      "Ngày đăng: [-22/11/2026-]{+23/11/2026+}",
      "Ảnh chính: {+Tệp ảnh: /media/cong.webp+} / {+Mô tả ảnh: Cổng phường+}",
      "Nội dung: Bà con đọc tiếp ở [-đây.-]{+đây nhé.+} / {+Thêm một đoạn.+}",
    ]
  `);
  expect(changes.find(({ field }) => field === 'picture')?.pictures).toEqual({
    after: '/media/cong.webp',
  });
});

test('a new entry is all added, a deleted one all removed, the same one no change', () => {
  expect(compare(undefined, file(article)).every(({ kind }) => kind === 'added')).toBe(true);
  expect(compare(file(article), undefined).every(({ kind }) => kind === 'removed')).toBe(true);
  expect(compare(file(article), file({ ...article, actions: [], changeNote: '' }))).toEqual([]);
});

test('what stayed and what went make the old text, what stayed and what came the new', () => {
  const sentence = fc
    .array(fc.constantFrom('bà', 'con', 'phường', 'mình', 'đọc'), { minLength: 1, maxLength: 8 })
    .map((all) => all.join(' '));
  fc.assert(
    fc.property(sentence, sentence, (before, after) => {
      const [change] = compare(
        file({ ...article, changeNote: before }),
        file({ ...article, changeNote: after }),
      );
      if (before === after) {
        expect(change).toBeUndefined();
        return;
      }
      const runs = change!.rows.flat();
      const side = (left: Run['mark']) =>
        runs
          .filter(({ mark }) => mark !== left)
          .map(({ text }) => text)
          .join('');
      expect(side('added')).toBe(before);
      expect(side('removed')).toBe(after);
    }),
  );
});
