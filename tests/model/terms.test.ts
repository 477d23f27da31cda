import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { glossaryOf, markTerms } from '#src/model/terms.ts';
import { made } from '#tests/support/fixture-entries.ts';

const terms = [
  made('term', 1, { title: 'chuyển đổi số', also: ['CĐS'] }),
  made('term', 2, { title: 'đổi số', also: [] }),
  made('term', 3, { title: '6 rõ', also: [] }),
];
const glossary = glossaryOf(terms);
const mark = (html: string, without?: string) => markTerms(html, glossary, without);

describe('a term in a body', () => {
  test('leads to its explanation the first time, in whatever letters it is written', () => {
    const { html, used } = mark('<p>Chuyển đổi số và chuyển đổi số.</p>');
    expect(html).toBe(
      '<p><a class="term" id="cho-muc-thu-1" href="#tu-muc-thu-1">Chuyển đổi số</a> và chuyển đổi số.</p>',
    );
    expect(used.map(({ slug }) => slug)).toEqual(['muc-thu-1']);
  });

  test('is found under its other names, and whole only', () => {
    expect(mark('<p>CĐS</p>').used).toHaveLength(1);
    expect(mark('<p>CĐSX, 16 rõ, 6 rõng</p>').used).toEqual([]);
    expect(mark('<p>“6 rõ”</p>').used).toHaveLength(1);
  });

  test.each([
    '<h2>6 rõ</h2>',
    '<p><a href="/x/">6 rõ</a></p>',
    '<blockquote><p>6 rõ</p></blockquote>',
  ])('stays as it is in %s', (html) => expect(mark(html)).toEqual({ html, used: [] }));

  test('is not explained on its own page', () => {
    expect(mark('<p>6 rõ</p>', 'muc-thu-3').used).toEqual([]);
  });

  test('changes no other word, whatever the text', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom(' chuyển đổi số ', ' 6 rõ '),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 6 }), (pieces) => {
        const text = pieces.join('').replace(/[\0\r]/g, '');
        const escaped = text
          .replaceAll('&', '&amp;')
          .replaceAll('<', '&lt;')
          .replaceAll('>', '&gt;');
        const { html } = mark(`<p>${escaped}</p>`);
        const plain = html
          .replace(/<a class="term"[^>]*>|<\/a>/g, '')
          .replaceAll('&nbsp;', '\u00a0');
        expect(plain).toBe(`<p>${escaped}</p>`);
      }),
    );
  });
});
