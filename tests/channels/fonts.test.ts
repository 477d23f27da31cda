import { readdirSync, readFileSync } from 'node:fs';
import subsetFont from 'subset-font';
import { describe, expect, test } from 'vitest';
import { alphabet, vietnameseLetters } from '#src/text/alphabet.ts';
import { fontWeights, readFont } from '#src/channels/fonts/files.ts';
import { characterSet, missingGlyphs } from '#src/channels/fonts/glyphs.ts';

const webFont = (weight: number) => readFileSync(`public/fonts/be-vietnam-pro-${weight}.woff2`);

const contentFiles = readdirSync('content', { recursive: true, encoding: 'utf8' }).filter((path) =>
  /\.(mdx|yml)$/.test(path),
);

test('the alphabet has 134 Vietnamese letters beside ASCII', () => {
  expect(new Set(vietnameseLetters).size).toBe(134);
  expect(vietnameseLetters.every((letter) => Array.from(letter).length === 1)).toBe(true);
});

describe.each(fontWeights)('weight %i', (weight) => {
  test('the font of the pictures has every character of the alphabet', () => {
    expect(missingGlyphs(alphabet, readFont(weight))).toEqual([]);
  });

  test('the web font has every character of the alphabet and of the content', async () => {
    const font = await subsetFont(webFont(weight), '', {
      targetFormat: 'truetype',
      keepAllGlyphs: true,
    });
    expect(missingGlyphs(alphabet, font)).toEqual([]);
    for (const path of contentFiles) {
      const text = readFileSync(`content/${path}`, 'utf8').replaceAll('\n', '');
      expect(missingGlyphs(text, font), path).toEqual([]);
    }
  });

  test('the web font stays small enough for a slow phone', () => {
    expect(webFont(weight).length).toBeLessThan(13_000);
  });
});

test('all weights have the same characters', () => {
  const [first, ...others] = fontWeights.map((weight) => characterSet(readFont(weight)));
  for (const other of others) expect(other).toEqual(first);
});

test('a character without a glyph is named', () => {
  expect(missingGlyphs('Nghị quyết ✓ → ✓', readFont(400))).toEqual(['✓', '→']);
});
