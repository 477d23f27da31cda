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
  for (const [name, path] of await pageExamples(root)) {
    const file = join(reports, 'report.json');
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
        '--chrome-flags=--headless --no-sandbox --disable-gpu --disable-dev-shm-usage',
      ],
      { env: { ...process.env, ...env, CHROME_PATH: executablePath } },
    );
    tell(name, JSON.parse(await readFile(file, 'utf8')) as Report);
  }
} finally {
  await app.close();
  await rm(reports, { recursive: true });
}

function tell(name: string, { categories, audits }: Report): void {
  const scores = Object.values(categories).map(({ score }) => Math.round((score ?? 0) * 100));
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
