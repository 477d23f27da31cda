/**
 * `npm run bench:build -- [--entries N] [--pages] [--memory MB] [--rounds N] [--seed N] [--json]`: what a
 * build of a site of N made-up entries of every type costs, into a new folder as the server builds a
 * release: pages alone; with `--pages` nothing else; then everything from nothing (pictures, posters,
 * search, compression), again with nothing changed, and with one article edited, both made of the site before. With `--rounds`, so many
 * times one to four random edits follow, each time built with what is kept of the pages and without: both
 * must give the same bytes. The archives that a plain web server needs are left to `npm run build`. A
 * minimal site of the same entries is built by Astro, and by Hugo where it is installed. CPU seconds are
 * those of the build and all its programs; memory is the largest resident set of the build's process, which
 * is as sparing as on a machine of `--memory`, of this one without it. Linux only: both are read from `/proc`.
 */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { appendFile, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { defaultMemoryLimit, sparing } from '#admin/server/build/memory-limit.ts';
import { listBeside } from '#src/integrations/site-folder.ts';
import { locate, readEntryFile } from '#src/schema/entry-file.ts';
import { fixtureEntry, growingTypes } from '#tests/fixtures/entries.ts';
import { fixtureContent, makeProject, pagesOnly, startBuild } from '#tests/support/fixture-site.ts';
import { editAtRandom, randomFrom, type Random } from '#tests/support/random-edits.ts';
import { differences, digestsOf } from '#tests/support/same-folders.ts';
import { minimalAstro, minimalHugo, type MinimalEntry } from './minimal-sites.ts';

interface Cost {
  build: string;
  cpuSeconds: number;
  wallSeconds: number;
  peakMiB: number;
}

const { values } = parseArgs({
  options: {
    entries: { type: 'string', default: '1000' },
    pages: { type: 'boolean', default: false },
    memory: { type: 'string' },
    rounds: { type: 'string', default: '0' },
    seed: { type: 'string', default: '1' },
    json: { type: 'boolean', default: false },
  },
});
const wanted = Number(values.entries);
if (!Number.isInteger(wanted) || wanted < 1) {
  throw new Error(`--entries ${values.entries}: a whole number from 1 up is needed.`);
}

/** What the server lets a build take, in bytes: three quarters of the machine's. */
const memoryLimit =
  values.memory === undefined ? defaultMemoryLimit() : Number(values.memory) * 1024 ** 2 * 0.75;

/** Clock ticks a second in `/proc`: the same on every Linux that Node runs on. */
const ticks = 100;

const files = fixtureContent(Math.ceil(wanted / growingTypes.length));
const root = await makeProject(files);
try {
  const costs = [await measure('pages alone', pagesOnly)];
  costs.push(...(await measureOthers()));
  if (!values.pages) {
    costs.push(await measure('everything, from nothing'));
    costs.push(await measureOver('nothing changed'));
    await appendFile(join(root, fixtureEntry('article', 1).path), '\nMột câu mới.\n');
    costs.push(await measureOver('one article edited'));
    await compareRounds(Number(values.rounds), randomFrom(Number(values.seed)));
  }
  const result = { entries: files.size, cores: cpus().length, node: process.version, costs };
  const report = { ...result, dist: await sizesOf(join(root, 'dist')) };
  console.log(values.json ? JSON.stringify(report) : table(report));
} finally {
  await rm(root, { recursive: true });
}

/** Edits at random and builds twice, `rounds` times. @throws where a reused page is not a clean build's. */
async function compareRounds(rounds: number, random: Random): Promise<void> {
  const first = fixtureEntry('article', 1).path;
  files.set(first, await readFile(join(root, first), 'utf8'));
  const [pages, aside] = ['.cache/astro', '.cache/astro-aside'].map((name) => join(root, name));
  for (let round = 1; round <= rounds; round += 1) {
    const before = new Map(files);
    const done = Array.from({ length: 1 + random(4) }, () => editAtRandom(files, random)).join(
      ', ',
    );
    for (const path of before.keys()) if (!files.has(path)) await rm(join(root, path));
    for (const [path, text] of files) {
      if (before.get(path) !== text) await writeFile(join(root, path), text);
    }
    const { cpuSeconds } = await measureOver(`round ${round}: ${done}`);
    const reused = digestsOf(join(root, 'dist'));
    await rename(pages!, aside!);
    await measure('the same without what is kept of pages');
    const different = differences(reused, digestsOf(join(root, 'dist')));
    if (different.length > 0) {
      throw new Error(`Round ${round} (${done}) differs in ${different.join(', ')}.`);
    }
    console.error(`the same bytes; ${cpuSeconds.toFixed(1)} CPU s`);
    await rm(pages!, { recursive: true });
    await rename(aside!, pages!);
  }
}

/** The product's own build, made of the site of the build before, as a release is made of the oldest one. */
async function measureOver(build: string): Promise<Cost> {
  const [dist, former] = ['dist', 'former'].map((name) => join(root, name)) as [string, string];
  await rename(dist, former);
  await rename(listBeside(dist), listBeside(former));
  return measure(build, { BUILD_OVER: former });
}

/** The product's own build, into a new folder. */
async function measure(build: string, env: Record<string, string> = {}): Promise<Cost> {
  await rm(join(root, 'dist'), { recursive: true, force: true });
  const ours = { SITE_DOWNLOADS: 'on-request', BUILD_KEEPS_LIST: 'true' };
  const whole = { ...ours, ...sparing(memoryLimit), ...env };
  return measureProgram(build, () => startBuild(root, whole));
}

/** What other generators take for a minimal site of the same entries, from nothing. */
async function measureOthers(): Promise<Cost[]> {
  const entries: MinimalEntry[] = [...files].flatMap(([path, text]) => {
    const slug = locate(path)?.slug;
    const { entry } = readEntryFile(path, text);
    if (slug === undefined || !entry) return [];
    const { title } = entry.data as { title?: string };
    return { slug: `${entry.type.name}-${slug}`, title: title ?? slug, body: entry.body };
  });
  const astro = await minimalAstro(entries);
  const hugo = await minimalHugo(entries);
  const run = (file: string, args: string[], cwd: string) => () =>
    spawn(file, args, { cwd, stdio: ['ignore', 'ignore', 'inherit'] });
  try {
    const program = join(astro, 'node_modules/astro/bin/astro.mjs');
    const build = run(process.execPath, [program, 'build', '--silent'], astro);
    const costs = [await measureProgram('a minimal site, Astro', build)];
    if (spawnSync('hugo', ['version']).status === 0) {
      costs.push(await measureProgram('a minimal site, Hugo', run('hugo', ['--quiet'], hugo)));
    }
    return costs;
  } finally {
    for (const folder of [astro, hugo]) await rm(folder, { recursive: true });
  }
}

async function measureProgram(build: string, start: () => ChildProcess): Promise<Cost> {
  console.error(`${build} …`);
  const cpu = await childrenCpu();
  const started = performance.now();
  const child = start();
  const ended = once(child, 'exit') as Promise<[number]>;
  let peak = 0;
  while (child.exitCode === null && child.signalCode === null) {
    peak = Math.max(peak, await residentPeak(child.pid));
    await Promise.race([ended, sleep(200)]);
  }
  const [code] = await ended;
  if (code !== 0) throw new Error(`The build (${build}) ended with ${code}.`);
  return {
    build,
    cpuSeconds: (await childrenCpu()) - cpu,
    wallSeconds: (performance.now() - started) / 1000,
    peakMiB: peak / 1024,
  };
}

/** CPU seconds of all programs that this one started and that have ended, and of theirs. */
async function childrenCpu(): Promise<number> {
  const status = await readFile('/proc/self/stat', 'utf8');
  // Fields are counted after the program's name, which may hold spaces: cutime and cstime (proc(5)).
  const fields = status.slice(status.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[13]) + Number(fields[14])) / ticks;
}

