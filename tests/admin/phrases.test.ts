import { glob, readFile } from 'node:fs/promises';
import en from 'decap-cms-locales/dist/esm/en/index.js';
import vi from 'decap-cms-locales/dist/esm/vi/index.js';
import { expect, test } from 'vitest';
import { translate } from '#admin/app/body/words.ts';
import { mergePhrases, phrases } from '#admin/app/phrases.ts';

const wanted = flatten(en);
const ours = flatten(phrases);
const given = flatten(mergePhrases(vi, phrases));

test('no key is left in English', () => {
  expect([...wanted.keys()].filter((key) => !given.has(key))).toEqual([]);
});

test('no word of ours is for a key that does not exist', () => {
  expect([...ours.keys()].filter((key) => !wanted.has(key))).toEqual([]);
});

test('every text keeps the values that it is given', () => {
  const wrong = [...wanted].filter(([key, text]) => {
    const allowed = new Set(placeholders(text));
    return placeholders(given.get(key) ?? '').some((name) => !allowed.has(name));
  });
  expect(wrong.map(([key]) => key)).toEqual([]);
  expect(given.get('ui.toast.onBackendDown')).toContain('%{details}');
});

/** Parts of MDXEditor that a body does not have. */
const unusedParts =
  /^(?:admonitions|codeBlock|codeblock|frontmatterEditor)\.|^toolbar\.(?:.*(?:admonition|frontmatter|code|highlight|script|strikethrough|underline|diff|source|richText|checkList|image|thematicBreak))/i;

test('no key of the body’s editor is left in English', async () => {
  const folder = 'node_modules/@mdxeditor/editor/dist';
  const keys = new Set<string>();
  for await (const path of glob(`${folder}/**/*.js`)) {
    for (const [, key] of (await readFile(path, 'utf8')).matchAll(
      /\bt\(\s*["'`]([a-zA-Z]+\.[\w.]+)["'`],/g,
    )) {
      keys.add(key!);
    }
  }
  expect(keys.size).toBeGreaterThan(80);
  const left = [...keys].filter((key) => !unusedParts.test(key) && translate(key, '?') === '?');
  expect(left).toEqual([]);
});

test('the states have the glossary’s names', () => {
  const names = ['draft', 'inReview', 'ready', 'published'];
  expect(names.map((name) => given.get(`editor.editorToolbar.${name}`))).toEqual([
    'Bản nháp',
    'Chờ duyệt',
    'Sẵn sàng',
    'Đã đăng',
  ]);
});

function flatten(value: object, prefix = ''): Map<string, string> {
  return new Map(
    Object.entries(value).flatMap(([key, inner]): [string, string][] =>
      typeof inner === 'string'
        ? [[prefix + key, inner]]
        : [...flatten(inner as object, `${prefix}${key}.`)],
    ),
  );
}

function placeholders(text: string): string[] {
  return [...text.matchAll(/%\{(\w+)\}/g)].map((match) => match[1]!);
}
