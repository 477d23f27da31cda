import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, matchesGlob, relative } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { build, type Rolldown } from 'vite';
import { heard } from '#admin/app/decap/heard.ts';
import { identity } from '#admin/app/decap/identity.ts';
import { keptAddress } from '#admin/app/decap/kept-address.ts';
import { said } from '#admin/app/decap/said.ts';
import { bundleConfig, dressed } from '#admin/app/vite.config.ts';
import { bundleSources } from '#admin/integration.ts';

let folder = '';
/** Files of ours that are in the bundle. */
let modules: string[] = [];
/** Modules of packages whose words, looks and names are ours. */
let dressedModules: string[] = [];
const files = new Map<string, string>();

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'admin-bundle-'));
  const { output } = (await build(bundleConfig(folder))) as Rolldown.RolldownOutput;
  const ids = output.flatMap((file) => (file.type === 'chunk' ? file.moduleIds : []));
  dressedModules = ids.filter((id) => dressed.decap.test(id) || dressed.others.test(id));
  modules = ids
    .map((id) => relative(process.cwd(), id.replace(/^\0|\?.*$/g, '')))
    .filter((path) => /^(?:admin|src)\//.test(path));
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

test.each([
  'bitbucket.org/site/oauth2',
  'identity.netlify.com',
  'CodeMirror-lines',
  'ol-viewport',
  // Told in English, whatever the language.
  'Failed to persist media',
  'Failed to delete media',
  'already exists. Do you want',
  'Errors occurred while searching',
  'Not allowed to create new entries',
  'does not have access to this repo',
  'Request timed out after',
  'No options',
  'Loading...',
  'press Enter to select the currently',
  'is focused ',
  ', deselected.',
  ', selected.',
  ' for search term ',
  'draggable item',
])('parts that are not used are left out: %s', (mark) => expect(holds(mark)).toBe(false));

test('every change to the code of a package still finds its place', async () => {
  const texts = await Promise.all(dressedModules.map((path) => readFile(path, 'utf8')));
  const all = [...said, ...identity, ...heard, ...keptAddress].map(([from]) => from);
  const lost = all.filter((from) => !texts.some((text) => text.search(from) >= 0));
  expect(lost.map(String)).toEqual([]);
});

test('whatever changes in its code makes a new bundle', () => {
  expect(modules.length).toBeGreaterThan(100);
  const missed = modules.filter((path) => !bundleSources.some((one) => matchesGlob(path, one)));
  expect(missed).toEqual([]);
});

test('what every editor loads stays below 650 kB compressed', () => {
  const page = files.get('index.html') ?? '';
  const names = [...page.matchAll(/\/admin\/(assets\/[^"]+)/g)].map((match) => match[1]!);
  const size = names.reduce((sum, name) => sum + gzipSync(files.get(name) ?? '').length, 0);
  expect(names.length).toBeGreaterThan(0);
  expect(size).toBeLessThan(650_000);
});
