/**
 * `npm run bench`: the figures that the product promises, measured on the real server with the
 * real content: pictures, a build in which nothing has changed, save, publish to live, many saves
 * at a time, and previews of a site of 300 entries.
 */
import { execFileSync } from 'node:child_process';
import { mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { performance } from 'node:perf_hooks';
import { Cms, realArticle } from '../tests/support/cms.ts';
import { startRealServer } from '../tests/support/real-server.ts';
import { benchParallelSaves } from './bench/parallel-saves.ts';
import { benchPictures } from './bench/pictures.ts';
import { benchPreviews } from './bench/previews.ts';
import { row, time } from './bench/row.ts';
import { wholeSite } from './bench/whole-site.ts';

const runs = 3;
/** Until pages and CMS are served, in seconds, on 2 cores. */
const startLimit = 25;
/** Publish to live, in seconds, on 2 cores. */
const publishLimit = 20;

await benchPictures();

// A fresh clone has drawn and compressed nothing yet.
const checkout = await mkdtemp(join(tmpdir(), 'bench-'));
execFileSync('git', ['clone', '--quiet', '.', checkout]);
await symlink(resolve('node_modules'), join(checkout, 'node_modules'));
const startedAt = performance.now();
const server = await startRealServer(checkout);
try {
  row(`first start in a fresh clone (limit ${startLimit} s)`, [performance.now() - startedAt]);
  if (performance.now() - startedAt > startLimit * 1000) process.exitCode = 1;
  await wholeSite(server.site);
  row('with every picture', [performance.now() - startedAt]);
  const editor = await Cms.logIn(server.site, 'bientap', server.passwords['bientap'] ?? '');
  const approver = await Cms.logIn(server.site, 'duyet', server.passwords['duyet'] ?? '');
  const saves: number[] = [];
  const publishes: number[] = [];
  const answers: number[] = [];
  for (let run = 1; run <= runs; run += 1) {
    const slug = `do-toc-do-${run}`;
    const data = { ...realArticle, title: `Bài đo tốc độ số ${run}` };
    saves.push(await time(() => editor.saveArticle(slug, data, 'Bà con đọc tiếp ở đây.\n')));
    await editor.setStatus(slug, 'pending_review');
    await approver.setStatus(slug, 'pending_publish');
    const watch = watchSite(server.site, answers);
    publishes.push(await time(() => approver.publish(slug)));
    await watch.stop();
    const page = await fetch(`${server.site}/bai-viet/${slug}/`);
    if (!page.ok) throw new Error(`The page of ${slug} is not live: ${page.status}`);
  }
  row('save a draft', saves);
  row(`publish to live (limit ${publishLimit} s)`, publishes);
  row('home page while a publish builds', answers);
  if (Math.max(...publishes) > publishLimit * 1000) process.exitCode = 1;
  await benchParallelSaves(server);
  await benchPreviews(server, editor);
} finally {
  await server.stop();
  await rm(checkout, { recursive: true });
}

/** Reads the home page again and again, to see that the old site is served all the while. */
function watchSite(site: string, milliseconds: number[]) {
  const watch = { running: true };
  const loop = (async () => {
    while (watch.running) {
      milliseconds.push(
        await time(async () => {
          const response = await fetch(site);
          if (!response.ok) throw new Error(`The site answered ${response.status} while building.`);
          await response.arrayBuffer();
        }),
      );
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  })();
  return {
    stop: () => {
      watch.running = false;
      return loop;
    },
  };
}
