/** Thirty saves at the same moment by ten people, three of whom write on each entry. */
import { dirname } from 'node:path';
import { performance } from 'node:perf_hooks';
import { stringify } from 'yaml';
import { openAccounts } from '#admin/server/people/open.ts';
import { Cms, realArticle } from '../../tests/support/cms.ts';
import type { RealServer } from '../../tests/support/real-server.ts';
import { row } from './row.ts';

const people = 10;
const saves = 30;

/** Each save succeeds or is refused because somebody was faster; anything else fails the bench. */
export async function benchParallelSaves({ site, repository }: RealServer): Promise<void> {
  const accounts = openAccounts(dirname(repository));
  const writers: Cms[] = [];
  for (let number = 1; number <= people; number += 1) {
    const login = `nguoi-${number}`;
    const user = { login, name: `Người viết ${number}`, role: 'editor', axes: [] } as const;
    writers.push(await Cms.logIn(site, login, await accounts.add(user)));
  }
  const written: number[] = [];
  const stale: number[] = [];
  await Promise.all(
    Array.from({ length: saves }, async (_, number) => {
      const article = number % people;
      const started = performance.now();
      const isWritten = await saveNew(writers[article]!, `cung-luc-${article}`, number);
      (isWritten ? written : stale).push(performance.now() - started);
    }),
  );
  row(`${saves} saves by ${people} people: ${written.length} written`, written);
  row(`${saves} saves by ${people} people: ${stale.length} refused as stale`, stale);
  if (written.length < people) throw new Error('An entry was written by nobody.');
}

/** Saves an article that was not there when its writer opened it; false when it is now. */
async function saveNew(writer: Cms, slug: string, number: number): Promise<boolean> {
  const path = `content/articles/${slug}.mdx`;
  const data = { ...realArticle, title: `Bài cùng lúc số ${number}` };
  try {
    await writer.ask('persistEntry', {
      dataFiles: [{ slug, path, raw: `---\n${stringify(data)}---\n\nBà con đọc tiếp ở đây.\n` }],
      assets: [],
      base: { [path]: null },
      options: { collectionName: 'article', useWorkflow: true, commitMessage: '', status: 'draft' },
    });
    return true;
  } catch (error) {
    if (error instanceof Error && error.message.startsWith('409 ')) return false;
    throw error;
  }
}
