import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readEntryFile } from '#src/schema/entry-file.ts';
import { formatFinding } from '#src/schema/finding.ts';
import { article, file } from '#tests/support/content.ts';

const path = 'content/articles/dich-vu-cong.mdx';

function messages(raw: string, at = path): string[] {
  return readEntryFile(at, raw).findings.map(formatFinding);
}

describe('a right file', () => {
  test('gives typed data, with what was left empty left out', () => {
    const { entry, findings } = readEntryFile(
      path,
      file({ ...article, changeNote: '', picture: { src: '', alt: '' } }),
    );
    expect(findings).toEqual([]);
    expect(entry?.slug).toBe('dich-vu-cong');
    expect(entry?.data).toEqual({ ...article, actions: [], related: [], formerSlugs: [] });
  });

  test('is read as NFC whatever the keyboard wrote', () => {
    const { entry } = readEntryFile(path, file(article).normalize('NFD'));
    expect(entry?.data['title']).toBe(article.title.normalize('NFC'));
  });
});

describe('bad input is named with file, field, fault and remedy', () => {
  test.each([
    ['a missing field', file({ ...article, summary: undefined })],
    ['a title that is too long', file({ ...article, title: 'ă'.repeat(91) })],
    ['a date that is none', file({ ...article, published: '2026-02-30' })],
    ['a value outside the list', file({ ...article, audience: ['tat-ca'] })],
    ['an unknown field', file({ ...article, tags: ['x'] })],
    ['too few key points', file({ ...article, keyPoints: ['Chỉ có một điều thôi.'] })],
    ['a source without a place', file({ ...article, sources: [{ document: 'ke-hoach' }] })],
    ['an MDX expression', file(article, 'Hai cộng hai là {2 + 2}.\n')],
    ['an import', file(article, "import x from 'fs'\n\nChào bà con.\n")],
    ['a tag that is no block', file(article, 'Chào <b>bà con</b>.\n')],
    ['a block without its attribute', file(article, '<Note>\n\nNhớ nhé.\n\n</Note>\n')],
    [
      'steps that are no list',
      file(article, '<Steps title="Nộp hồ sơ">\n\nMang giấy tờ.\n\n</Steps>\n'),
    ],
    [
      'figures that are not told apart',
      file(article, '<KeyFigures title="Đã làm">\n\n- 7 trục\n- **5** cách\n\n</KeyFigures>\n'),
    ],
    [
      'a comparison without a table',
      file(article, '<Comparison title="A">\n\nMột.\n\n</Comparison>\n'),
    ],
    [
      'a third picture without its description',
      file(
        article,
        '<Gallery title="Lễ" src1="/media/a.webp" alt1="A" src2="/media/b.webp" alt2="B" src3="/media/c.webp" />\n',
      ),
    ],
    ['a card of another kind', file(article, '<Entry type="axis" entry="truc-1" title="T" />\n')],
    ['a file at an odd address', file(article, '<Download title="T" href="javascript:x" />\n')],
    ['an attribute that is code', file(article, '<Note title={x}>\n\nNhớ nhé.\n\n</Note>\n')],
    ['a lone <', file(article, 'Dưới 5 tuổi: <5 và {100k.\n')],
    ['a script link', file(article, '[bấm](javascript:alert(1))\n')],
    ['a picture from elsewhere', file(article, '![ảnh](https://x.vn/a.png)\n')],
    ['a picture without a description', file(article, '![](/media/a.png)\n')],
    ['a footnote', file(article, 'Theo kế hoạch[^1].\n\n[^1]: Số 12.\n')],
    ['a heading of the first level', file(article, '# To quá\n')],
    ['broken front matter', '---\ntitle: "chưa đóng\n---\n'],
    ['front matter that asks to be run', '---js\n{ title: "x" }\n---\n'],
    ['no front matter', 'Chỉ có chữ.\n'],
    ['an alias', '---\ntitle: &a [x]\nsummary: *a\n---\n'],
  ])('%s', (_, raw) => {
    const found = messages(raw);
    expect(found.length).toBeGreaterThan(0);
    for (const message of found) expect(message).toMatch(/^content\/articles\/dich-vu-cong\.mdx/);
    expect(found).toMatchSnapshot();
  });

  test('a file in no known folder, a name that is no slug', () => {
    expect(messages('x', 'content/khac/a.mdx')).toMatchSnapshot();
    expect(messages(file(article), 'content/articles/Bài Mới.mdx')).toMatchSnapshot();
  });
});

test('no text makes the reader throw', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string(), (front, body) => {
      readEntryFile(path, `---\n${front}\n---\n${body}`);
      readEntryFile(path, front);
      readEntryFile(path, file(article, body));
    }),
    { numRuns: 300 },
  );
});
