/**
 * `npm run bench:lighthouse`: what Lighthouse says of a page of every kind in `dist/`, as the server sends
 * it; fails under 100 / 100 / 100 / 100. Lighthouse weighs 176 MB, so npm brings it when this is run.
 */
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { fastify } from 'fastify';
import { addSite } from '../../admin/server/http/site.ts';
import { findBrowser } from '../../tests/support/browser.ts';
import { pageExamples } from '../page-examples.ts';

const lighthouse = 'lighthouse@13.5.0';

interface Report {
  categories: Record<string, { score: number | null; auditRefs: { id: string; weight: number }[] }>;
  audits: Record<string, { score: number | null; displayValue?: string }>;
}

const root = resolve('dist');
const app = fastify();
await addSite(app, { releases: [{ dir: root }], isWhole: () => true }, {});
await app.listen({ host: '127.0.0.1', port: 0 });
const site = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`;
const { executablePath, env } = await findBrowser();
const reports = await mkdtemp(join(tmpdir(), 'lighthouse-'));
try {
  for (const [name, path] of await pageExamples(root)) tell(name, await judge(path));
} finally {
  await app.close();
  await rm(reports, { recursive: true });
}

/** What Lighthouse says; of a page under 100 the middle of three, as its makers advise where the machine varies. */
async function judge(path: string): Promise<Report> {
  const first = await visit(path);
  if (scoresOf(first).every((score) => score === 100)) return first;
  const all = [first, await visit(path), await visit(path)];
  const speed = ({ categories }: Report) => categories['performance']!.score ?? 0;
  return all.toSorted((a, b) => speed(a) - speed(b))[1]!;
}

async function visit(path: string): Promise<Report> {
  const file = join(reports, 'report.json');
  // A page that no search engine is to list, as that of the site's own search, is meant to fail this one.
  const isListed = !/<meta name="robots" content="noindex"/.test(
    await readFile(join(root, path, 'index.html'), 'utf8'),
  );
  await promisify(execFile)(
    'npx',
    [
      '--yes',
      lighthouse,
      site + path,
      '--quiet',
      '--output=json',
      `--output-path=${file}`,
      '--only-categories=performance,accessibility,best-practices,seo',
      ...(isListed ? [] : ['--skip-audits=is-crawlable']),
      '--chrome-flags=--headless --no-sandbox --disable-gpu --disable-dev-shm-usage',
    ],
    { env: { ...process.env, ...env, CHROME_PATH: executablePath } },
  );
  return JSON.parse(await readFile(file, 'utf8')) as Report;
}

/** Of each category, to 100. */
function scoresOf({ categories }: Report): number[] {
  return Object.values(categories).map(({ score }) => Math.round((score ?? 0) * 100));
}

function tell(name: string, report: Report): void {
  const { categories, audits } = report;
  const scores = scoresOf(report);
  console.log(`${name.padEnd(22)}  ${scores.join(' / ')}`);
  if (scores.every((score) => score === 100)) return;
  process.exitCode = 1;
  for (const { auditRefs } of Object.values(categories)) {
    for (const { id, weight } of auditRefs) {
      const { score, displayValue = '' } = audits[id]!;
      if (weight > 0 && score !== null && score < 1) console.log(`  ✗ ${id} ${displayValue}`);
    }
  }
}
