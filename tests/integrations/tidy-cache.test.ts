import {
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { tidy, tidyDaily } from '#src/integrations/tidy-cache.ts';

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

test('of more than it may take, what was used longest ago goes first, and nothing that a release holds', () => {
  make('held.html', 'first.html', 'second.html', 'third.html');
  linkSync(join(cache, 'held.html'), join(root, 'index.html'));
  const now = Date.now() + 10 * day;
  for (const [at, name] of ['held', 'second', 'first', 'third'].entries()) {
    utimesSync(join(cache, `${name}.html`), new Date(now - (9 - at) * day), new Date(0));
  }
  const { blocks } = statSync(join(cache, 'first.html'));
  tidy(cache, now, 2 * blocks * 512);
  expect(readdirSync(cache)).toEqual(['first.html', 'held.html', 'third.html']);
});

test('the cache is looked through once a day; what earlier versions and killed builds left goes', () => {
  make('held.html', 'loose.html');
  mkdirSync(join(root, 'astro/assets'), { recursive: true });
  writeFileSync(join(root, 'astro/assets/anh.webp'), 'ảnh');
  mkdirSync(join(root, 'astro/code'));
  for (const name of ['content.v8', 'content.v8.4711', 'finished-files.json']) {
    writeFileSync(join(root, 'astro', name), '');
  }
  linkSync(join(cache, 'held.html'), join(root, 'index.html'));
  tidyDaily(root, Date.now());
  expect(readdirSync(join(root, 'astro'))).toEqual(['code', 'content.v8']);
  expect(readdirSync(cache)).toEqual(['held.html', 'loose.html']);
  const nextMonth = Date.now() + 31 * day;
  utimesSync(join(root, 'tidied'), new Date(nextMonth), new Date(nextMonth - day / 2));
  tidyDaily(root, nextMonth);
  expect(readdirSync(cache)).toEqual(['held.html', 'loose.html']);
  tidyDaily(root, nextMonth + day);
  expect(readdirSync(cache)).toEqual(['held.html']);
});
