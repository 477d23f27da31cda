/**
 * `npm run bench:desk -- [--entries N] [--type article] [--json]`: the editorial server with N made-up
 * entries, of every type or of one: “Đã đăng” before anything was read, the CMS's lists, a filter, a search,
 * a choice, opening, saving, reviewing, publishing (with a build that does nothing), “Đã đăng” after a
 * restart, and the memory of the server, which is a process of its own. Linux only, for the memory.
 */
import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFile, rm, unlink } from 'node:fs/promises';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { firstSort } from '#admin/list/summary.ts';
import { nothingWanted } from '#admin/list/rows.ts';
import { cacheFolder } from '#src/build-cache.ts';
import { readOneKept, rulesOf } from '#src/checks/kept-reads.ts';
import { fixtureEntry, growingTypes } from '#tests/fixtures/entries.ts';
import { Cms } from '#tests/support/cms.ts';
import { article } from '#tests/support/content.ts';
import {
  fixtureContent,
  makeProject,
  withoutSharedAddresses,
} from '#tests/support/fixture-site.ts';
import { types } from '#src/schema/index.ts';

const { values } = parseArgs({
  options: {
    entries: { type: 'string', default: '10000' },
    type: { type: 'string' },
    json: { type: 'boolean', default: false },
  },
});
const wanted = Number(values.entries);
if (!Number.isInteger(wanted) || wanted < 1) {
  throw new Error(`--entries ${values.entries}: a whole number from 1 up is needed.`);
}
const only = growingTypes.find((name) => name === values.type);
if (values.type !== undefined && !only) {
  throw new Error(`--type ${values.type}: one of ${growingTypes.join(', ')} is needed.`);
}

interface Cost {
  what: string;
  milliseconds: number;
  /** Of the answer, as sent. */
  bytes: number;
}

interface Server {
  site: string;
  passwords: Record<string, string>;
  process: ChildProcess;
}

const files = made();
const checkout = await makeProject(files);
await unlink(join(checkout, 'node_modules'));
const git = (...args: string[]) => execFileSync('git', args, { cwd: checkout });
git('init', '--quiet', '--initial-branch=main');
git('add', '--all');
git('-c', 'user.name=Bench', '-c', 'user.email=bench@localhost', 'commit', '--quiet', '-m', 'All');
const costs: Cost[] = [];
const running = new Set<ChildProcess>();
try {
  await readAsBuildsDo();
  const first = await start();
  const editor = await Cms.logIn(first.site, 'soan', first.passwords['soan']!);
  const approver = await Cms.logIn(first.site, 'duyet', first.passwords['duyet']!);
  await measureAll(editor, approver);
  const peaks = [await stop(first)];
  const again = await start('again');
  const person = await Cms.logIn(again.site, 'soan', first.passwords['soan']!);
  await measure('“Đã đăng”, after a restart', () => person.page('/admin/da-dang/'));
  await measure('“Việc của tôi”', () => person.page('/admin/cua-toi/'));
  peaks.push(await stop(again));
  const report = {
    entries: files.size,
    cores: cpus().length,
    node: process.version,
    costs,
    peakMiB: Math.max(...peaks),
  };
  console.log(values.json ? JSON.stringify(report) : table(report));
} finally {
  for (const server of running) server.kill();
  await rm(checkout, { recursive: true, force: true });
}

function made(): Map<string, string> {
  if (!only) return fixtureContent(Math.ceil(wanted / growingTypes.length));
  const all = fixtureContent(1);
  for (let n = 1; n <= wanted; n += 1) {
    const { path, text } = fixtureEntry(only, n);
    all.set(path, text);
  }
  return withoutSharedAddresses(all);
}

/** Leaves what every file says where a build leaves it, for the build here does nothing. */
async function readAsBuildsDo(): Promise<void> {
  const folder = join(checkout, 'data/build', cacheFolder);
  const rules = rulesOf('.');
  for (const [path, text] of files) await readOneKept(rules, path, text, folder);
}

async function measureAll(editor: Cms, approver: Cms): Promise<void> {
  const page = (path: string) => () => editor.page(path);
  await measure('“Đã đăng”, for the first time', page('/admin/da-dang/'));
  await measure('“Đã đăng”, again', page('/admin/da-dang/'));
  await measure('“Đã đăng”, a search', page('/admin/da-dang/?tim=muc+thu+12&loai=article'));
  for (const name of only ? [only] : growingTypes) {
    const asked = {
      collection: name,
      wanted: nothingWanted,
      sort: firstSort(types[name]),
      from: 0,
    };
    await measure(`list of ${name}`, () => editor.ask('listEntries', asked));
    if (name !== 'article') continue;
    const last = Math.max(0, wanted - 50);
    await measure('its last page', () => editor.ask('listEntries', { ...asked, from: last }));
    const byTitle = { ...asked, sort: { field: 'title', order: 'asc' } };
    await measure('in another order', () => editor.ask('listEntries', byTitle));
    const axis = { ...asked, wanted: { ...nothingWanted, axis: 'truc-7' } };
    await measure('narrowed to an axis', () => editor.ask('listEntries', axis));
  }
  const term = { term: 'thu so 77', from: 0 };
  await measure('a search in all types', () => editor.ask('findEntries', term));
  await measure('a search, again', () => editor.ask('findEntries', term));
  const choice = { collection: 'article', term: 'thu so 77', slugs: [] };
  await measure('a choice of an article', () => editor.ask('findNames', choice));
  const path = fixtureEntry('article', 1).path;
  await measure('open an article', () => editor.ask('getEntry', { path }));
  await measure('save an article', () =>
    editor.saveArticle('bai-do', { ...article, title: 'Bài đo' }, 'Bà con đọc tiếp ở đây.\n'),
  );
  await measure('one entry of “Đã đăng”', page('/admin/da-dang/article/muc-thu-1/'));
  await measure('“Chờ duyệt”', page('/admin/duyet/'));
  await editor.setStatus('bai-do', 'pending_review');
  await measure('a page of review, the first', page('/admin/duyet/article/bai-do/'));
  await measure('a page of review, again', page('/admin/duyet/article/bai-do/'));
  await approver.setStatus('bai-do', 'pending_publish');
  await measure('publish, without a build', () => approver.publish('bai-do'));
  await measure('“Đã đăng”, after it', page('/admin/da-dang/'));
}

async function measure(what: string, run: () => Promise<unknown>): Promise<void> {
  const started = performance.now();
  const answer = await run();
  const milliseconds = performance.now() - started;
  const text = typeof answer === 'string' ? answer : JSON.stringify(answer);
  costs.push({ what, milliseconds, bytes: Buffer.byteLength(text) });
}

async function start(...more: string[]): Promise<Server> {
  const program = join(import.meta.dirname, 'desk-server.ts');
  const server = spawn(process.execPath, [program, checkout, ...more], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  running.add(server);
  for await (const line of createInterface({ input: server.stdout })) {
    return { ...(JSON.parse(line) as Pick<Server, 'site' | 'passwords'>), process: server };
  }
  throw new Error('The server did not start.');
}

/** Ends a server; returns its largest resident set in MiB. */
async function stop({ process: server }: Server): Promise<number> {
  const status = await readFile(`/proc/${server.pid}/status`, 'utf8');
  server.kill();
  await once(server, 'exit');
  running.delete(server);
  return Number(/^VmHWM:\s+(\d+) kB/m.exec(status)![1]) / 1024;
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
    `largest resident set of the server: ${report.peakMiB.toFixed(0)} MiB`,
  ].join('\n');
}