/** Largest resident set of a running process in KiB; 0 when it has just ended. */
async function residentPeak(pid: number | undefined): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  return Number(/^VmHWM:\s+(\d+) kB/m.exec(status)?.[1] ?? 0);
}

async function sizesOf(dist: string) {
  const found = await readdir(dist, { recursive: true, withFileTypes: true });
  const sizes = await Promise.all(
    found
      .filter((entry) => entry.isFile())
      .map(async ({ parentPath, name }) => {
        const path = join(parentPath, name);
        return { path: path.slice(dist.length), bytes: (await stat(path)).size };
      }),
  );
  const pages = sizes.filter(({ path }) => path.endsWith('.html'));
  const largest = pages.reduce((one, other) => (other.bytes > one.bytes ? other : one));
  const total = sizes.reduce((sum, { bytes }) => sum + bytes, 0);
  return { mib: total / 1024 ** 2, files: sizes.length, pages: pages.length, largest };
}

function table({
  entries,
  cores,
  node,
  costs,
  dist: { mib, files: count, pages, largest },
}: {
  entries: number;
  cores: number;
  node: string;
  costs: Cost[];
  dist: Awaited<ReturnType<typeof sizesOf>>;
}): string {
  const show = (value: number, digits: number) => value.toFixed(digits).padStart(8);
  return [
    `${entries} entries, ${cores} cores, Node ${node}`,
    ...costs.map(
      ({ build, cpuSeconds, wallSeconds, peakMiB }) =>
        `${build.padEnd(26)} ${show(cpuSeconds, 1)} CPU s ${show(wallSeconds, 1)} s ${show(peakMiB, 0)} MiB`,
    ),
    `dist: ${mib.toFixed(0)} MiB in ${count} files, ${pages} pages; the largest page is ${largest.path} with ${(largest.bytes / 1024).toFixed(1)} KiB of HTML`,
  ].join('\n');
}
