/**
 * `npm run bench:search -- [--queries FILE] [--pages N] [--engine light] [--json]`: runs queries through
 * the search page of the built site (`dist/`), in Chromium, and says how often the right page came
 * first, what it cost to fetch, and how long it took. Without a file: the labelled queries
 * (`tests/search/queries.json`) and some 360 that are made of the site's own text, typed and mistyped as
 * people do. `--pages` puts N pages more under it, their sentences taken from the site's.
 */
import { fastify } from 'fastify';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Browser, Page } from 'playwright-core';
import { addSite } from '../../admin/server/http/site.ts';
import { compressFolder } from '../../src/integrations/compress.ts';
import { linkOrCopy } from '../../src/link-file.ts';
import { indexFolder, type CoreFile, type PageFile } from '../../src/search/index-format.ts';
import { makeIndex, type PageText } from '../../src/search/make-index.ts';
import { indexWords } from '../../src/search/page-words.ts';
import { launchBrowser } from '../../tests/support/browser.ts';
import { readQueries } from './search/labelled.ts';
import { slowLine } from './slow-line.ts';
import { makePages, makeQueries, type Query } from './search/made.ts';

/** An old phone: a processor a sixth as fast. */
const slowdown = 6;
/** Queries asked as a reader's first, each in a browser that knows nothing of the site. */
const firstQueries = 20;

const { values } = parseArgs({
  options: {
    queries: { type: 'string' },
    pages: { type: 'string', default: '0' },
    engine: { type: 'string', default: 'light' },
    json: { type: 'boolean', default: false },
  },
});
const more = Number(values.pages);
if (!Number.isInteger(more) || more < 0) {
  throw new Error(`--pages ${values.pages}: a whole number is needed.`);
}
if (values.engine !== 'light') {
  throw new Error(`--engine ${values.engine}: the site has one engine, “light”, in every browser.`);
}

interface Answer {
  /** Addresses of the first ten results. */
  found: string[];
  /** From the query to its results on the page. */
  milliseconds: number;
}

interface Asked extends Query {
  /** 1-based place of the first relevant page; 0 when none is among the first ten. */
  place: number;
  milliseconds: number;
}

