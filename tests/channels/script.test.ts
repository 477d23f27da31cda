import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
  countWords,
  loudspeakerScript,
  scriptMinutes,
  wordsPerMinute,
} from '#src/channels/loudspeaker/script.ts';
import { spokenSections, splitSentences } from '#src/channels/loudspeaker/sentences.ts';
import { readAloud } from '#src/channels/loudspeaker/speller.ts';
import { splitEntryFile } from '#src/schema/entry-file.ts';
import { types } from '#src/schema/index.ts';
import { context } from './fixtures.ts';
import { kitEntries } from './kit-fixtures.ts';

const { settings } = context;

const bodyOf = ({ type, slug }: (typeof kitEntries)[number]) =>
  splitEntryFile(readFileSync(`content/${types[type].folder}/${slug}.mdx`, 'utf8'))!.body;

const scripts = kitEntries.flatMap((entry) =>
  scriptMinutes.map((minutes) => {
    const details = { unit: 'Ủy ban nhân dân phường', body: bodyOf(entry) };
    return {
      entry,
      minutes,
      details,
      script: loudspeakerScript(entry, settings, minutes, details),
    };
  }),
);

describe('scripts of the whole content', () => {
  test.each(scripts)('$entry.slug, $minutes', ({ entry, minutes, details, script }) => {
    const words = countWords(script);
    const limit = minutes * wordsPerMinute;
    expect(words).toBeLessThanOrEqual(limit);
    // An entry that says all within the time has no more to give.
    const all = countWords(loudspeakerScript(entry, settings, 3, details));
    if (all > limit * 0.6) expect(words).toBeGreaterThanOrEqual(limit * 0.6);

    expect(script).toMatch(/^[\p{L} \n.,;:?!]+$/u);
    expect(script).toBe(readAloud(script));
    expect(script.startsWith(readAloud(settings.loudspeaker!.opening))).toBe(true);
    expect(script.endsWith(readAloud(settings.loudspeaker!.closing))).toBe(true);
    for (const line of script.split('\n')) expect(line).toMatch(/^\p{Lu}.*[.?!]$/u);
  });
});

test('a longer script holds at least what a shorter one says first', () => {
  const [entry] = kitEntries;
  const [one, two] = scriptMinutes.map((minutes) =>
    loudspeakerScript(entry!, settings, minutes, { body: bodyOf(entry!) })
      .split('\n')
      .slice(0, 2),
  );
  expect(two![0]).toBe(one![0]);
  expect(two![1]!.startsWith(one![1]!.split('.')[0]!)).toBe(true);
});

test('without settings and details there is neither opening nor closing', () => {
  const { loudspeaker, ...bare } = settings;
  expect(loudspeaker).toBeDefined();
  const script = loudspeakerScript(kitEntries[0]!, bare, 1);
  expect(script).not.toContain('Kính thưa');
  expect(script).not.toContain('Đơn vị trả lời');
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
    'Kế hoạch nêu:\n\n- **một** điều;\n- [hai](/x/) điều.',
    'Ngoài ra.',
    '- Câu riêng.\n- Câu nữa.',
    '<Note title="Lưu ý điều này">\n\nNội dung.\n\n</Note>',
    '<Figure src="/media/a.webp" alt="ảnh" />',
    '| a | b |\n| - | - |\n| c | d |',
  ].join('\n\n');
  expect(spokenSections(body)).toEqual([
    { sentences: ['Mở bài.', 'Câu hai.'] },
    {
      heading: 'Ba điều',
      sentences: [
        'Kế hoạch nêu: một điều; hai điều',
        'Ngoài ra.',
        'Câu riêng.',
        'Câu nữa.',
        'Lưu ý điều này',
        'Nội dung.',
      ],
    },
  ]);
});
