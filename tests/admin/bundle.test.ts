import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildAdmin } from '#admin/app/build.ts';

let folder = '';
const files = new Map<string, string>();

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'admin-bundle-'));
  await buildAdmin(folder);
  for (const name of await readdir(folder, { recursive: true })) {
    if (/\.\w+$/.test(name)) files.set(name, await readFile(join(folder, name), 'utf8'));
  }
});

afterAll(() => rm(folder, { recursive: true, force: true }));

test('the page has no inline script and loads nothing from elsewhere', () => {
  const page = files.get('index.html') ?? '';
  expect(page).toContain('lang="vi"');
  expect(page.match(/<script(?![^>]*\ssrc=)/g)).toBeNull();
  expect(page.match(/(?:src|href)="https?:/g)).toBeNull();
});

// The bundle is long: a failed check should print a name, not the text.
const holds = (text: string) => [...files.values()].some((file) => file.includes(text));

test('no file of content can run code: the JavaScript front matter engine is not there', () => {
  expect(holds('stringifying JavaScript')).toBe(false);
});

test('no code is compiled while the CMS runs', () => {
  expect(holds('new Function(')).toBe(false);
});

test.each(['bitbucket.org/site/oauth2', 'identity.netlify.com', 'CodeMirror-lines', 'ol-viewport'])(
  'parts that are not used are left out: %s',
  (mark) => expect(holds(mark)).toBe(false),
);

test('what every editor loads stays below 650 kB compressed', () => {
  const page = files.get('index.html') ?? '';
  const names = [...page.matchAll(/\/admin\/(assets\/[^"]+)/g)].map((match) => match[1]!);
  const size = names.reduce((sum, name) => sum + gzipSync(files.get(name) ?? '').length, 0);
  expect(names.length).toBeGreaterThan(0);
  expect(size).toBeLessThan(650_000);
});
