/**
 * `npm run bench:live -- [--entries N] [--rounds N]`: the real server on a site of N made-up entries: from
 * the approver's “publish” to the new words being served, with what of it is the build; and a start on which
 * nothing has changed. The first start builds the whole site, which takes minutes.
 */
import { execFileSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { fixtureEntry, growingTypes } from '#tests/fixtures/entries.ts';
import { Cms } from '#tests/support/cms.ts';
import { article } from '#tests/support/content.ts';
import { fixtureContent, makeProject } from '#tests/support/fixture-site.ts';
import { startRealServer } from '#tests/support/real-server.ts';
import { row, time } from './row.ts';
import { wholeSite } from './whole-site.ts';

const { values } = parseArgs({
  options: {
    entries: { type: 'string', default: '1000' },
    rounds: { type: 'string', default: '3' },
  },
});
const [entries, rounds] = [values.entries, values.rounds].map(Number) as [number, number];

const files = fixtureContent(Math.ceil(entries / growingTypes.length));
const checkout = await makeProject(files);
const git = (...args: string[]) => execFileSync('git', args, { cwd: checkout });
git('init', '--quiet', '--initial-branch=main');
git('add', '--all', '--', ':!node_modules');
git('-c', 'user.name=Bench', '-c', 'user.email=bench@localhost', 'commit', '--quiet', '-m', 'All');
const dataDir = await mkdtemp(join(tmpdir(), 'bench-live-'));
console.log(`${files.size} entries, ${cpus().length} cores, Node ${process.version}`);
let server: Awaited<ReturnType<typeof startRealServer>> | undefined;
try {
  const startedAt = performance.now();
  server = await startRealServer(checkout, dataDir);
  row('first start, pages served', [performance.now() - startedAt]);
  await wholeSite(server.site);
  row('first start, everything built', [performance.now() - startedAt]);
  await measureRounds(server);
  for (let start = 1; start <= 2; start += 1) {
    await server.stop();
    row('a start on which nothing changed', [
      await time(async () => {
        server = await startRealServer(checkout, dataDir);
        await words(server.site, '/');
      }),
    ]);
  }
} finally {
  await server?.stop();
  for (const dir of [checkout, dataDir]) await rm(dir, { recursive: true, force: true });
}

/** Each round edits one article's title, summary and body. */
async function measureRounds({
  site,
  passwords,
}: {
  site: string;
  passwords: Record<string, string>;
}) {
  const editor = await Cms.logIn(site, 'bientap', passwords['bientap']!);
  const approver = await Cms.logIn(site, 'duyet', passwords['duyet']!);
  const took = { save: [], review: [], preview: [], live: [], build: [], answer: [] } as Record<
    string,
    number[]
  >;
  for (let round = 1; round <= rounds; round += 1) {
    const { path } = fixtureEntry('article', round);
    const slug = path.slice(path.lastIndexOf('/') + 1, -'.mdx'.length);
    const title = `Bài đo lần ${round}`;
    const data = { ...article, title, summary: `Lời mới của lần đo thứ ${round}, đủ dài để đọc.` };
    const base = (await editor.ask('getEntry', { path })) as { version: string };
    took['save']!.push(
      await time(() => editor.saveArticle(slug, data, `Câu mới ${round}.\n`, base.version)),
    );
    await editor.setStatus(slug, 'pending_review');
    took['review']!.push(await time(() => approver.page(`/admin/duyet/article/${slug}/`)));
    // An approver publishes what she has seen.
    took['preview']!.push(await time(() => approver.preview(slug)));
    await approver.setStatus(slug, 'pending_publish');
    const before = await buildSeconds(site);
    const answer = time(() => approver.publish(slug));
    took['live']!.push(
      await time(async () => {
        while (!(await words(site, `/bai-viet/${slug}/`)).includes(title)) await sleep(50);
      }),
    );
    took['answer']!.push(await answer);
    took['build']!.push(1000 * ((await buildSeconds(site)) - before));
  }
  row('save an article', took['save']!);
  row('a page of review', took['review']!);
  row('its preview, until it can be seen', took['preview']!);
  row('“publish” until the new words are served', took['live']!);
  row('  of it the build', took['build']!);
  row('“publish” until it is answered', took['answer']!);
}

async function words(site: string, path: string): Promise<string> {
  return (await fetch(site + path)).text();
}

/** Seconds of all builds so far. */
async function buildSeconds(site: string): Promise<number> {
  const text = await words(site, '/metrics');
  return Number(/^build_seconds_sum\{[^}]*outcome="ok"[^}]*\} (\S+)$/m.exec(text)?.[1] ?? 0);
}
