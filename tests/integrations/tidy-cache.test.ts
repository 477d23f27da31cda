import {
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { tidy } from '#src/integrations/tidy-cache.ts';

const day = 24 * 60 * 60 * 1000;

let root: string;
let cache: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'tidy-'));
  cache = join(root, 'made');
  mkdirSync(cache);
});
afterEach(() => rmSync(root, { recursive: true }));

/** Files of these names, all made now. */
function make(...names: string[]): void {
  for (const name of names) writeFileSync(join(cache, name), name);
}

test('a month without use ends a kept file, but not one that a release holds', () => {
  make('held.html', 'loose.html');
  linkSync(join(cache, 'held.html'), join(root, 'index.html'));
  tidy(cache, Date.now() + 29 * day);
  expect(readdirSync(cache)).toEqual(['held.html', 'loose.html']);
  tidy(cache, Date.now() + 31 * day);
  expect(readdirSync(cache)).toEqual(['held.html']);
});

test('the month begins when the last release that held a file goes', () => {
  make('held.html');
  const page = join(root, 'index.html');
  linkSync(join(cache, 'held.html'), page);
  utimesSync(page, new Date(0), new Date(0));
  rmSync(page);
  tidy(cache, Date.now() + 29 * day);
  expect(readdirSync(cache)).toEqual(['held.html']);
});

test('a build that asks for a file gives it another month', () => {
  make('asked.png', 'forgotten.png');
  const nextMonth = Date.now() + 31 * day;
  utimesSync(join(cache, 'asked.png'), new Date(nextMonth), new Date(0));
  tidy(cache, nextMonth);
  expect(readdirSync(cache)).toEqual(['asked.png']);
});
