/**
 * `npm run bench:pages`: what the first view of every kind of page costs a reader on an old phone,
 * measured in Chromium on `dist/` as the server sends it; fails over budget.
 */
import { fastify } from 'fastify';
import { readdir, stat } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { join, resolve } from 'node:path';
import { addSite } from '../../admin/server/http/site.ts';
import { launchBrowser } from '../../tests/support/browser.ts';
import { isFile, pageExamples } from '../page-examples.ts';
import { handWritten } from './hand-written.ts';
import { slowLine } from './slow-line.ts';

const KiB = 1024;

/** What must hold; text is measured on the hand-written page with the same fonts in the same run. */
const budgets = {
  /** HTML and blocking CSS of articles, Brotli. */
  articleMedian: 6 * KiB,
  articleMost: 7 * KiB,
  fonts: 2,
  fontBytes: 25_000,
  /** Scripts that are requested before the reader acts; search alone needs one. */
  scripts: 0,
  layoutShift: 0.001,
  /** Times the hand-written page. */
  largestText: 1.1,
};

/** A phone of 2019: a processor a fourth as fast. */
const slowdown = 4;
/** Visits to a page of each kind; the article and the hand-written page are visited by turns. */
const visits = 3;
const turns = 15;

interface Visit {
  html: number;
  /** Bytes of the stylesheets that a phone's first view waits for. */
  css: number;
  fonts: number[];
  scripts: number;
  requests: number;
  layoutShift: number;
  /** Moment of the largest text, in milliseconds. */
  largestText: number;
}

const root = resolve('dist');
const app = fastify();
await addSite(app, { releases: [{ dir: root }], isWhole: () => true }, {});
app.get('/viet-tay/', (_request, reply) =>
  reply.type('text/html; charset=utf-8').send(handWritten),
);
await app.listen({ host: '127.0.0.1', port: 0 });
const site = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`;
const browser = await launchBrowser();
const faults: string[] = [];
try {
  const kinds = await pageExamples(root);
  const article = kinds.find(([name]) => name === 'article')!;
  const [reference, read] = await byTurns('/viet-tay/', article[1]);
  print('hand-written', reference, reference.largestText);
  for (const [name, path] of kinds) {
    const seen = name === 'article' ? read : middle(await repeat(visits, () => visit(path)));
    print(name, seen, reference.largestText);
    judge(name, seen, reference.largestText);
  }
  await judgeArticles();
} finally {
  await browser.close();
  await app.close();
}
for (const fault of faults) console.log(`✗ ${fault}`);
if (faults.length > 0) process.exitCode = 1;

async function byTurns(one: string, other: string): Promise<[Visit, Visit]> {
  const pairs = await repeat(turns, async () => [await visit(one), await visit(other)] as const);
  return [middle(pairs.map(([first]) => first)), middle(pairs.map(([, second]) => second))];
}

async function repeat<T>(times: number, work: () => Promise<T>): Promise<T[]> {
  const results: T[] = [];
  for (let time = 0; time < times; time += 1) results.push(await work());
  return results;
}

/** The visit with the middle moment of the largest text. */
function middle(all: readonly Visit[]): Visit {
  const sorted = all.toSorted((a, b) => a.largestText - b.largestText);
  return sorted[Math.floor(sorted.length / 2)]!;
}

async function visit(path: string): Promise<Visit> {
  const context = await browser.newContext({
    viewport: { width: 360, height: 640 },
    isMobile: true,
  });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', slowLine);
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  const received: { type: string; url: string; bytes: number }[] = [];
  const answers = new Map<string, { type: string; url: string }>();
  session.on('Network.responseReceived', ({ requestId, type, response }) => {
    answers.set(requestId, { type, url: response.url });
  });
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const answer = answers.get(requestId);
    if (answer) received.push({ ...answer, bytes: encodedDataLength });
  });
  await page.addInitScript(observe);
  await page.goto(site + path, { waitUntil: 'networkidle' });
  const seen = await page.evaluate(() => (globalThis as unknown as { seen: Seen }).seen);
  const blocking = await page.evaluate(() =>
    [...document.head.querySelectorAll<HTMLLinkElement>('link[rel=stylesheet]')]
      .filter(({ media }) => media === '' || matchMedia(media).matches)
      .map(({ href }) => href),
  );
  await context.close();
  const bytesOf = (type: string) =>
    received.filter((one) => one.type === type).map(({ bytes }) => bytes);
  return {
    html: bytesOf('Document')[0] ?? 0,
    css: received
      .filter(({ url }) => blocking.includes(url))
      .reduce((sum, { bytes }) => sum + bytes, 0),
    fonts: bytesOf('Font'),
    scripts: bytesOf('Script').length,
    requests: received.length,
    ...seen,
  };
}

interface Seen {
  layoutShift: number;
  largestText: number;
}

/** Runs in the page before anything else. */
function observe(): void {
  const seen: Seen = { layoutShift: 0, largestText: 0 };
  Object.assign(globalThis, { seen });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as (PerformanceEntry & { value: number })[]) {
      seen.layoutShift += entry.value;
    }
  }).observe({ type: 'layout-shift', buffered: true });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) seen.largestText = entry.startTime;
  }).observe({ type: 'largest-contentful-paint', buffered: true });
}

function print(name: string, visit: Visit, reference: number): void {
  const cells = [
    name.padEnd(22),
    `HTML ${kib(visit.html)}`,
    `CSS ${kib(visit.css)}`,
    `fonts ${visit.fonts.length} ${kib(sum(visit.fonts))}`,
    `scripts ${visit.scripts}`,
    `requests ${String(visit.requests).padStart(2)}`,
    `shift ${visit.layoutShift.toFixed(4)}`,
    `text ${visit.largestText.toFixed(0).padStart(5)} ms`,
    `× ${(visit.largestText / reference).toFixed(2)}`,
  ];
  console.log(cells.join('  '));
}

function judge(name: string, visit: Visit, reference: number): void {
  const check = (what: string, value: number, most: number) => {
    if (value > most) faults.push(`${name}: ${what} ${value.toFixed(3)}, at most ${most}`);
  };
  check('fonts', visit.fonts.length, budgets.fonts);
  check('bytes of fonts', sum(visit.fonts), budgets.fontBytes);
  check('scripts', visit.scripts, name === 'search' ? 1 : budgets.scripts);
  check('layout shift', visit.layoutShift, budgets.layoutShift);
  if (name === 'article') {
    check('largest text × hand-written', visit.largestText / reference, budgets.largestText);
  }
}

/** All articles, by the files that are sent: their HTML carries the styles that it waits for. */
async function judgeArticles(): Promise<void> {
  const folder = join(root, 'bai-viet');
  const sizes: number[] = [];
  for (const name of await readdir(folder)) {
    const file = join(folder, name, 'index.html.br');
    if (await isFile(file)) sizes.push((await stat(file)).size);
  }
  sizes.sort((a, b) => a - b);
  const [half = 0, most = 0] = [sizes[Math.floor(sizes.length / 2)], sizes.at(-1)];
  console.log(`${sizes.length} articles: median ${kib(half)}, largest ${kib(most)}`);
  if (half > budgets.articleMedian) faults.push(`articles: median ${kib(half)}, at most 6 KiB`);
  if (most > budgets.articleMost) faults.push(`articles: largest ${kib(most)}, at most 7 KiB`);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function kib(bytes: number): string {
  return `${(bytes / KiB).toFixed(1).padStart(4)} KiB`;
}
