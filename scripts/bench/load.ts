/**
 * `npm run bench:load [-- --minutes 10 --editors 50 --rate 5000]`: editors who open, save, review and
 * preview at a person's pace, an approver who publishes all the time, and readers beside them, through
 * nginx where the machine has it. On one machine: who asks takes its share of the processors too.
 * `--editors 0 --no-builds` measures the readers alone.
 */
import { readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { openAccounts } from '#admin/server/people/open.ts';
import { Cms, realArticle } from '../../tests/support/cms.ts';
import { installedFronts, startFront } from '../../tests/support/front-server.ts';
import { startRealServer } from '../../tests/support/real-server.ts';
import { askAsReaders, type Readers } from './readers.ts';
import { time } from './row.ts';

const number = (fallback: string) => ({ type: 'string', default: fallback }) as const;
const { values } = parseArgs({
  options: {
    minutes: number('1'),
    editors: number('50'),
    rate: number('5000'),
    'no-builds': { type: 'boolean', default: false },
  },
});
const [minutes, editors, rate] = [values.minutes, values.editors, values.rate].map(Number) as [
  number,
  number,
  number,
];

/** What must hold, in milliseconds. */
const budgets = { save: 1000, page: 50 };
/** Between two steps of a person, in milliseconds. */
const thinking = 4000;

const took: Record<'open' | 'save' | 'review' | 'preview' | 'publish', number[]> = {
  open: [],
  save: [],
  review: [],
  preview: [],
  publish: [],
};
const waiting = { open: 0, save: 0, review: 0, preview: 0, publish: 0 };
const refused: string[] = [];

// As on a server (`deploy/systemd.ts`).
process.env['BUILD_NICENESS'] = '19';
const server = await startRealServer();
const dataDir = dirname(server.repository);
const port = Number(new URL(server.site).port);
const front = installedFronts.includes('nginx')
  ? await startFront('nginx', { dataDir, port })
  : undefined;
const readersSite = front?.url ?? server.site;
try {
  const people = await logInAll();
  const memory = [await residentMegabytes()];
  const end = Date.now() + minutes * 60_000;
  const isOpen = () => Date.now() < end;
  const work = [
    ...people.map((person, index) => edit(person, index, isOpen)),
    ...(values['no-builds'] ? [] : [publish(isOpen)]),
  ];
  const reading = askAsReaders({
    url: readersSite,
    paths: await pagePaths(),
    connections: 50,
    rate,
    seconds: minutes * 60,
  });
  while (isOpen()) {
    await sleep(5000);
    memory.push(await residentMegabytes());
  }
  // What has not ended by then is told as such.
  await Promise.race([Promise.all(work), sleep(20_000)]);
  report(await reading, memory);
} finally {
  await front?.stop();
  await server.stop();
}

async function logInAll(): Promise<Cms[]> {
  const accounts = openAccounts(dataDir);
  const people: Cms[] = [];
  for (let index = 1; index <= editors; index += 1) {
    const user = { login: `nguoi-${index}`, name: `Người viết ${index}`, role: 'editor', axes: [] };
    const password = await accounts.add(user as Parameters<typeof accounts.add>[0]);
    people.push(await Cms.logIn(server.site, user.login, password));
  }
  return people;
}

async function edit(person: Cms, index: number, isOpen: () => boolean): Promise<void> {
  const slug = `bai-tai-${index}`;
  await sleep(Math.random() * thinking);
  for (let round = 0; isOpen(); round += 1) {
    const data = { ...realArticle, title: `Bài số ${index}, lần ${round}` };
    await step('save', () => person.saveArticle(slug, data, `Bà con đọc lần ${round}.\n`));
    await pause();
    await step('open', () =>
      person.ask('unpublishedEntry', { collection: 'article', slug, cmsLabelPrefix: '' }),
    );
    await pause();
    await step('review', () => person.page(`/admin/duyet/article/${slug}/`));
    await pause();
    // One in ten looks at the built page: a preview is a build of its own.
    if (round === 1 && index % 10 === 0) await step('preview', () => person.preview(slug));
  }
}

/** Builds follow one another for the whole time. */
async function publish(isOpen: () => boolean): Promise<void> {
  const editor = await Cms.logIn(server.site, 'bientap', server.passwords['bientap']!);
  const approver = await Cms.logIn(server.site, 'duyet', server.passwords['duyet']!);
  for (let round = 0; isOpen(); round += 1) {
    const slug = `bai-dang-${round}`;
    const data = { ...realArticle, title: `Bài đăng lần ${round}` };
    await editor.saveArticle(slug, data, 'Bà con đọc ở đây.\n');
    await editor.setStatus(slug, 'pending_review');
    await approver.setStatus(slug, 'pending_publish');
    await step('publish', () => approver.publish(slug));
  }
}

async function step(name: keyof typeof took, work: () => Promise<unknown>): Promise<void> {
  try {
    waiting[name] += 1;
    took[name].push(await time(work));
  } catch (error) {
    refused.push(`${name}: ${(error as Error).message.slice(0, 120)}`);
  } finally {
    waiting[name] -= 1;
  }
}

function pause(): Promise<void> {
  return sleep(thinking * (0.5 + Math.random()));
}

async function pagePaths(): Promise<string[]> {
  const map = await readFile(`${dataDir}/releases/current/sitemap-0.xml`, 'utf8');
  return [...map.matchAll(/<loc>https?:\/\/[^/]+(\/[^<]*)<\/loc>/g)].map(([, path]) => path!);
}

async function residentMegabytes(): Promise<number> {
  const text = await (await fetch(`${server.site}/metrics`)).text();
  return Number(/^process_resident_memory_bytes (\S+)$/m.exec(text)?.[1]) / 1e6;
}

function report(readers: Readers, memory: readonly number[]): void {
  const through = front ? 'nginx' : 'our own server: nginx is not installed';
  console.log(`${editors} editors, ${minutes} min, readers through ${through}`);
  for (const name of Object.keys(took) as (keyof typeof took)[]) {
    const times = took[name];
    const at = (part: number) => quantile(times, part).toFixed(0).padStart(6);
    console.log(
      `${name.padEnd(10)} ${String(times.length).padStart(6)} times  p50 ${at(0.5)}  p99 ${at(0.99)}  max ${at(1)} ms  ${waiting[name] > 0 ? `${waiting[name]} not ended` : ''}`,
    );
  }
  const { answers, p50, p99, p999, max, faults: lost, lateness, isFirst } = readers;
  const [low, high, higher, most] = [p50, p99, p999, max].map((value) => value.toFixed(0));
  console.log(
    `readers    ${answers.toFixed(0)} answers/s  p50 ${low}  p99 ${high}  p99.9 ${higher}  max ${most} ms; ${lost} faults`,
  );
  console.log(
    `           the asking process was late by ${lateness.toFixed(1)} ms (p99)${isFirst ? '' : '; as root it would stand before others'}`,
  );
  console.log(
    `memory     ${memory[0]!.toFixed(0)} MB at first, ${memory.at(-1)!.toFixed(0)} at the end, ${Math.max(...memory).toFixed(0)} at most`,
  );
  for (const one of new Set(refused)) console.log(`✗ ${one}`);
  const save = quantile(took.save, 0.99);
  const faults = [
    ...(refused.length > 0 ? [`${refused.length} steps were refused`] : []),
    ...(save > budgets.save
      ? [`p99 of a save ${save.toFixed(0)} ms, at most ${budgets.save}`]
      : []),
    ...(p99 > budgets.page ? [`p99 of a page ${high} ms, at most ${budgets.page}`] : []),
    ...(lost > 0 ? [`${lost} answers were none or not whole`] : []),
  ];
  for (const fault of faults) console.log(`✗ ${fault}`);
  if (faults.length > 0) process.exitCode = 1;
}

function quantile(times: readonly number[], part: number): number {
  const sorted = times.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? 0;
}
