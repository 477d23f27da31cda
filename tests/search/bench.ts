/**
 * Measures the search of a built site on labelled queries:
 * `node tests/search/bench.ts [folder of the built site, default dist]`.
 */
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Engine, Fragment } from '#src/search/engine.ts';
import { createFinder } from '#src/search/find.ts';
import { placeTone } from '#src/search/syllable.ts';
import { toShown, words } from '#src/search/text.ts';
import { openIndex } from './open-index.ts';

interface Labelled {
  id: string;
  query: string;
  kind: string;
  /** A page is relevant when its text has one of these as whole syllables. */
  keys: string[];
}

interface Measured extends Labelled {
  /** 1-based place of the first relevant page; Infinity when none is in the first ten. */
  place: number;
  milliseconds: number;
}

const folder = resolve(process.argv[2] ?? 'dist');
const labelled = JSON.parse(await readFile(new URL('./queries.json', import.meta.url), 'utf8')) as {
  queries: Labelled[];
};
const { engine, close } = await openIndex(folder);
const find = createFinder(engine);
try {
  const pages = await allPages(engine);
  const answered = labelled.queries.filter((query) =>
    pages.some((page) => isRelevant(page, query.keys)),
  );
  const measured: Measured[] = [];
  for (const query of answered) measured.push(await measure(query));
  report(measured, labelled.queries.length - answered.length, pages.length);
} finally {
  await close();
}

async function allPages(from: Engine): Promise<Fragment[]> {
  const { results } = await from.search(null);
  return Promise.all(results.map((hit) => hit.data()));
}

function comparable(text: string): string {
  return ` ${words(text).map(placeTone).join(' ')} `;
}

function isRelevant(page: Fragment, keys: string[]): boolean {
  const text = comparable(toShown(`${page.meta.title ?? ''} ${page.content}`));
  return keys.some((key) => text.includes(comparable(key)));
}

async function measure(query: Labelled): Promise<Measured> {
  const started = performance.now();
  const { hits } = await find(query.query);
  const milliseconds = performance.now() - started;
  const first = await Promise.all(hits.slice(0, 10).map((hit) => hit.data()));
  const place = first.findIndex((page) => isRelevant(page, query.keys)) + 1 || Infinity;
  return { ...query, place, milliseconds };
}

function report(measured: Measured[], dropped: number, pages: number): void {
  console.log(
    `${pages} pages, ${measured.length} queries; ${dropped} dropped: no page answers them`,
  );
  const kinds = [...new Set(measured.map(({ kind }) => kind))];
  console.table(
    Object.fromEntries([
      ...kinds.map((kind) => [kind, summary(measured.filter((one) => one.kind === kind))]),
      ['all', summary(measured)],
    ]),
  );
  for (const { id, query, place } of measured.filter((one) => one.place > 1)) {
    console.log(`${id} “${query}”: first relevant page at ${place}`);
  }
}

function summary(measured: Measured[]) {
  const share = (values: number[]) =>
    Number((values.reduce((sum, value) => sum + value, 0) / values.length).toFixed(2));
  return {
    queries: measured.length,
    'success@1': share(measured.map(({ place }) => (place === 1 ? 1 : 0))),
    'success@5': share(measured.map(({ place }) => (place <= 5 ? 1 : 0))),
    'MRR@10': share(measured.map(({ place }) => 1 / place)),
    ms: share(measured.map(({ milliseconds }) => milliseconds)),
  };
}
