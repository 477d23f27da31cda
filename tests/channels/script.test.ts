import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
  countWords,
  loudspeakerScripts,
  wordsPerMinute,
} from '#src/channels/loudspeaker/script.ts';
import { spokenSections } from '#src/channels/loudspeaker/sentences.ts';
import { splitSentences } from '#src/text/sentences.ts';
import { readAloud } from '#src/channels/loudspeaker/speller.ts';
import { splitEntryFile } from '#src/schema/entry-file.ts';
import { types } from '#src/schema/index.ts';
import { context } from './fixtures.ts';
import { articles, infographics, kitEntries } from './kit-fixtures.ts';

const { settings } = context;
const { opening, closing } = settings.loudspeaker!;
const unit = 'Ủy ban nhân dân phường';

const bodyOf = ({ type, slug }: (typeof kitEntries)[number]) =>
  splitEntryFile(readFileSync(`content/${types[type].folder}/${slug}.mdx`, 'utf8'))!.body;

const scripts = kitEntries.flatMap((entry) =>
  loudspeakerScripts(entry, settings, { unit, body: bodyOf(entry) }).map((script, index, all) => ({
    entry,
    ...script,
    shorter: all[index - 1],
    last: index === all.length - 1,
  })),
);

describe('scripts of the whole content', () => {
  test.each(scripts)(
    '$entry.slug, $minutes',
    ({ entry, minutes, seconds, text, shorter, last }) => {
      const words = countWords(text);
      const limit = minutes * wordsPerMinute;
      expect(words).toBeLessThanOrEqual(limit);
      // Only an entry that says all within the time has no more to give, or one that is not cut.
      if (!last && entry.type === 'article') expect(words).toBeGreaterThanOrEqual(limit * 0.6);
      if (shorter) expect(words).toBeGreaterThan(countWords(shorter.text));
      expect(Math.abs(seconds - (words / wordsPerMinute) * 60)).toBeLessThanOrEqual(5);

      expect(text).toMatch(/^[\p{L} \n.,;:?!]+$/u);
      expect(text).toBe(readAloud(text));
      expect(text.startsWith(readAloud(opening))).toBe(true);
      expect(text).toContain(`xin hỏi ${unit}.`);
      expect(text.endsWith(readAloud(closing))).toBe(true);
      for (const line of text.split('\n')) expect(line).toMatch(/^\p{Lu}.*[.?!]$/u);
    },
  );
});

test('no length is offered that says no more than the one before', () => {
  const minutesOf = (slug: string) => {
    const entry = kitEntries.find((one) => one.slug === slug)!;
    return loudspeakerScripts(entry, settings, { unit, body: bodyOf(entry) }).map(
      ({ minutes }) => minutes,
    );
  };
  expect(minutesOf('nghe-dan-noi-noi-dan-hieu')).toEqual([1]);
  expect(minutesOf('thong-diep-xay-dung-dang')).toEqual([1, 2]);
  expect(minutesOf('binh-dan-hoc-vu-so')).toEqual([1, 2, 3]);
});

test('a longer script holds at least what a shorter one says first', () => {
  const [entry] = kitEntries;
  const [one, two] = loudspeakerScripts(entry!, settings, { body: bodyOf(entry!) }).map(
    ({ text }) => text.split('\n').slice(0, 2),
  );
  expect(two![0]).toBe(one![0]);
  expect(two![1]!.startsWith(one![1]!.split('.')[0]!)).toBe(true);
});

test('without settings and details there is neither opening nor closing', () => {
  const { loudspeaker, ...bare } = settings;
  expect(loudspeaker).toBeDefined();
  const [script] = loudspeakerScripts(kitEntries[0]!, bare);
  expect(script!.text).not.toContain('Kính thưa');
  expect(script!.text).not.toContain('xin hỏi');
});

test('a script that would be cut within its summary says none of it rather than a part', () => {
  const [article] = articles;
  const summary = 'Một '.repeat(140).trim();
  const long = { ...article!, data: { ...article!.data, summary } };
  const [one, two] = loudspeakerScripts(long, settings);
  expect(one!.text.split('\n')).toHaveLength(2);
  expect(two!.text).toContain('Một Một');
});

describe('an infographic', () => {
  const said = (slug: string) => {
    const entry = infographics.find((one) => one.slug === slug)!;
    return loudspeakerScripts(entry, settings, { unit }).map(({ text }) => text);
  };

  test('says what the eye sees: the whole of its parts, that it is a message', () => {
    expect(said('nam-diem-nghen-do-thi')[0]).toContain(
      'Các điểm nghẽn đô thị: Ùn tắc giao thông; Trật tự đô thị;',
    );
    expect(said('thong-diep-xay-dung-dang')[0]).toContain('Thông điệp là: Đảng bộ số,');
  });

  test('is said whole or by its names, never by its first items', () => {
    const [one, two] = said('nam-nhom-giai-phap');
    expect(one).toMatch(/Chất lượng đội ngũ;.*Kiểm tra, giám sát, đánh giá\./);
    expect(two).toMatch(/Chất lượng đội ngũ: .*Kiểm tra, giám sát, đánh giá: /);
    expect(said('bay-truc-noi-dung')[0]).toMatch(/Gồm: Thể chế và quản trị;.*Xây dựng Đảng\./);
  });
});

test('sentences end where they end, not after an abbreviation or a number', () => {
  expect(splitSentences('Một câu. Hai câu! “Ba câu?” Bốn câu')).toEqual([
    'Một câu.',
    'Hai câu!',
    '“Ba câu?”',
    'Bốn câu',
  ]);
  expect(splitSentences('Ở TP. Hà Nội. Hết.')).toEqual(['Ở TP. Hà Nội.', 'Hết.']);
  expect(splitSentences('Mục 2. Nguồn lực.')).toEqual(['Mục 2. Nguồn lực.']);
});

test('a body is said by headings and sentences; a list goes with the sentence that opens it', () => {
  const body = [
    'Mở bài. Câu hai.',
    '## Ba điều',
    'Kế hoạch nêu:\n\n- **một**: điều;\n- [hai](/x/) điều.',
    'Ngoài ra.',
    '- **Câu riêng.** Đi cùng. Không đi cùng.\n- Câu nữa.',
    '<Note title="Lưu ý điều này">\n\nNội dung.\n\n</Note>',
    '<Figure src="/media/a.webp" alt="ảnh" />',
    '<Entry type="document" entry="ke-hoach" title="Kế hoạch" />',
    '<Comparison title="Trước và nay">\n\n| a | b |\n| - | - |\n| c | d |\n\n</Comparison>',
    '| a | b |\n| - | - |\n| c | d |',
  ].join('\n\n');
  expect(spokenSections(body)).toEqual([
    { sentences: ['Mở bài.', 'Câu hai.'] },
    {
      heading: 'Ba điều',
      sentences: [
        'Kế hoạch nêu: một, điều; hai điều',
        'Ngoài ra.',
        'Câu riêng. Đi cùng.',
        'Không đi cùng.',
        'Câu nữa.',
        'Lưu ý điều này. Nội dung.',
      ],
    },
  ]);
});