const folder = await mkdtemp(join(tmpdir(), 'bench-search-'));
const app = fastify();
const browser = await launchBrowser();
try {
  const texts = await prepareSite();
  const known = texts.map((page) => ({ address: page.address, text: comparable(textOf(page)) }));
  const queries = values.queries ? readQueries(values.queries) : ownQueries(texts);
  const answered = queries.filter((query) => known.some(({ text }) => isRelevant(text, query)));
  await addSite(app, { releases: [{ dir: folder }], isWhole: () => true }, {});
  await app.listen({ host: '127.0.0.1', port: 0 });
  const site = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`;

  const address = new Map(known.map((page) => [page.address, page.text]));
  const asked = await askAll(browser, site, answered, (query, found) => {
    return found.findIndex((one) => isRelevant(address.get(one) ?? '', query)) + 1;
  });
  const sample = spread(answered, firstQueries);
  const bytes = await inTurn(sample, (query, at) => {
    const next = sample[(at + 1) % sample.length]!;
    return bytesOfTwo(browser, site, query.query, next.query);
  });
  const [first, following] = [0, 1].map((at) => bytes.map((both) => both[at]!)) as [
    number[],
    number[],
  ];
  const shown = await inTurn(spread(sample, 5), (query) => firstShown(browser, site, query.query));
  report({ queries, asked, pages: texts.length, first, following, shown });
} finally {
  await browser.close();
  await app.close();
  await rm(folder, { recursive: true });
}

/** A copy of `dist/` (its files are linked) with the pages asked for in its index; returns all texts. */
async function prepareSite(): Promise<PageText[]> {
  const root = resolve('dist');
  const listing = await readdir(root, { recursive: true, withFileTypes: true }).catch(() => {
    throw new Error('dist/: not there; run `npm run build` first.');
  });
  for (const item of listing.filter((one) => one.isFile())) {
    const from = join(item.parentPath, item.name);
    const path = from.slice(root.length + 1);
    if (more > 0 && path.startsWith(`${indexFolder}/`)) continue;
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    linkOrCopy(from, join(folder, path));
  }
  const texts = readIndex(join(root, indexFolder));
  if (more === 0) return texts;
  const all = [...texts, ...makePages(texts, more)];
  const { core, folder: inner, parts } = makeIndex(all);
  const index = join(folder, indexFolder);
  mkdirSync(join(index, inner), { recursive: true });
  writeFileSync(join(index, 'core.json'), core);
  for (const [part, text] of parts) writeFileSync(join(index, inner, part), text);
  await compressFolder(index);
  return all;
}

/** The pages of an index as it was made of them, but for their facets. */
function readIndex(root: string): PageText[] {
  const read = (path: string): unknown => JSON.parse(readFileSync(join(root, path), 'utf8'));
  const core = read('core.json') as CoreFile;
  return Array.from({ length: core.pages }, (_, page) => {
    const file = read(`${core.folder}/t${page}.json`) as PageFile;
    return { ...file, facets: {}, date: '' };
  });
}

function ownQueries(texts: readonly PageText[]): Query[] {
  const labelled = readQueries('tests/search/queries.json');
  return [...labelled, ...makeQueries(texts.map(textOf), 1)];
}

function textOf({ title, sections }: PageFile): string {
  return `${title} ${sections.map(([, , text]) => text).join(' ')}`;
}

function comparable(text: string): string {
  return ` ${indexWords(text).join(' ')} `;
}

function isRelevant(text: string, { keys, all }: Query): boolean {
  const has = (key: string) => text.includes(comparable(key));
  return all ? keys.every(has) : keys.some(has);
}

/** Asks all queries in one visit, each twice: the second time nothing is fetched. */
async function askAll(
  from: Browser,
  site: string,
  queries: readonly Query[],
  placeOf: (query: Query, found: string[]) => number,
): Promise<Asked[]> {
  const context = await from.newContext();
  const page = await context.newPage();
  await page.goto(`${site}/tim-kiem/`);
  await ask(page, 'xin chào bà con');
  const asked: Asked[] = [];
  for (const query of queries) {
    const { found } = await ask(page, query.query);
    const { milliseconds } = await ask(page, query.query);
    asked.push({ ...query, place: placeOf(query, found), milliseconds });
  }
  await context.close();
  return asked;
}

/** Types a query into the page's box and sends it. */
async function ask(page: Page, query: string): Promise<Answer> {
  return page.evaluate(async (text) => {
    const part = (name: string) => document.querySelector<HTMLElement>(`[data-search="${name}"]`)!;
    const list = part('list');
    const done = new Promise<void>((finish) => {
      const observer = new MutationObserver(() => {
        if (list.getAttribute('aria-busy') === 'true') return;
        observer.disconnect();
        finish();
      });
      observer.observe(list, { attributes: true, attributeFilter: ['aria-busy'] });
    });
    const started = performance.now();
    (part('input') as HTMLInputElement).value = text;
    (part('form') as HTMLFormElement).requestSubmit();
    await done;
    const milliseconds = performance.now() - started;
    if (!part('failed').hidden) throw new Error(`“${text}”: the search page failed.`);
    const links = [...list.querySelectorAll<HTMLAnchorElement>('h2 a')].slice(0, 10);
    return { found: links.map(({ pathname }) => pathname), milliseconds };
  }, query);
}

/** Bytes of scripts and of the index that a reader's first query fetches, and the one after it. */
async function bytesOfTwo(
  from: Browser,
  site: string,
  query: string,
  next: string,
): Promise<[number, number]> {
  const context = await from.newContext();
  const page = await context.newPage();
  const received = await countBytes(page);
  await page.goto(`${site}/tim-kiem/?q=${encodeURIComponent(query)}`, { waitUntil: 'networkidle' });
  const first = received.bytes;
  await ask(page, next);
  await page.waitForLoadState('networkidle');
  await context.close();
  return [first, received.bytes - first];
}

/** Milliseconds from following a link to the first result on the page, on a slow line and phone. */
async function firstShown(from: Browser, site: string, query: string): Promise<number> {
  const context = await from.newContext({ viewport: { width: 360, height: 640 }, isMobile: true });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', slowLine);
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  await page.addInitScript(() => {
    new MutationObserver((_, observer) => {
      if (!document.querySelector('[data-search="list"] li, [data-search="none"]:not([hidden])'))
        return;
      observer.disconnect();
      Object.assign(globalThis, { shownAt: performance.now() });
    }).observe(document, { subtree: true, childList: true, attributes: true });
  });
  await page.goto(`${site}/tim-kiem/?q=${encodeURIComponent(query)}`);
  const shown = await page.waitForFunction(() => (globalThis as { shownAt?: number }).shownAt);
  const milliseconds = (await shown.jsonValue()) ?? Infinity;
  await context.close();
  return milliseconds;
}

async function countBytes(page: Page): Promise<{ bytes: number }> {
  const received = { bytes: 0 };
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  const counted = new Set<string>();
  session.on('Network.responseReceived', ({ requestId, type, response }) => {
    const isOfIndex = new URL(response.url).pathname.startsWith(`/${indexFolder}/`);
    if (type === 'Script' || isOfIndex) counted.add(requestId);
  });
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (counted.has(requestId)) received.bytes += encodedDataLength;
  });
  return received;
}

/** So many of the items, evenly spread. */
function spread<T>(items: readonly T[], count: number): T[] {
  const step = Math.max(1, items.length / count);
  return Array.from(
    { length: Math.min(count, items.length) },
    (_, at) => items[Math.floor(at * step)]!,
  );
}

async function inTurn<T, R>(
  items: readonly T[],
  work: (item: T, at: number) => Promise<R>,
): Promise<R[]> {
  const results: R[] = [];
  for (const [at, item] of items.entries()) results.push(await work(item, at));
  return results;
}

interface Measured {
  queries: readonly Query[];
  asked: readonly Asked[];
  pages: number;
  first: number[];
  following: number[];
  shown: number[];
}

function report({ queries, asked, pages, first, following, shown }: Measured): void {
  const kinds = [...new Set(queries.map(({ kind }) => kind))];
  const rows = Object.fromEntries(
    kinds.map((kind) => [kind, summary(queries, asked, (one) => one.kind === kind)]),
  );
  const all = summary(queries, asked, () => true);
  const costs = {
    bytesFirstQuery: middleAndMost(first),
    bytesFollowingQuery: middleAndMost(following),
    millisecondsToFirstResult: middleAndMost(shown),
    millisecondsOfQuery: middleAndMost(asked.map(({ milliseconds }) => milliseconds)),
  };
  const missed = asked
    .filter(({ place }) => place !== 1)
    .map(({ id, kind, query, place }) => ({ id, kind, query, place: place || null }));
  if (values.json) {
    console.log(JSON.stringify({ engine: 'light', pages, kinds: rows, all, ...costs, missed }));
    return;
  }
  console.log(`${pages} pages, engine “light”`);
  console.table({ ...rows, all });
  console.table(costs);
  for (const { id, query, place } of missed) {
    console.log(`${id} “${query}”: first relevant page at ${place ?? 'none of the first ten'}`);
  }
}

function summary(
  queries: readonly Query[],
  asked: readonly Asked[],
  isOf: (query: Query) => boolean,
) {
  const own = asked.filter(isOf);
  const share = (worth: (place: number) => number) =>
    own.length === 0
      ? null
      : Number((own.reduce((sum, { place }) => sum + worth(place), 0) / own.length).toFixed(3));
  return {
    queries: own.length,
    success1: share((place) => (place === 1 ? 1 : 0)),
    success5: share((place) => (place >= 1 && place <= 5 ? 1 : 0)),
    mrr10: share((place) => (place >= 1 ? 1 / place : 0)),
    dropped: queries.filter(isOf).length - own.length,
  };
}

function middleAndMost(numbers: readonly number[]) {
  const sorted = numbers.toSorted((a, b) => a - b);
  const round = (value: number | undefined) =>
    value === undefined ? null : Math.round(value * 10) / 10;
  return { median: round(sorted[Math.floor(sorted.length / 2)]), most: round(sorted.at(-1)) };
}
