/** The files of the build as an Android WebView of 2019 (Chrome 78) reads them. */
import { globSync, readFileSync } from 'node:fs';
import postcss, { type Rule } from 'postcss';
import { expect, test } from 'vitest';

const sheets = globSync('dist/_astro/*.css');
const read = (paths: string[]) => paths.map((path) => readFileSync(path, 'utf8')).join('\n');

/** What Chrome 78 does not know and, not knowing it, drops with the whole rule or block. */
const unknownInCss =
  /@layer|@container|:(?:is|where|has)\(|color-mix\(|oklch\(|\d[dsl]v[hw]\b|\(width ?[<>]/g;

/** Values and properties that it drops alone: a page would lose its form. */
const unknownDeclaration =
  /^(?:inset|aspect-ratio|margin-(?:inline|block)|padding-(?:inline|block)|translate|rotate|scale)$/;

test('styles have nothing that Chrome 78 cannot read', () => {
  expect(sheets.length).toBeGreaterThan(0);
  const css = read(sheets);
  expect(css.match(unknownInCss)).toBeNull();
  const unknown: string[] = [];
  const flexible = new Set<string>();
  const root = postcss.parse(css);
  const selectorOf = ({ parent }: { parent?: unknown }) => (parent as Rule).selector;
  root.walkDecls('display', (declaration) => {
    if (/flex/.test(declaration.value)) flexible.add(selectorOf(declaration));
  });
  root.walkDecls((declaration) => {
    const { prop, value } = declaration;
    const isGap = /^(?:row-|column-)?gap$/.test(prop) && flexible.has(selectorOf(declaration));
    const isOneOf = unknownDeclaration.test(prop) || /(?<!-)\b(?:min|max|clamp)\(/.test(value);
    if (isGap || isOneOf) {
      unknown.push(`${selectorOf(declaration)} { ${prop}: ${value} }`);
    }
  });
  expect(unknown).toEqual([]);
});

test('scripts of pages are written in the language of Chrome 78', () => {
  // React, which only the CMS's own pages ask for, is not among them.
  const scripts = globSync('dist/_astro/*.js').filter((path) => !/\/client\./.test(path));
  expect(scripts.length).toBeGreaterThan(0);
  const inPages = globSync('dist/{,bai-viet/*/,chia-se/*/,cach-doc/}index.html').flatMap((path) =>
    [...readFileSync(path, 'utf8').matchAll(/<script(?![^>]*json)[^>]*>([\s\S]*?)<\/script>/g)].map(
      ([, script]) => script!,
    ),
  );
  const newer =
    /\?\?|\?\.[a-z[(]|\|\|=|&&=|\.(?:replaceAll|at|findLast|toSorted|replaceChildren)\(|structuredClone|Object\.hasOwn|Promise\.any/gi;
  expect([read(scripts), ...inPages].join('\n').match(newer)).toBeNull();
});
