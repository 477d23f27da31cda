/**
 * `npm run bench:desk -- [--entries N] [--json]`: the editorial server with N made-up entries of
 * every type: the list of each type in the CMS, opening, saving, the page of what is published, a
 * search on it, and the server's memory. The site itself is not built. Linux only, for the memory.
 */
import { execFileSync } from 'node:child_process';
import { readFile, rm, unlink } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { createApp } from '#admin/server/app.ts';
import { openServices } from '#admin/server/services.ts';
import { growingTypes } from '#tests/fixtures/entries.ts';
import { Cms } from '#tests/support/cms.ts';
import { article } from '#tests/support/content.ts';
import { fakeBuild } from '#tests/support/fake-build.ts';
import { fixtureContent, makeProject } from '#tests/support/fixture-site.ts';
import { types } from '#src/schema/index.ts';

const { values } = parseArgs({
  options: {
    entries: { type: 'string', default: '10000' },
    json: { type: 'boolean', default: false },
  },
});
const wanted = Number(values.entries);
if (!Number.isInteger(wanted) || wanted < 1) {
  throw new Error(`--entries ${values.entries}: a whole number from 1 up is needed.`);
}

interface Cost {
  what: string;
  milliseconds: number;
  /** Of the answer, as sent. */
  bytes: number;
}

const files = fixtureContent(Math.ceil(wanted / growingTypes.length));
const checkout = await makeProject(files);
await unlink(join(checkout, 'node_modules'));
const git = (...args: string[]) => execFileSync('git', args, { cwd: checkout });
git('init', '--quiet', '--initial-branch=main');
git('add', '--all');
git('-c', 'user.name=Bench', '-c', 'user.email=bench@localhost', 'commit', '--quiet', '-m', 'All');
const open = () =>
  openServices({
    dataDir: join(checkout, 'data'),
    checkout,
    allowedHosts: new Set(['127.0.0.1']),
    buildCommand: fakeBuild,
  });
const services = await open();
const user = { login: 'soan', name: 'Người soạn', role: 'editor', axes: [] } as const;
const password = await services.accounts.add(user);
let app = await createApp(services);
try {
  await services.publisher.refresh();
  await app.listen({ host: '127.0.0.1', port: 0 });
  const address = () => `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`;
  const site = address();
  const cms = await Cms.logIn(site, user.login, password);
  const costs: Cost[] = [];
  const measure = async (what: string, run: () => Promise<unknown>) => {
    const started = performance.now();
    const answer = await run();
    const milliseconds = performance.now() - started;
    const text = typeof answer === 'string' ? answer : JSON.stringify(answer);
    costs.push({ what, milliseconds, bytes: Buffer.byteLength(text) });
  };
  for (const name of growingTypes) {
    const { folder, extension } = types[name];
    const params = { folder: `content/${folder}`, extension, depth: 1 };
    await measure(`list of ${name}`, () => cms.ask('entriesByFolder', params));
  }
  await measure('open an article', () =>
    cms.ask('getEntry', { path: 'content/articles/muc-thu-1.mdx' }),
  );
  await measure('save an article', () =>
    cms.saveArticle('bai-do', { ...article, title: 'Bài đo' }, 'Bà con đọc tiếp ở đây.\n'),
  );
  await measure('“Đã đăng”, for the first time', () => cms.page('/admin/da-dang/'));
  await measure('“Đã đăng”, again', () => cms.page('/admin/da-dang/'));
  await measure('“Đã đăng”, a search', () =>
    cms.page('/admin/da-dang/?tim=muc+thu+12&loai=article'),
  );
  await measure('one entry of “Đã đăng”', () => cms.page('/admin/da-dang/article/muc-thu-1/'));
  await measure('“Chờ duyệt”', () => cms.page('/admin/duyet/'));
  await app.close();
  app = await createApp(await open());
  await app.listen({ host: '127.0.0.1', port: 0 });
  const again = await Cms.logIn(address(), user.login, password);
  await measure('“Đã đăng”, after a restart', () => again.page('/admin/da-dang/'));
  await measure('“Việc của tôi”', () => again.page('/admin/cua-toi/'));
  const status = await readFile('/proc/self/status', 'utf8');
  const peakMiB = Number(/^VmHWM:\s+(\d+) kB/m.exec(status)![1]) / 1024;
  const report = {
    entries: files.size,
    cores: cpus().length,
    node: process.version,
    costs,
    peakMiB,
  };
  console.log(values.json ? JSON.stringify(report) : table(report));
} finally {
  await app.close();
  await rm(checkout, { recursive: true, force: true });
}

function table(report: {
  entries: number;
  cores: number;
  node: string;
  costs: Cost[];
  peakMiB: number;
}) {
  return [
    `${report.entries} entries, ${report.cores} cores, Node ${report.node}`,
    ...report.costs.map(
      ({ what, milliseconds, bytes }) =>
        `${what.padEnd(30)} ${milliseconds.toFixed(0).padStart(6)} ms ${(bytes / 1024).toFixed(0).padStart(6)} KiB`,
    ),
    `largest resident set of server and client together: ${report.peakMiB.toFixed(0)} MiB`,
  ].join('\n');
}
