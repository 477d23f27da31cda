import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { checkRead } from '#src/checks/content.ts';
import { readTree, shareReads } from '#admin/server/content/content-reads.ts';
import { Git } from '#admin/server/git/git.ts';
import { article, content, file } from '#tests/support/content.ts';
import { gitIn, makeCheckout } from './harness.ts';

let dir: string;
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'content-reads-'));
  const files = content();
  files.set('content/articles/bieu-tuong.mdx', file({ ...article, title: 'Vui 😀' }));
  files.set('content/articles/duong-dan.mdx', file(article, '[Đi](/khong-co/)\n'));
  files.set('content/articles/hong.mdx', file({ ...article, axis: 5 }));
  await makeCheckout(join(dir, 'site'), files);
});
afterAll(() => rm(dir, { recursive: true }));

/** What a server that has just started finds, with what an earlier one or a build has kept. */
async function findings(rules: string) {
  const git = new Git(join(dir, 'site/.git'));
  try {
    shareReads(git, { folder: join(dir, 'kept'), rules });
    return checkRead(await readTree(git, await gitIn(join(dir, 'site'), 'rev-parse', 'HEAD')));
  } finally {
    git.close();
  }
}

test('what was kept of a file is judged as the file is; other rules read it anew', async () => {
  const first = await findings('một');
  expect(first.map(({ rule }) => rule)).toEqual(
    expect.arrayContaining(['characters', 'link', 'field', 'duplicate-title']),
  );
  const kept = await readdir(join(dir, 'kept'));
  expect(await findings('một')).toEqual(first);
  expect(await readdir(join(dir, 'kept'))).toEqual(kept);
  expect(await findings('hai')).toEqual(first);
  expect(await readdir(join(dir, 'kept'))).toHaveLength(2 * kept.length);
});
