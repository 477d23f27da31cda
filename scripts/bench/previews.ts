/** How long an approver waits for the real page of a draft, on a site of 300 entries. */
import { execFileSync } from 'node:child_process';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { realArticle, type Cms } from '../../tests/support/cms.ts';
import type { RealServer } from '../../tests/support/real-server.ts';
import { row, time } from './row.ts';

const entries = 300;
const runs = 3;
/** In seconds, on 2 cores. */
const limit = 15;
const slug = 'xem-truoc';

export async function benchPreviews(server: RealServer, editor: Cms): Promise<void> {
  row(`push of articles, up to ${entries} entries, to live`, [await time(() => fill(server))]);
  const previews: number[] = [];
  for (let run = 1; run <= runs; run += 1) {
    const title = `Bài xem trước lần ${run}`;
    await editor.saveArticle(slug, { ...realArticle, title }, 'Bà con đọc tiếp ở đây.\n');
    previews.push(
      await time(async () => {
        const page = await editor.preview(slug);
        if (!page.includes(title)) throw new Error('The preview shows something else.');
      }),
    );
  }
  row(`preview, ${entries} entries, first and next (limit ${limit} s)`, previews);
  if (Math.max(...previews) > limit * 1000) process.exitCode = 1;
}

/** Pushes articles to the server's repository, as an engineer may, and waits until they are live. */
async function fill({ site, repository }: RealServer): Promise<void> {
  const work = await mkdtemp(join(tmpdir(), 'bench-'));
  const git = (...args: string[]) => execFileSync('git', ['-C', work, ...args]);
  git('clone', '--quiet', repository, '.');
  const names = await readdir(join(work, 'content'), { recursive: true });
  const missing = entries - names.filter((name) => /\.(?:mdx|yml)$/.test(name)).length;
  for (let number = 1; number <= missing; number += 1) {
    const data = { ...realArticle, title: `Bài số ${number} của phép đo` };
    const text = `---\n${stringify(data)}---\n\nBà con đọc tiếp ở đây.\n`;
    await writeFile(join(work, `content/articles/phep-do-${number}.mdx`), text);
  }
  git('add', '--all');
  git('-c', 'user.name=Đo', '-c', 'user.email=do@example.invalid', 'commit', '-qm', 'Phép đo');
  git('push', '--quiet', 'origin', 'main');
  await rm(work, { recursive: true });
  while (!(await fetch(`${site}/bai-viet/phep-do-${missing}/`)).ok) {
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}
