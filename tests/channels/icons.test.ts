import { readFileSync } from 'node:fs';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { markSvg } from '#src/channels/identity/mark.ts';

test('the icons are the lotus as it is drawn now; else run: node scripts/icons.ts', () => {
  expect(readFileSync('public/favicon.svg', 'utf8')).toBe(markSvg({ margin: 0 }));
});

test.each([
  ['public/favicon-32.png', 32],
  ['public/apple-touch-icon.png', 180],
])('%s is %i pixels square', async (path, side) => {
  expect(await sharp(path).metadata()).toMatchObject({ format: 'png', width: side, height: side });
});

test('the mark has seven petals and a ground where one is wanted', () => {
  expect(markSvg({ margin: 0 }).match(/<path /g)).toHaveLength(7);
  expect(markSvg({ margin: 0 })).not.toContain('<rect');
  expect(markSvg({ margin: 0.1, ground: '#fffaf2' })).toContain('fill="#fffaf2"/>');
});
