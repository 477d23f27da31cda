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
  const marks = {
    same: ['', ''],
    added: ['{+', '+}'],
    removed: ['[-', '-]'],
    moved: ['{>', '<}'],
  } as const;
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
  expect(changes.find(({ field }) => field === 'picture')?.pictures).toEqual([
    { after: '/media/cong.webp' },
  ]);
});

test('of a body it shows what a reader reads, not how the file writes it', () => {
  const before = [
    '## Việc cần làm\n\nLệ phí \\{100k\\} thôi, xem [ở đây](https://vi-du.vn/a).',
    '- Một\n- Hai',
    '<Note title="Nhớ">\n\nMang giấy tờ.\n\n</Note>',
    'Đoạn sẽ dời đi nơi khác.',
    '| Ngày | Phòng |\n| - | - |\n| Hai | 1 |',
    '<Figure src="/media/cu.webp" alt="Ảnh cũ" />',
  ];
  const after = [
    before[3]!,
    '## Việc cần làm\n\nLệ phí \\{200k\\} thôi, xem [ở đây](https://vi-du.vn/b).',
    '- Một\n- Hai\n- Ba',
    '<Note title="Cần nhớ">\n\nMang giấy tờ.\n\n</Note>',
    '| Ngày | Phòng |\n| - | - |\n| Hai | 2 |',
    '<Figure src="/media/moi.webp" alt="Ảnh mới" />',
  ];
  const text = (parts: string[]) => file(article, `${parts.join('\n\n')}\n`);
  const [change] = compare(text(before), text(after));
  expect(shown(change!).split(' / ')).toMatchInlineSnapshot(`
    [
      "Nội dung: {>Đoạn sẽ dời đi nơi khác.<}",
      "Lệ phí [-{100k}-]{+{200k}+} thôi, xem ở đây. [-(https://vi-du.vn/a)-]{+(https://vi-du.vn/b)+}",
      "{+• Ba+}",
      "[Lưu ý] Tiêu đề khung: [-Nhớ-]{+Cần nhớ+}",
      "Hai | [-1-]{+2+}",
      "[Ảnh có chú thích] Tệp ảnh: [-cu.webp-]{+moi.webp+} · Mô tả ảnh: Ảnh [-cũ-]{+mới+}",
    ]
  `);
  expect(change!.pictures).toEqual([{ before: '/media/cu.webp', after: '/media/moi.webp' }]);
});

test('of a change in the look of a body alone it says so', () => {
  const [change] = compare(file(article, 'Bà con đọc.\n'), file(article, 'Bà con **đọc**.\n'));
  expect(shown(change!)).toBe('Nội dung: Chỉ đổi cách trình bày: chữ đậm, nghiêng, khoảng cách.');
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
